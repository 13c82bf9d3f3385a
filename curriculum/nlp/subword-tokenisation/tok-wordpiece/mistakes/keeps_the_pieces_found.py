"""Keeps the pieces before an unmatched rest

When the rest of a word fits nothing you keep what you had and put the unknown piece behind it. Half a word then stands for the whole, and it may say the opposite. The word is unknown as a
whole.
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
        if bad:
            out.append(unknown)
    return out


def join(pieces, mark="##"):
    text = ""
    for i, piece in enumerate(pieces):
        if piece.startswith(mark):
            text += piece[len(mark):]
        else:
            text += (" " if i else "") + piece
    return text
