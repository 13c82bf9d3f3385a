"""WordPiece: the longest piece from the left, all of a word or nothing."""


def wordpiece(text, vocabulary, unknown="[UNK]", mark="##", longest=100):
    pieces = []
    for word in text.split():
        cut = _cut(word, vocabulary, mark) if len(word) <= longest else None
        pieces += cut or [unknown]
    return pieces


def _cut(word, vocabulary, mark):
    """The pieces of one word, or None."""
    pieces, before = [], ""
    while word:
        end = next((end for end in range(len(word), 0, -1) if before + word[:end] in vocabulary), None)
        if end is None:
            return None
        pieces.append(before + word[:end])
        word, before = word[end:], mark
    return pieces


def join(pieces, mark="##"):
    text = "".join(piece[len(mark) :] if piece.startswith(mark) else f" {piece}" for piece in pieces)
    return text.removeprefix(" ")
