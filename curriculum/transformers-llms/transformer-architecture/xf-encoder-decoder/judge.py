"""Encoder-decoder: logits, the right shift, who sees what, and gradients."""

import math

import numpy as np

from gradus.judging import Miss, Tensor, close, each, script

# every part adds 0: the start token's row, doubled, plus position 0, normalised to (1, -1, 1, -1), times the table
EXPECTED = {"worked example": {"logits": Tensor("float32", np.array([[[-math.inf, 200.0, 3.0, 2.0]]], "float32"))}}
TOL = {"rtol": 1e-3, "atol": 1e-4}


def f32(a):
    return Tensor("float32", np.asarray(a, "float32"))


def ints(a):
    return Tensor("int64", np.asarray(a, "int64"))


def drawn(rng, words, width, hidden, layers, pad, zero=False):
    """All weights by name; the table under `tokens`."""
    shapes = {}
    for i in range(layers):
        for part in (f"encoder.{i}.attention", f"decoder.{i}.attention", f"decoder.{i}.cross"):
            shapes |= {f"{part}.{k}": (width, width) for k in ("q", "k", "v", "out")}
        shapes |= {f"{t}.{i}.{k}": s for t in ("encoder", "decoder") for k, s in (("up", (hidden, width)), ("down", (width, hidden)))}
    norms = [f"{t}.{i}.norm{k}" for t, count in (("encoder", 2), ("decoder", 3)) for i in range(layers) for k in range(1, count + 1)]
    state = {f"{n}.weight": f32(rng.normal(size=s) * 1.3 / math.sqrt(s[1]) * (not zero)) for n, s in shapes.items()}
    state |= {f"{n}.bias": f32(rng.normal(size=s[0]) * 0.5 * (not zero)) for n, s in shapes.items()}
    for n in (*norms, "encoder_norm", "decoder_norm"):
        state |= {f"{n}.weight": f32(np.ones(width) if zero else rng.uniform(0.5, 2, width)), f"{n}.bias": f32(rng.normal(size=width) * 0.5 * (not zero))}
    table = rng.normal(size=(words, width)) / math.sqrt(width)
    table[pad] = 0
    return state | {"tokens": f32(table)}


def PROBES(rng):
    state = drawn(rng, 4, 4, 2, 1, 0, True) | {"tokens": f32([[0] * 4, [50, -50, 50, -50], [3, 0, 0, 0], [0, 0, 0, -2]])}
    probes = {"worked example": script("run", (4, 4, 2, 2, 1), {}, state, ints([[2, 3]]), ints([2]), ints([[3]]), shown="the lesson's example")}

    def ask(name, b, n, m, lengths, layers=1, heads=2, what="run", **how):
        width, hidden, words = 2 * heads * int(rng.integers(1, 3)), int(rng.integers(4, 9)), int(rng.integers(6, 10))
        given = drawn(rng, words, width, hidden, layers, how.get("pad", 0)), ints(rng.integers(2, words, (b, n))), ints(lengths), ints(rng.integers(2, words, (b, m)))
        return {name: script(what, (words, width, heads, hidden, layers), how, *given, shown=f"Transformer({words}, {width}, {heads}, {hidden}, {layers}) on source ({b}, {n}) with lengths {list(lengths)} and target ({b}, {m})" + (f": {what}" if what != "run" else ""))}

    probes |= ask("short", 1, 2, 1, [2]) | ask("one source token", 1, 1, 3, [1]) | ask("as long as the source", 2, 4, 4, [4, 4]) | ask("longer", 1, 3, 6, [3])
    for i in range(3):
        n, m = int(rng.integers(2, 6)), int(rng.integers(2, 6))
        probes |= ask(f"drawn {i}", 2, n, m + (m == n), [n, n], 1 + i % 2, 1 + i)
    probes |= ask("padded source", 3, 5, 4, [5, 2, 1]) | ask("padded source, two layers", 2, 6, 3, [3, 6], 2) | ask("padded, as long as the target", 2, 4, 4, [2, 4])
    probes |= ask("other marks", 2, 4, 3, [4, 3], pad=3, start=2) | ask("three layers", 1, 4, 5, [4], 3)
    for i, (n, m) in enumerate(((3, 5), (4, 4))):
        probes |= ask(f"reach {i}", 1, n, m, [n - 1], 1 + i, what="reach")
    return probes | ask("gradients", 2, 4, 3, [4, 2], what="gradients") | ask("large", 2, 24, 20, [24, 11], 2, 4)


@each("reach")
def who_reads_what(got, ideal, probe):
    """The logits at a place depend on the real source and on earlier target tokens, and on nothing else."""
    wrong = next((k for k in ideal if got[k] != ideal[k]), None)
    return wrong and Miss(f"A change of {wrong.replace('_', ' ')} {'changes' if got[wrong] else 'does not change'} the logits of a place.")


@each("worked", "short", "one", "as long", "longer", "drawn", "padded", "other", "three", "large")
def logits_agree(got, ideal, probe):
    """The logits are those of both towers, wired as the task says."""
    return close(got["logits"], ideal["logits"], **TOL, path="logits")


@each("gradients")
def gradients_flow(got, ideal, probe):
    """Gradients reach every parameter."""
    dead = [k for k in ideal if got.get(k) is None]
    return Miss(f"No gradient reaches {dead[0]}.") if dead else close(got, ideal, rtol=1e-2, atol=1e-3)
