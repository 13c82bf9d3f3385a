"""Attention: first the weights as shares, then who may be seen, then the values."""

import math

import numpy as np

from gradus.judging import Miss, Tensor, call, close, each, script

# d = 4, so scores are halved: ln 3 and 0 give the shares 3/4 and 1/4; the first query sees the first key alone.
EXPECTED = {"worked example": (Tensor("float64", np.array([[4.0, 0.0], [3.0, 2.0]])), Tensor("float64", np.array([[1.0, 0.0], [0.75, 0.25]])))}
TOL = {"rtol": 1e-4, "atol": 1e-5}
HIDE = -math.inf


def tensor(a, dtype="float32"):
    return Tensor(dtype, np.asarray(a, dtype))


def qkv(rng, n, m, d, e, *lead, dtype="float32", scale=1.0):
    shapes = (n, d), (m, d), (m, e)
    return [tensor(rng.normal(size=(*lead, *s)) * (1.0 if i == 2 else scale), dtype) for i, s in enumerate(shapes)]


def PROBES(rng):
    query, keys = [[1.0, 0, 0, 0]] * 2, [[2 * math.log(3), 0, 0, 0], [0.0] * 4]
    example = [tensor(a, "float64") for a in (query, keys, [[4.0, 0], [0, 8.0]])]
    probes = {"worked example": call("attention", *example, causal=True)}
    for i in range(6):
        n, m, d, e = (int(x) for x in rng.integers(2, 7, 4))
        probes[f"drawn {i}"] = call("attention", *qkv(rng, n, m + (m == d), d, e, *(() if i % 2 else (2,))))
    for name, sizes in {"one key": (3, 1, 2, 2), "one query, one number": (1, 4, 1, 3), "square": (4, 4, 4, 4)}.items():
        probes[name] = call("attention", *qkv(rng, *sizes))
    probes["ties"] = call("attention", tensor(np.zeros((2, 3))), *qkv(rng, 1, 5, 3, 2)[1:])
    bias = rng.normal(size=(3, 5))
    probes["mask of biases"] = call("attention", *qkv(rng, 3, 5, 4, 2, 2), tensor(bias))
    some = np.where(rng.random((2, 1, 6)) < 0.5, HIDE, 0.0)
    some[..., 2] = 0.0
    probes["mask a batch"] = call("attention", *qkv(rng, 4, 6, 3, 2, 2), tensor(some))
    probes["mask of keys"] = call("attention", *qkv(rng, 3, 4, 3, 2), tensor([0.0, HIDE, 0.5, HIDE]))
    probes["mask hides all from one query"] = call("attention", *qkv(rng, 3, 5, 4, 2), tensor(np.where([[False], [True], [False]], HIDE, bias)))
    probes["mask hides all"] = call("attention", *qkv(rng, 2, 3, 2, 2), tensor(np.full((2, 3), HIDE)))
    for n, m in ((4, 4), (3, 6), (6, 3), (1, 4)):
        probes[f"causal {n} by {m}"] = call("attention", *qkv(rng, n, m, 4, 2, 2), causal=True)
    both = np.where((rng.random((5, 5)) < 0.3) | (np.arange(25).reshape(5, 5) == 0), HIDE, rng.normal(size=(5, 5)))
    probes["causal and mask"] = call("attention", *qkv(rng, 5, 5, 4, 3, 2), tensor(both), True)
    probes["huge scores"] = call("attention", *qkv(rng, 5, 6, 4, 3, dtype="float64", scale=150.0))
    probes["causal, huge scores"] = call("attention", *qkv(rng, 6, 6, 4, 3, dtype="float64", scale=300.0), causal=True)
    low = [np.full((3, 2), -200.0), np.full((3, 2), 200.0), rng.normal(size=(3, 2))]
    probes["causal, very negative scores"] = call("attention", *[tensor(a, "float64") for a in low], causal=True)
    probes["strided"] = script("strided", *qkv(rng, 4, 4, 6, 3, 2, 3), True, shown="attention(q, k, v, causal=True) on non-contiguous views")
    probes["large"] = call("attention", *qkv(rng, 48, 48, 32, 16, 2, 2), causal=True)
    return probes


@each()
def rows_are_shares(got, ideal, probe):
    """The weights of a query are at least 0 and sum to 1 over the keys; to 0 if it may see none."""
    w, total = got[1].data, (ideal[1].data.sum(-1) > 0.5) * 1.0
    return Miss(f"A weight is {w.min():.3g}.") if w.min() < 0 else close(w.sum(-1), total, atol=1e-4, path="the sum of weights of query")


@each("mask", "causal", "worked", "large")
def hidden_keys_get_nothing(got, ideal, probe):
    """A hidden key, masked with minus infinity or later than the query under causal, gets weight 0."""
    share = np.where(ideal[1].data == 0.0, got[1].data, 0.0)
    return close(share, np.zeros_like(share), atol=1e-6, path="the weight")


@each()
def weights_agree(got, ideal, probe):
    """The weights are the softmax over the keys of score / sqrt(d) + mask."""
    return close(got[1], ideal[1], **TOL, path="weights")


@each()
def output_agrees(got, ideal, probe):
    """The output is the mean of the values by these weights, in the dtype of q."""
    if [t.dtype for t in got] != [t.dtype for t in ideal]:
        return Miss(f"The results are {got[0].dtype} and {got[1].dtype}, q is {ideal[0].dtype}.")
    return close(got[0], ideal[0], **TOL, path="output")
