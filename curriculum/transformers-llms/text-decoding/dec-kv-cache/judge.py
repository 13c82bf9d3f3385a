"""Decoding with a cache: the logits of the full pass, for the work of the new tokens alone."""

import numpy as np

from gradus.judging import Miss, Tensor, close, each, finite, script, whole

# Mean of token + 100 position over what is visible: 4, (4+102)/2, (4+102+209)/3, (4+102+209+301)/4
EXPECTED = {"worked example": {"logits": Tensor("float32", np.array([[[4.0], [53.0], [105.0], [154.0]]], "float32")), "projected": [2, 1, 1]}}
TOL = {"rtol": 1e-3, "atol": 1e-5}
WORDS = 13


def PROBES(rng):
    def text(b, n):
        return Tensor("int64", rng.integers(0, WORDS, (b, n)))

    def model(layers=2, heads=2, width=16):
        return int(rng.integers(1, 10**6)), layers, heads, width, WORDS

    def pieces(shape, tokens, real, sizes):
        pads = "" if real is None else f" {Tensor('bool', real).data.size - int(real.sum())} of them padding,"
        shown = f"decode on tokens of shape {tokens.data.shape},{pads} in calls of {', '.join(map(str, sizes))} tokens"
        return script("in_pieces", shape, tokens, None if real is None else Tensor("bool", real), sizes, shown=shown)

    probes = {"worked example": pieces(None, Tensor("int64", np.array([[4, 2, 9, 1]])), None, [2, 1, 1])}
    probes["one call, one token"] = pieces(model(), text(1, 1), None, [1])
    probes["one call, one layer"] = pieces(model(1, 1, 8), text(1, 5), None, [5])
    same = model(), text(2, 7), None
    for name, sizes in {"one call": [7], "token by token": [1] * 7, "prompt, then tokens": [4, 1, 1, 1], "in chunks": [2, 3, 2]}.items():
        probes[name] = pieces(*same, sizes)
    probes["three layers"] = pieces(model(3, 4, 16), text(3, 6), None, [3, 1, 2])
    lengths = rng.permutation([2, 3, 5])
    left = np.hstack([np.arange(5)[None, :] >= 5 - lengths[:, None], np.ones((3, 3), bool)])
    probes["padded, one call"] = pieces(model(), text(3, 8), left, [8])
    probes["padded, then tokens"] = pieces(model(), text(3, 8), left, [5, 1, 1, 1])
    probes["padded anywhere"] = pieces(model(), text(3, 9), (rng.random((3, 9)) < 0.6) | (np.arange(9) == 8), [4, 3, 1, 1])
    probes["padded, scores in the hundreds"] = pieces((*model(), 150.0), text(2, 6), left[:2, 1:7], [4, 1, 1])
    probes["padded, token by token"] = pieces(model(), text(2, 5), left[:2, 2:7], [1] * 5)
    probes["two ends of one beginning"] = script(
        "two_ends", model(), text(1, 4), [text(1, 3), text(1, 2)], shown="a beginning of 4 tokens, its cache continued in two ways")
    probes["two texts in turn"] = script("in_turn", model(), text(1, 3), text(2, 4), shown="two texts in turn, each with its own cache")
    probes["large"] = pieces(model(2, 2, 32), text(2, 96), None, [64] + [1] * 32)
    return probes


@each("one call", "worked")
def one_call(got, ideal, probe):
    """A single call without a cache gives the logits of a causal pass."""
    n = probe.args[3][0]
    return close(got["logits"].data[:, :n], ideal["logits"].data[:, :n], **TOL, path="logits")


@each("worked", "token", "prompt", "in chunks", "three", "padded", "large")
def only_the_new_tokens(got, ideal, probe):
    """Each call puts its own tokens through every layer's qkv once, and none of the earlier ones."""
    rows = probe.args[1].data.shape[0]
    for i, (n, size) in enumerate(zip(got["projected"], probe.args[3], strict=False), 1):
        if n > rows * size:
            return Miss(f"Call {i} brings {rows * size} new tokens, but a layer's qkv saw {n}.")
    return None


@whole
def pieces_do_not_matter(seen, ideal):
    """One call or seven, the logits of a text are the same."""
    names = ("token by token", "prompt, then tokens", "in chunks")
    found = ((close(seen[n]["logits"], seen["one call"]["logits"], **TOL, path="logits"), n) for n in names)
    return next((Miss(f"Against the same text in one call: {miss.say}", n) for miss, n in found if miss), None)


@each("padded")
def padding_leaves_no_trace(got, ideal, probe):
    """A padded row gets the logits it would get alone, without its padding, and all of them are finite."""
    return finite(got["logits"]) or close(got["logits"], ideal["logits"], **TOL, path="logits")


@each()
def logits_agree(got, ideal, probe):
    """All logits are those of the full pass, also when one cache is continued twice or two are in use."""
    return close(got["logits"], ideal["logits"], **TOL, path="logits")
