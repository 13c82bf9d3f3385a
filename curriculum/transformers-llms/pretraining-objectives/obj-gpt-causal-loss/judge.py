"""Next-token loss: labels in place, one shift, the mean over what counts, and its gradient."""

import math
import numpy as np
from gradus.judging import Miss, Tensor, call, close, each, script

LOGITS = np.log([[[1, 2, 1], [3, 1, 1], [1, 1, 1], [5, 1, 2]]])
EXPECTED = {  # -ln(1/2) and -ln(3/5); the third pair is padding
    "worked example": Tensor("float64", np.array((math.log(2) + math.log(5 / 3)) / 2)),
    "terms, worked": Tensor("float64", np.array([[math.log(2), math.log(5 / 3), 0.0]])),
    "labels, worked": Tensor("int64", np.array([[2, 1, 0, -100]])),
}
TOL = {"rtol": 1e-4, "atol": 1e-6}


def ints(a):
    return Tensor("int64", np.asarray(a, "int64"))


def PROBES(rng):
    def drawn(b, n, words, ignored=0.3, ignore=-100, scale=2.0, dtype="float32"):
        labels = np.where(rng.random((b, n)) < ignored, ignore, rng.integers(0, words, (b, n)))
        return Tensor(dtype, (rng.normal(size=(b, n, words)) * scale).astype(dtype)), ints(labels)

    example = Tensor("float64", LOGITS), ints([[2, 1, 0, -100]])
    probes = {"worked example": call("causal_loss", *example), "terms, worked": call("token_losses", *example)}
    probes["labels, worked"] = call("labels_for", ints([[2, 1, 0, 0]]), ints([3]))
    for i in range(4):
        b, n = 1 + i % 3, int(rng.integers(3, 8))
        tokens, lengths = ints(rng.integers(0, 6, (b, n))), ints(rng.integers(1, n + 1, b))
        probes[f"labels {i}"] = call("labels_for", tokens, lengths)
        probes[f"labels {i} with a prompt"] = call("labels_for", tokens, lengths, ints(rng.integers(0, n, b)), **({"ignore": -1} if i % 2 else {}))
        given = drawn(b, n, int(rng.integers(3, 7)))
        probes |= {f"terms {i}": call("token_losses", *given), f"loss {i}": call("causal_loss", *given)}
    probes["labels, prompt longer than the text"] = call("labels_for", ints([[1, 2, 3, 0]]), ints([2]), ints([4]))
    probes["labels, an empty text and a full one"] = call("labels_for", ints([[1, 2, 3], [4, 5, 0]]), ints([0, 3]))
    uneven = drawn(2, 6, 5, 0.0)
    uneven[1].data[1, 2:] = -100
    probes["loss of a long and a short text"] = call("causal_loss", *uneven)
    probes["loss, everything counts"] = call("causal_loss", *drawn(2, 4, 5, 0.0))
    probes["loss, nothing counts"] = call("causal_loss", *drawn(2, 3, 4, 1.0))
    probes["loss, the first label alone counts"] = call("causal_loss", drawn(1, 3, 4)[0], ints([[2, -100, -100]]))
    probes["loss, a single label counts"] = call("causal_loss", drawn(1, 3, 4)[0], ints([[-100, 2, -100]]))
    probes["loss of one token"] = call("causal_loss", *drawn(2, 1, 4, 0.0))
    probes["loss, token 0 counts"] = call("causal_loss", drawn(1, 4, 3)[0], ints([[0, 0, 0, -100]]))
    probes["loss with another mark"] = call("causal_loss", *drawn(2, 5, 4, 0.5, -7), ignore=-7)
    probes["terms with another mark"] = call("token_losses", *drawn(2, 4, 4, 0.5, -1), -1)
    probes["loss of huge logits"] = call("causal_loss", *drawn(2, 4, 5, 0.2, scale=4000.0, dtype="float64"))
    probes["terms of huge logits"] = call("token_losses", *drawn(2, 4, 5, 0.2, scale=4000.0, dtype="float64"))
    probes["gradients"] = script("gradients", *drawn(2, 4, 5), shown="the gradient of causal_loss with respect to logits (2, 4, 5)")
    probes["gradients, nothing counts"] = script("gradients", *drawn(1, 3, 4, 1.0), shown="the gradient of causal_loss where nothing counts")
    probes["from tokens"] = script("from_tokens", drawn(2, 6, 5)[0], ints(rng.integers(0, 5, (2, 6))), ints([6, 4]), ints([2, 1]), shown="causal_loss(logits, labels_for(tokens, lengths, prompt))")
    return probes | {"loss, large": call("causal_loss", *drawn(4, 64, 50))}


@each("labels")
def labels_stay_in_place(got, ideal, probe):
    """Labels are the tokens in their own places, with the mark at padding and prompt."""
    return close(got, ideal)


@each("terms")
def each_place_predicts_the_next(got, ideal, probe):
    """The logits at a place are judged by the label one place later; a marked label gives 0."""
    return close(got, ideal, **TOL)


@each("worked", "loss", "from")
def mean_over_what_counts(got, ideal, probe):
    """The loss is the sum of the terms divided by how many labels count, over the whole batch; 0 if none does."""
    return close(got, ideal, **TOL)


@each("gradients")
def gradient(got, ideal, probe):
    """The gradient reaches the logits of the places that count, and no others."""
    return Miss("No gradient reaches the logits.") if got is None else close(got, ideal, **TOL)
