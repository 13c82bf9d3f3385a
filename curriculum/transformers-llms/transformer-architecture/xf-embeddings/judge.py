"""Embeddings: the rows, their scale, one table for both ends, and a padding row that never learns."""

import numpy as np

from gradus.judging import Miss, Tensor, close, each, script

TABLE = np.array([[0, 0, 0, 0], [0.5, 0, 0.5, 0], [0, 1, 0, 1]])
EXPECTED = {  # width 4: rows times 2; (2, 1, 0, 1) with the rows: 1 and 2
    "worked example": {
        "vectors": Tensor("float32", np.array([[1, 0, 1, 0], [0, 0, 0, 0], [0, 2, 0, 2]], "float32")),
        "logits": Tensor("float32", np.array([[-np.inf, 1, 2]], "float32")),
    }
}
TOL = {"rtol": 1e-4, "atol": 1e-5}


def f32(a):
    return Tensor("float32", np.asarray(a, "float32"))


def ints(a):
    return Tensor("int64", np.asarray(a, "int64"))


def PROBES(rng):
    def table(words, width, pad):
        rows = rng.normal(size=(words, width))
        rows[[] if pad is None else pad] = 0.0
        return f32(rows)

    def both(words, width, pad, shape):
        some = np.where(rng.random(shape) < 0.3, 0 if pad is None else pad, rng.integers(0, words, shape))
        targets = rng.integers(0, words - 1, shape)
        targets = targets + (targets >= words if pad is None else targets >= pad)
        return words, width, pad, table(words, width, pad), ints(some), f32(rng.normal(size=(*shape, width))), ints(targets)

    probes = {"worked example": script("use", 3, 4, 0, f32(TABLE), ints([1, 0, 2]), f32([[2, 1, 0, 1]]), shown="the lesson's example")}
    for i, (pad, shape) in enumerate(((None, (4,)), (0, (2, 5)), (3, (6,)), (None, (2, 3)), (1, (1, 2, 3)), (0, ()))):
        words, width = int(rng.integers(5, 9)), (3, 5, 8, 2, 6, 7)[i]
        given = both(words, width, pad, shape)
        shown = f"TokenEmbedding({words}, {width}, {pad}) on tokens of shape {shape}"
        probes[f"use {i}, pad {pad}"] = script("use", *given[:-1], shown=shown)
        probes[f"gradients {i}, pad {pad}"] = script("gradients", *given, shown=shown + ": gradients of both methods")
    probes["use, padding alone"] = script("use", *both(5, 3, 2, ())[:4], ints([2, 2]), f32(np.zeros((2, 3))), shown="TokenEmbedding(5, 3, 2) on two padding tokens")
    for pad in (None, 0, 7):
        probes[f"new, pad {pad}"] = script("new", 400, 50, pad, shown=f"a new TokenEmbedding(400, 50, {pad})")
    probes["one step, pad 0"] = script("one_step", *both(6, 4, 0, (2, 3)), shown="one step of SGD, then TokenEmbedding(6, 4, 0) again")
    probes["large"] = script("use", *both(500, 16, 0, (4, 12))[:-1], shown="TokenEmbedding(500, 16, 0) on 4 by 12 tokens")
    return probes


@each("worked", "use", "large")
def vectors_agree(got, ideal, probe):
    """A token's vector is its row times the root of the width; a padding token's vector is 0."""
    return close(got["vectors"], ideal["vectors"], **TOL, path="vectors")


@each("worked", "use", "large")
def logits_agree(got, ideal, probe):
    """Logits are the products with all rows, unscaled, and minus infinity for padding."""
    return close(got["logits"], ideal["logits"], **TOL, path="logits")


@each("worked", "use", "large")
def takes_rows(got, ideal, probe):
    """The lookup takes rows; it makes no tensor of tokens times words."""
    return Miss("The lookup makes a tensor with a number for every pair of token and word.") if got["full_size"] else None


@each("new")
def starts_well(got, ideal, probe):
    """A new module has one parameter, drawn with standard deviation 1 / root of the width; the row of padding is 0."""
    return close(got, ideal, rtol=0.05, atol=0.02) if got["parameters"] == ideal["parameters"] else Miss(f"The parameters have the shapes {got['parameters']}, expected {ideal['parameters']}.")


@each("gradients", "one step")
def learns_from_both_sides(got, ideal, probe):
    """The one table gets the gradients of lookup and output together, its padding row none at all, and both see the change."""
    return close(got, ideal, **TOL)
