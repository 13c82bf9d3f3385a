"""Multi-head attention: shares of every head, then the output, then its gradients."""

import math
import numpy as np
from gradus.judging import Miss, Tensor, close, each, script

# keys ln 3 times and values 4 times the context (1, 0), (0, 2): shares 3/4, 1/4 and 1/10, 9/10; out exchanges the columns
EXPECTED = {
    "worked example": {"output": Tensor("float32", np.array([[[7.2, 3.0]]], "float32")), "weights": Tensor("float32", np.array([[[[0.75, 0.25]], [[0.1, 0.9]]]], "float32"))},
    "heads that do not divide, 5 by 2": "ValueError",
}
TOL = {"rtol": 1e-3, "atol": 1e-5}


def f32(a):
    return Tensor("float32", np.asarray(a, "float32"))


def drawn(rng, width, scale=1.0):
    state = {}
    for name in ("q", "k", "v", "out"):
        state[f"{name}.weight"] = f32(rng.normal(size=(width, width)) * scale * 1.5 / math.sqrt(width))
        state[f"{name}.bias"] = f32(rng.normal(size=width))
    return state


def PROBES(rng):
    def ask(name, width, heads, b, n, m=None, mask=None, scale=1.0, what="attend"):
        tensors = [f32(rng.normal(size=(b, n, width))), None if m is None else f32(rng.normal(size=(b, m, width)))]
        seen = None if mask is None else Tensor("bool", np.asarray(mask))
        shown = f"MultiHeadAttention({width}, {heads}) on x ({b}, {n}, {width})" + (f", context ({b}, {m}, {width})" if m else "") + (f", mask {seen.data.shape}" if seen else "")
        return {name: script(what, width, heads, drawn(rng, width, scale), *tensors, seen, shown=shown + (": gradients" if what == "gradients" else ""))}

    unit = np.eye(2)
    state = {"q.weight": f32(unit), "k.weight": f32(unit * math.log(3)), "v.weight": f32(4 * unit), "out.weight": f32(unit[::-1])}
    state |= {f"{name}.bias": f32([0, 0]) for name in ("q", "k", "v", "out")}
    probes = {"worked example": script("attend", 2, 2, state, f32([[[1, 1]]]), f32([[[1, 0], [0, 2]]]), None, shown="the lesson's example")}
    probes |= ask("one head", 4, 1, 1, 3) | ask("one head a column", 3, 3, 1, 4) | ask("one token", 6, 2, 2, 1)
    for i in range(5):
        heads, d = int(rng.integers(2, 5)), int(rng.integers(2, 4))
        probes |= ask(f"self {i}", heads * d, heads, int(rng.integers(1, 4)), n := int(rng.integers(2, 7))) | ask(f"cross {i}", heads * d, heads, int(rng.integers(1, 4)), n, n + 1 + i % 2)
    probes |= ask("cross, as many keys as queries", 6, 3, 2, 4, 4)
    causal = np.tri(5, dtype=bool)[None, None]
    padded, heads = np.arange(6) < np.array([6, 3])[:, None, None, None], rng.random((2, 2, 4, 5)) < 0.6
    heads[..., 0] |= ~heads.any(-1)
    probes |= ask("mask, causal", 6, 2, 2, 5, None, causal) | ask("mask of padding", 4, 2, 2, 6, None, padded) | ask("mask a head", 4, 2, 2, 4, 5, heads)
    blind = np.tri(4, 4, -1, dtype=bool)[None, None]
    half = heads & (np.arange(2)[:, None, None] != 1)  # one of the two heads sees nothing
    probes |= ask("mask, a query that sees nothing in one head", 4, 2, 2, 4, 5, half)
    probes |= ask("mask, a query that sees nothing", 6, 3, 1, 4, None, blind) | ask("mask, nothing visible", 4, 2, 1, 2, 3, np.zeros((1, 1, 1, 1), bool))
    probes |= ask("large scores", 8, 2, 1, 5, None, None, 6.0) | ask("large", 32, 4, 2, 40, None, np.tri(40, dtype=bool)[None, None])
    probes |= ask("gradients, self", 6, 2, 2, 4, None, np.tri(4, dtype=bool)[None, None], what="gradients") | ask("gradients, cross", 6, 3, 2, 3, 5, what="gradients")
    for width, h in ((5, 2), (4, 8), (6, 4)):
        probes[f"heads that do not divide, {width} by {h}"] = script("refuses", width, h, shown=f"MultiHeadAttention({width}, {h})")
    return probes


@each("worked", "one", "self", "cross", "mask", "large")
def weights_of_every_head(got, ideal, probe):
    """Every head has shares of its own: the softmax of its queries' and keys' products over the root of the head's width, hidden keys left out."""
    return close(got["weights"], ideal["weights"], **TOL, path="weights")


@each("worked", "one", "self", "cross", "mask", "large")
def output_agrees(got, ideal, probe):
    """The heads' means of values, side by side in order, go through the layer out."""
    return close(got["output"], ideal["output"], **TOL, path="output")


@each("gradients")
def gradients_flow(got, ideal, probe):
    """Gradients reach x, the context and every parameter."""
    dead = [k for k in ideal if got[k] is None]
    return Miss(f"No gradient reaches {dead[0]}.") if dead else close(got, ideal, **TOL)


@each("heads that")
def refuses(got, ideal, probe):
    """A number of heads that does not divide the width is refused with ValueError when the layer is made."""
    return None if got == ideal else Miss(f"Making the layer gives {got}, expected ValueError.")
