"""Loss and gradients of a tanh MLP: the last layer first, then back to the first, then the batch."""

import math

import numpy as np

from gradus.judging import Miss, call, close, each, whole

# x = 1, hidden tanh(ln 2) = 0.6, logits (ln 3, 0), so p = (3/4, 1/4); the label is 1.
EXPECTED = {"worked example": (math.log(4), [[[0.48]], [[0.45, -0.45]]], [[0.48], [0.75, -0.75]])}
TOL = {"rtol": 1e-6, "atol": 1e-8}


def network(rng, sizes, scale=1.0):
    pairs = list(zip(sizes[:-1], sizes[1:], strict=True))
    return [rng.normal(size=p) * scale / math.sqrt(p[0]) for p in pairs], [rng.normal(size=p[1]) * 0.3 for p in pairs]


def batch(rng, n, sizes, scale=1.0, spread=1.0):
    return (rng.normal(size=(n, sizes[0])) * spread, rng.integers(0, sizes[-1], n), *network(rng, sizes, scale))


def PROBES(rng):
    one = [np.array([[math.log(2)]]), np.array([[2.0, 1.0]])], [np.zeros(1), np.array([math.log(3) - 1.2, -0.6])]
    probes = {"worked example": call("backward", np.array([[1.0]]), np.array([1]), *one)}
    probes["one layer"] = call("backward", *batch(rng, 4, (3, 2)))
    probes["one example"] = call("backward", *batch(rng, 1, (2, 3, 2)))
    probes["one class"] = call("backward", *batch(rng, 3, (2, 3, 1)))
    probes["square layers"] = call("backward", *batch(rng, 5, (3, 3, 3, 3)))
    for i in range(6):
        sizes = [int(s) for s in rng.integers(2, 6, rng.integers(3, 6))]
        probes[f"drawn {i}"] = call("backward", *batch(rng, int(rng.integers(2, 9)), sizes))
    X, y, weights, biases = batch(rng, 3, (2, 4, 3))
    probes["batch once"] = call("backward", X, y, weights, biases)
    probes["batch twice"] = call("backward", np.vstack([X, X]), np.hstack([y, y]), weights, biases)
    X, y, weights, biases = batch(rng, 4, (3, 4, 3))
    probes["saturated"] = call("backward", X * 30, y, weights, biases)
    least = np.argmin(np.tanh(X @ weights[0] + biases[0]) @ weights[1], axis=1)  # labels whose probability is rounded to 0
    probes["huge logits"] = call("backward", X, least, [weights[0], weights[1] * 1e4], biases)
    probes["large"] = call("backward", *batch(rng, 64, (20, 30, 20, 10)))
    return probes


@each()
def loss_is_the_mean(got, ideal, probe):
    """The loss is the mean cross-entropy over the batch."""
    return close(got[0], ideal[0], **TOL, path="the loss")


@each()
def one_gradient_a_layer(got, ideal, probe):
    """There is one gradient for each weight and each bias, of the same shape."""
    for name, arrays, given in (("weight_grads", got[1], probe.args[2]), ("bias_grads", got[2], probe.args[3])):
        if len(arrays) != len(given):
            return Miss(f"{name} has {len(arrays)} entries, expected {len(given)}.")
        for i, (g, w) in enumerate(zip(arrays, given, strict=True)):
            if np.shape(g) != w.shape:
                return Miss(f"{name}[{i}] has shape {np.shape(g)}, expected {w.shape}.")
    return None


@whole
def repeating_the_batch_changes_nothing(seen, ideal):
    """Giving every example twice leaves the loss and all gradients as they are, because the loss is a mean."""
    miss = close(seen["batch twice"], seen["batch once"], **TOL)
    return miss and Miss(f"The same batch given twice: {miss.say}", "batch twice")


@each()
def last_layer(got, ideal, probe):
    """The gradients of the last layer are right."""
    return close(list(got[2][-1:]), list(ideal[2][-1:]), **TOL, path="the last of bias_grads") or close(
        list(got[1][-1:]), list(ideal[1][-1:]), **TOL, path="the last of weight_grads"
    )


@each()
def earlier_layers(got, ideal, probe):
    """The gradients of all earlier layers are right."""
    return close(list(got[2]), list(ideal[2]), **TOL, path="bias_grads") or close(list(got[1]), list(ideal[1]), **TOL, path="weight_grads")
