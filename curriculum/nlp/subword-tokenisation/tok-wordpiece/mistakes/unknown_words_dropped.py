"""Unknown words vanish

A word that cannot be cut leaves nothing in your list. Its place in the sentence is lost; the unknown piece keeps it.
"""

def wordpiece(text, vocabulary, unknown="[UNK]", mark="##", longest=100):
    out = []
    for word in text.split():
        if len(word) > longest:
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
        if not bad:
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
