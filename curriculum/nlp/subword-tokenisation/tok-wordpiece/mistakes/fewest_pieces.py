"""Fewest pieces instead of the longest first

You look for the cut with the fewest pieces. It is often the same, and where it is not, the model was trained on the greedy one.
"""

def _cut(word, vocabulary, mark):
    best = [[]] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(end):
            piece = (mark if start else "") + word[start:end]
            if best[start] is not None and piece in vocabulary and (best[end] is None or len(best[start]) + 1 < len(best[end])):
                best[end] = best[start] + [piece]
    return best[-1]


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
