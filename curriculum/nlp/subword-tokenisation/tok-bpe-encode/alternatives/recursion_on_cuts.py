"""Recursive: cut the bytes at the places of the first merge, encode what lies between with the others."""

from functools import partial

from earlier.tok_bpe_train import train_bpe


def byte_merges(text, count):
    back = partial(str.encode, encoding="latin-1")
    return [(back(left), back(right)) for left, right in train_bpe(text.encode().decode("latin-1"), count)]


def _glue(parts, a, b):
    out = []
    it = iter(parts)
    held = next(it, None)
    while held is not None:
        after = next(it, None)
        if held == a and after == b:
            out.append(a + b)
            held = next(it, None)
        else:
            out.append(held)
            held = after
    return out


def _parts(parts, merges):
    for a, b in merges:
        parts = _glue(parts, a, b)
    return parts


def encode(text, merges, special=(), trusted=False):
    words = [text]
    while trusted and isinstance(words[-1], str):
        last = words.pop()
        first = min(((last.find(mark), -len(mark), mark) for mark in special if mark in last), default=None)
        if first is None:
            words.append(last)
            break
        words += [last[: first[0]], 256 + len(merges) + list(special).index(first[2]), last[first[0] + len(first[2]) :]]
    names = [bytes([i]) for i in range(256)] + [a + b for a, b in merges]
    number = {name: i for i, name in enumerate(names)}
    out = []
    for w in words:
        out += [w] if isinstance(w, int) else [number[p] for p in _parts([bytes([b]) for b in w.encode()], merges)]
    return out


def decode(ids, merges, special=()):
    names = [bytes([i]) for i in range(256)] + [a + b for a, b in merges] + [s.encode() for s in special]
    for i in ids:
        if i not in range(len(names)):
            raise ValueError(i)
    return bytes().join(names[i] for i in ids).decode(errors="replace")
