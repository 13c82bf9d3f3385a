"""Cuts from the right

You take the longest piece from the end of the word and work to the front. The loop goes from left to right.
"""

def _cut(word, vocabulary, mark):
    pieces, end = [], len(word)
    while end > 0:
        for start in range(end):
            piece = (mark if start else "") + word[start:end]
            if piece in vocabulary:
                pieces.insert(0, piece)
                end = start
                break
        else:
            return None
    return pieces


def wordpiece(text, vocabulary, unknown="[UNK]", mark="##", longest=100):
    out = []
    for word in text.split():
        cut = _cut(word, vocabulary, mark) if len(word) <= longest else None
        out.extend([unknown] if cut is None else cut)
    return out


def join(pieces, mark="##"):
    text = ""
    for i, piece in enumerate(pieces):
        if piece.startswith(mark):
            text += piece[len(mark):]
        else:
            text += (" " if i else "") + piece
    return text
