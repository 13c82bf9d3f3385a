"""Masks: each rule alone, all of them on a batch, and the softmax that uses them."""

import math

import numpy as np

from gradus.judging import Miss, Tensor, call, close, each

ROWS = ("x...", "xx..", "xxx.", "x.x.")  # three real tokens, window 2, prefix 1; worked by hand in the lesson
EXPECTED = {
    "worked example": Tensor("bool", np.array([[[[c == "x" for c in row] for row in ROWS]]])),
    "softmax, worked": Tensor("float64", np.array([[2 / 3, 0.0, 1 / 3, 0.0]])),
}


def ints(values):
    return Tensor("int64", np.asarray(values, "int64"))


def softmax(rng, shape, seen, scale=1.0, dtype="float32"):
    return call("masked_softmax", Tensor(dtype, (rng.normal(size=shape) * scale).astype(dtype)), Tensor("bool", np.asarray(seen)))


def PROBES(rng):
    probes = {"worked example": call("batch_mask", ints([3]), 4, width=2, prefix=ints([1]))}
    row = np.array([[math.log(2), 5.0, 0.0, 7.0]])
    probes["softmax, worked"] = call("masked_softmax", Tensor("float64", row), Tensor("bool", np.array([[True, False, True, False]])))
    for n in (1, 2, int(rng.integers(4, 9))):
        probes[f"causal of {n}"] = call("causal_mask", n)
        probes[f"window of 1, {n} positions"] = call("window_mask", n, 1)
        probes[f"window wider than {n} positions"] = call("window_mask", n, n + int(rng.integers(0, 3)))
        lengths = rng.permutation([0, n, int(rng.integers(0, n + 1))])
        probes[f"padding to {n}"] = call("padding_mask", ints(lengths), n)
        probes[f"prefix in {n}"] = call("prefix_mask", n, ints(rng.permutation(lengths)))
    for i in range(3):
        n = int(rng.integers(5, 10))
        probes[f"window drawn {i}"] = call("window_mask", n, int(rng.integers(2, n)))
    for i in range(4):
        n, b = int(rng.integers(5, 9)), 1 + i % 3
        more = {"width": int(rng.integers(1, n))} if i % 2 else {}
        more |= {"prefix": ints(rng.integers(0, n + 1, b))} if i > 1 else {}
        probes[f"batch drawn {i}"] = call("batch_mask", ints(rng.integers(1, n + 1, b)), n, **more)
    probes["batch, prefix longer than a text"] = call("batch_mask", ints([2, 5]), 5, 2, ints([4, 1]))
    probes["batch, an empty text"] = call("batch_mask", ints([0, 3]), 3)
    probes["batch of 2, window beyond padding"] = call("batch_mask", ints([2, 6]), 6, 2)
    seen = rng.random((2, 1, 4, 5)) < 0.6
    seen[..., 0] |= ~seen.any(-1)
    probes["softmax of a batch"] = softmax(rng, (2, 3, 4, 5), seen)
    probes["softmax of doubles"] = softmax(rng, (3, 6), [[True] * 3 + [False] * 3], dtype="float64")
    probes["softmax, everything visible"] = softmax(rng, (2, 3), [[True]])
    probes["softmax, one row sees nothing"] = softmax(rng, (3, 4), [[True, False, True, True], [False] * 4, [False, False, False, True]])
    probes["softmax, nothing visible"] = softmax(rng, (1, 2, 3), np.zeros((2, 3), bool))
    probes["softmax of huge scores"] = softmax(rng, (4, 6), rng.random((4, 6)) < 0.7, 3e4, "float64")
    probes["softmax of a single row"] = softmax(rng, (5,), [True, False, True, True, False])
    low = Tensor("float64", np.full((2, 4), -1e5))
    probes["softmax of very negative scores"] = call("masked_softmax", low, Tensor("bool", np.array([[True, True, False, False], [False, True, True, True]])))
    probes["large"] = call("batch_mask", ints([96, 40]), 96, 17, ints([3, 50]))
    return probes


@each("causal", "window", "padding", "prefix", "worked", "batch", "large")
def the_table(got, ideal, probe):
    """A mask is a bool tensor; its row i, column j is True where query i may see key j."""
    return close(got, ideal) if got.dtype == "bool" else Miss(f"The mask is a {got.dtype} tensor, expected bool.")


@each("softmax")
def hidden_get_exactly_nothing(got, ideal, probe):
    """A hidden entry gets a share of exactly 0, so a change of its token changes nothing."""
    shares = np.where(np.broadcast_to(probe.args[1].data, ideal.data.shape), 0.0, got.data)
    return close(shares, np.zeros_like(shares), 0, 0, path="the share of a hidden entry")


@each("softmax")
def visible_share_the_whole(got, ideal, probe):
    """The visible entries divide the whole among themselves by softmax; where there are none, all shares are 0."""
    return close(got, ideal, rtol=1e-4, atol=1e-6) or (Miss(f"The result is {got.dtype}, the scores {ideal.dtype}.") if got.dtype != ideal.dtype else None)
