"""The figures of the lesson, computed with the solution."""

from answer import decode, encode


def worked():
    """Three merges, one text, and a character in two halves."""
    merges = [(b"w", b"e"), (b"l", b"o"), (b"lo", b"w")]
    ids = encode("low lower é", merges)
    if decode(ids[-2:], merges) != "é" or decode(ids[-2:-1], merges) != "\ufffd":
        raise ValueError("the two bytes are not what the text says")
    if 258 in encode("lower", merges) or len("<|end|>") != 7:
        raise ValueError("the text says otherwise")
    return [ids, [*range(len(merges))]]
