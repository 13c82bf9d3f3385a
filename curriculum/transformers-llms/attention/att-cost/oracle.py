"""An instrumented layer: matrices that know their shape and count the multiplications of every product."""


class Counted:
    made = 0

    def __init__(self, rows, columns):
        self.shape = rows, columns

    def __matmul__(self, other):
        (a, b), (c, d) = self.shape, other.shape
        assert b == c
        Counted.made += a * b * d
        return Counted(a, d)

    @property
    def T(self):
        return Counted(*self.shape[::-1])

    def columns(self, heads):
        return [Counted(self.shape[0], self.shape[1] // heads) for _ in range(heads)]


def _run(b, n, w, h, keys=None, f=0):
    """(projections, scores and mixing, feed-forward, numbers in tables) of one pass; with `keys` n new rows meet so many."""
    parts, tables = [0, 0, 0], 0
    for _ in range(b):
        Counted.made = 0
        x = Counted(n, w)
        q, k, v = (x @ Counted(w, w) for _ in range(3))
        if keys is not None:
            k, v = Counted(keys, w), Counted(keys, w)
        parts[0] += Counted.made
        Counted.made = 0
        for qh, kh, vh in zip(q.columns(h), k.columns(h), v.columns(h)):
            table = qh @ kh.T
            tables += table.shape[0] * table.shape[1]
            table @ vh
        parts[1] += Counted.made
        Counted.made = 0
        x @ Counted(w, w)
        parts[0] += Counted.made
        if f:
            Counted.made = 0
            (x @ Counted(w, f)) @ Counted(f, w)
            parts[2] += Counted.made
    return (*parts, tables)


def projections(b, n, w, h):
    return _run(b, n, w, h)[0] / 1e6


def scores_and_mixing(b, n, w, h):
    return _run(b, n, w, h)[1] / 1e6


def whole_layer(b, n, w, h):
    return sum(_run(b, n, w, h)[:2]) / 1e6


def growth(b, n, w, h, k):
    return sum(_run(b, k * n, w, h)[:2]) / sum(_run(b, n, w, h)[:2])


def score_memory(b, n, h, size):
    return _run(b, n, 16 * h, h)[3] * size / 2**20


def equal_parts(b, w, h, f):
    low, high = 1, 1 << 20
    while low < high:
        middle = (low + high) // 2
        first, second, third, _ = _run(1, middle, w, h, f=f)
        low, high = (low, middle) if second >= first + third else (middle + 1, high)
    return low


def cached_token(m, w, h):
    return sum(_run(1, 1, w, h, keys=m)[:2]) / 1e6


def what_grows(what, letter):
    def value(length, width, heads, batch):
        if "keys and values" in what:
            return 2 * length * width * batch
        new = "one new token" in what
        parts = _run(batch, 1 if new else length, width, heads, keys=length if new else None)
        return parts[3] if "table" in what else parts[0] if "projections" in what else parts[1]

    more = {"length": (2, 1, 1, 1), "width": (1, 2, 1, 1), "number of heads": (1, 1, 2, 1)}.get(letter, (1, 1, 1, 2))
    at = 64, 64, 4, 3
    ratio = value(*(a * m for a, m in zip(at, more))) / value(*at)
    return {0.5: "it halves", 1: "it stays as it is", 2: "it doubles", 4: "it grows fourfold"}[ratio]
