"""WordPiece: greedy longest match."""


def wordpiece(text, vocabulary, unknown="[UNK]", mark="##", longest=100):
    """The pieces of a text, a list of texts."""
    raise NotImplementedError


def join(pieces, mark="##"):
    """The text of pieces."""
    raise NotImplementedError
