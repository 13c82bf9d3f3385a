"""Recursion on the rest of a word; None stands for unknown."""

from functools import reduce


def _split(rest, known, prefix, mark):
    if rest == "":
        return []
    for n in reversed(range(1, len(rest) + 1)):
        if prefix + rest[:n] in known:
            tail = _split(rest[n:], known, mark, mark)
            return None if tail is None else [prefix + rest[:n]] + tail
    return None


def wordpiece(text, vocabulary, unknown="[UNK]", mark="##", longest=100):
    known = frozenset(vocabulary)
    cuts = (None if len(w) > longest else _split(w, known, "", mark) for w in text.split())
    return [p for cut in cuts for p in ([unknown] if cut is None else cut)]


def join(pieces, mark="##"):
    def attach(text, piece):
        if piece.startswith(mark):
            return (text or "") + piece.removeprefix(mark)
        return piece if text is None else text + " " + piece

    return reduce(attach, pieces, None) or ""
