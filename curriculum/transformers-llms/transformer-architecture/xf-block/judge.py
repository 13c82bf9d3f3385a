"""A block: both orders, what dropout may touch, and gradients."""

import math
import numpy as np
from gradus.judging import Miss, Tensor, close, each, script

# one token, width 2: attention doubles, feed-forward adds 20 * first column * (0.5, 0.25); worked in the lesson
EXPECTED = {"worked example, pre-norm": Tensor("float32", np.array([[[42.0, 13.0]]], "float32")), "worked example, post-norm": Tensor("float32", np.array([[[1.0, -1.0]]], "float32"))}
TOL = {"rtol": 1e-3, "atol": 1e-5}


def f32(a):
    return Tensor("float32", np.asarray(a, "float32"))


def drawn(rng, width, hidden):
    state = {}
    for name, shape in {**{f"attention.{k}": (width, width) for k in ("q", "k", "v", "out")}, "up": (hidden, width), "down": (width, hidden)}.items():
        state |= {f"{name}.weight": f32(rng.normal(size=shape) * 1.5 / math.sqrt(shape[1])), f"{name}.bias": f32(rng.normal(size=shape[0]))}
    for name in ("norm1", "norm2"):
        state |= {f"{name}.weight": f32(rng.uniform(0.5, 2, width)), f"{name}.bias": f32(rng.normal(size=width))}
    return state


def simple():
    one, zero = np.eye(2), np.zeros(2)
    state = {f"attention.{k}.weight": f32(one * (2 if k == "v" else 1)) for k in ("q", "k", "v", "out")} | {f"attention.{k}.bias": f32(zero) for k in ("q", "k", "v", "out")}
    state |= {"up.weight": f32([[20, 0]]), "up.bias": f32([0]), "down.weight": f32([[0.5], [0.25]]), "down.bias": f32(zero)}
    return state | {f"norm{i}.weight": f32([1, 1]) for i in (1, 2)} | {f"norm{i}.bias": f32(zero) for i in (1, 2)}


def PROBES(rng):
    def ask(width, heads, hidden, b, n, mask=None, training=False, what="run", state=None, x=None, **how):
        state, x = state or drawn(rng, width, hidden), f32(rng.normal(size=(b, n, width)) * 2 if x is None else x)
        seen = None if mask is None else Tensor("bool", np.asarray(mask))
        shown = f"Block({width}, {heads}, {hidden}, {', '.join(f'{k}={v}' for k, v in how.items())}) in {'training' if training else 'evaluation'} mode on x of shape {x.data.shape}"
        return script(what, (width, heads, hidden), how, state, x, seen, training, shown=shown + (f", mask {seen.data.shape}" if seen else "") + (": gradients" if what == "gradients" else ""))

    probes = {}
    for pre, name in ((True, "pre-norm"), (False, "post-norm")):
        probes[f"worked example, {name}"] = ask(2, 1, 1, 1, 1, state=simple(), x=[[[30, 10]]], pre_norm=pre)
        for i in range(5):
            heads = int(rng.integers(1, 4))
            width, n = heads * int(rng.integers(2, 4)), int(rng.integers(1, 6))
            mask = (None, np.tri(n, dtype=bool)[None, None])[i % 2]
            probes[f"{name} {i}"] = ask(width, heads, int(rng.integers(3, 12)), 1 + i % 3, n, mask, pre_norm=pre)
        probes[f"{name}, mask of a batch"] = ask(6, 2, 8, 2, 4, np.arange(4) < np.array([4, 2])[:, None, None, None], pre_norm=pre)
        probes[f"{name}, training without dropout"] = ask(4, 2, 6, 2, 3, None, True, pre_norm=pre)
        probes[f"{name}, large"] = ask(32, 4, 64, 2, 32, np.tri(32, dtype=bool)[None, None], pre_norm=pre)
        probes[f"dropout, {name}, evaluation"] = ask(4, 2, 6, 2, 3, dropout=1.0, pre_norm=pre)
        probes[f"dropout, {name}, all in training"] = ask(4, 2, 6, 2, 3, None, True, dropout=1.0, pre_norm=pre)
        probes[f"gradients, {name}"] = ask(4, 2, 6, 2, 3, np.tri(3, dtype=bool)[None, None], what="gradients", pre_norm=pre)
    probes["dropout, share"] = ask(4, 2, 6, 2, 3, None, True, "share", dropout=0.25)
    probes["defaults"] = ask(4, 2, 6, 1, 3)
    return probes


@each("worked", "pre-norm", "post-norm", "defaults")
def block_agrees(got, ideal, probe):
    """The block computes attention and feed-forward in the asked order, each added to what went in."""
    return close(got, ideal, **TOL)


@each("dropout")
def dropout_on_the_paths_alone(got, ideal, probe):
    """Dropout acts on what is added, in training mode only; the stream itself is never dropped."""
    if probe.target != "probe.share":
        return close(got, ideal, **TOL)
    for part, seen in got.items():
        if abs(seen["dropped"] - 0.25) > 0.04 or seen["sizes"] != 1:
            more = "" if seen["sizes"] == 1 else " and inside it numbers are dropped as well"
            return Miss(f"With dropout=0.25 a share of {seen['dropped']:.2f} of what {part} adds arrives as 0, expected 0.25{more}.")
    return None


@each("gradients")
def gradients_flow(got, ideal, probe):
    """Gradients reach x and every parameter."""
    dead = [k for k in ideal if got.get(k) is None]
    return Miss(f"No gradient reaches {dead[0]}.") if dead else close(got, ideal, **TOL)
