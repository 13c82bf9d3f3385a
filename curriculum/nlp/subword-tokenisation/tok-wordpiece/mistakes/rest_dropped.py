"""Drops the unmatched rest

When the rest of a word fits nothing you stop and keep what you had. The reader of your pieces cannot see that something is missing.
"""

def wordpiece(text, vocabulary, unknown="[UNK]", mark="##", longest=100):
    out = []
    for word in text.split():
        if len(word) > longest:
            out.append(unknown)
            continue
        pieces = []
        start = 0
        bad = False
        while start < len(word):
            end = len(word)
            found = None
            while start < end:
                piece = word[start:end]
                if start > 0:
                    piece = mark + piece
                if piece in vocabulary:
                    found = piece
                    break
                end -= 1
            if found is None:
                bad = True
                break
            pieces.append(found)
            start = end
        out.extend(pieces)
    return out


def join(pieces, mark="##"):
    text = ""
    for i, piece in enumerate(pieces):
        if piece.startswith(mark):
            text += piece[len(mark):]
        else:
            text += (" " if i else "") + piece
    return text
