"""One unknown word makes the whole text unknown

As soon as one word cannot be cut you return a single unknown piece for everything. Each word stands for itself.
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
        if bad:
            return [unknown]
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
