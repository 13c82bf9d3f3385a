"""Rotary positions: pairs that turn in either layout, scores that depend on distance alone, and positions that go on with a cache."""

import numpy as np
from gradus.judging import Miss, Probe, call, close, each, script, whole

EXPECTED = {  # the lesson's example, by hand: pairs (1, 3), (2, 4) or (1, 2), (3, 4), turned by 1 and by 0.01
    "rotate half, worked example": [[1.0, 2.0, 3.0, 4.0], [-1.9841106, 1.9599007, 2.4623779, 4.0197997]],
    "rotate interleaved, worked example": [[1.0, 2.0, 3.0, 4.0], [-1.1426397, 1.9220756, 2.9598507, 4.0297995]],
    "rotate half, one pair a quarter of a turn": [[0.0, 1.0], [-1.0, 0.0]], "steps, one token": [[5.0, -1.0, 2.0]],
}  # fmt: skip
LAYOUTS = ("half", "interleaved")


def turn(x, positions, layout, **more):
    x, positions = np.array(x, float), np.array(positions)
    tail = "".join(f", {k}={v:g}" for k, v in more.items())
    rows = np.round(x, 3).tolist() if x.size <= 8 else f"of shape {x.shape}"
    return Probe("answer.rotate", (x, positions, layout), more, f"rotate(x, {np.round(positions[:6], 3).tolist()}, {layout!r}{tail}) for x {rows}")


def run(rng, sizes, layout, size=4, width=3, base=10000.0, scale=1.0):
    n = sum(sizes)
    q, k, v = scale * rng.normal(size=(n, size)), rng.normal(size=(n, size)), rng.normal(size=(n, width))
    q = scale * (k + np.sign(k)) if scale < 0 else q
    return script("steps", q, k, v, list(sizes), layout, base, shown=f"attend(...) for {n} tokens of size {size} in pieces of {list(sizes)}, {layout!r}, base={base:g}")


def PROBES(rng):
    p = {}
    for layout in LAYOUTS:
        p[f"rotate {layout}, worked example"] = turn([[1, 2, 3, 4], [1, 2, 3, 4]], [0, 1], layout)
        for i, (shape, base) in enumerate([((1, 2), 10000.0), ((3, 4), 10000.0), ((5, 6), 100.0), ((2, 4, 8), 10000.0), ((2, 2, 3, 6), 500000.0)]):
            at = np.sort(rng.choice(60, shape[-2], replace=False)) if i % 2 else rng.permutation(40)[: shape[-2]] + 1
            p[f"rotate {layout}, random {i}"] = turn(rng.normal(size=shape), at, layout, **({} if base == 1e4 else {"base": base}))
        p[f"rotate {layout}, far away"] = turn(rng.normal(size=(2, 8)), rng.integers(40_000, 60_000, 2), layout)
        p[f"rotate {layout}, no rows"] = turn(np.zeros((0, 4)), np.zeros(0, int), layout)
        p[f"rotate {layout}, one pair a quarter of a turn"] = turn([[1.0, 0.0], [0.0, 1.0]], [np.pi / 2, np.pi / 2], layout)
        q, k = rng.normal(size=(2, 4, 6))
        p |= {f"scores {layout}, from {at}": script("scores", q, k, at, layout, shown=f"q @ k.T after rotate, positions {at} to {at + 3}, {layout!r}") for at in (0, 7)}
        p |= {f"steps {layout}, at once": run(rng, [6], layout), f"steps {layout}, one by one": run(rng, [1] * 5, layout), f"steps {layout}, a prompt and then tokens": run(rng, [4, 1, 1, 1], layout, size=6), f"steps {layout}, pieces": run(rng, [2, 3, 2], layout, size=8, width=5)}
    p |= {"rotate, usual layout": call("rotate", rng.normal(size=(2, 4)), np.array([3, 5])), "steps, another base": run(rng, [3, 2], "half", base=50.0), "steps, large scores": run(rng, [3, 3], "interleaved", scale=3000.0), "steps, very negative scores": run(rng, [3, 2], "half", scale=-9000.0), "steps, one token": script("steps", np.ones((1, 2)), np.ones((1, 2)), np.array([[5.0, -1, 2]]), [1], "half", 1e4, shown="attend(...) for a single token")}
    return p | {"odd size": call("rotate", np.ones((2, 3)), np.arange(2)), "unknown layout": call("rotate", np.ones((2, 4)), np.arange(2), "pairs")}


@each("rotate")
def keeps_lengths(got, ideal, probe):
    """A rotation changes no lengths."""
    return close(np.linalg.norm(got, axis=-1), np.linalg.norm(probe.args[0], axis=-1), rtol=1e-6, path="the length of row")


@whole
def distance_alone(seen, ideal):
    """Scores depend on the distance of two positions alone."""
    for layout in LAYOUTS:
        if miss := close(seen[f"scores {layout}, from 7"], seen[f"scores {layout}, from 0"], rtol=0, atol=1e-6):
            return Miss(f"Shifted by 7 positions the scores change: {miss.say}", f"scores {layout}, from 7")
    return None


@each("rotate", "scores")
def values(got, ideal):
    """Each pair of the layout is turned by its own angle."""
    return close(got, ideal, rtol=0, atol=1e-6)


@each("steps")
def outputs(got, ideal):
    """In pieces or at once, each token sees itself and all before it, at their true positions."""
    return close(got, ideal, rtol=0, atol=1e-6)
