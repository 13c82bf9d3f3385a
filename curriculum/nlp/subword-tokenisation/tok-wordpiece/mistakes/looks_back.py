"""Looks back when it is stuck

When the rest fits nothing you try a shorter piece before it. That finds more words, and other pieces than the model was trained on. The longest match is final.
"""

def _cut(word, start, vocabulary, mark):
    if start == len(word):
        return []
    for end in range(len(word), start, -1):
        piece = (mark if start else "") + word[start:end]
        if piece in vocabulary:
            rest = _cut(word, end, vocabulary, mark)
            if rest is not None:
                return [piece] + rest
    return None


def wordpiece(text, vocabulary, unknown="[UNK]", mark="##", longest=100):
    out = []
    for word in text.split():
        cut = _cut(word, 0, vocabulary, mark) if len(word) <= longest else None
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
