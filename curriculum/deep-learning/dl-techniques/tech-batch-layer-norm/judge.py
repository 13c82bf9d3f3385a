"""Batch and layer normalisation: which numbers are averaged, what is remembered, what flows back."""

import numpy as np

from gradus.judging import call, close, each

# The numbers 1 and 5: mean 3, variance 4 (unbiased 8); with eps 2.25 the root is 2.5, so they become -0.8 and 0.8.
EXPECTED = {
    "batch worked example": ([[8.4], [11.6]], [0.3], [1.7]),
    "layer worked example": [[8.4, 11.6]],
}
TOL = {"rtol": 1e-6, "atol": 1e-8}


def layer(rng, *shape, spread=1.0, at=0.0):
    d = shape[-1]
    return rng.normal(size=shape) * spread + at, rng.normal(size=d) + 1.0, rng.normal(size=d)


def PROBES(rng):
    x, g, b = np.array([[1.0], [5.0]]), np.array([2.0]), np.array([10.0])
    probes = {"batch worked example": call("batch_norm", x, g, b, np.zeros(1), np.ones(1), True, eps=2.25)}
    probes["layer worked example"] = call("layer_norm", x.T, np.array([2.0, 2.0]), np.array([10.0, 10.0]), eps=2.25)

    def put(name, x, g, b, momentum={}, **eps):
        running, dy = (rng.normal(size=len(g)), rng.uniform(0.2, 3.0, size=len(g))), rng.normal(size=x.shape)
        probes[f"layer {name}"] = call("layer_norm", x, g, b, **eps)
        probes[f"backward layer {name}"] = call("layer_norm_backward", dy, x, g, **eps)
        if x.ndim == 2:
            probes[f"training {name}"] = call("batch_norm", x, g, b, *running, True, **momentum, **eps)
            probes[f"inference {name}"] = call("batch_norm", x, g, b, *running, False, **momentum, **eps)
            probes[f"backward batch {name}"] = call("batch_norm_backward", dy, x, g, **eps)

    for name, shape in {"two": (2, 3), "square": (4, 4), "one feature": (5, 1), "large": (256, 40)}.items():
        put(name, *layer(rng, *shape, spread=2.0))
    put("drawn", *layer(rng, *(int(s) for s in rng.integers(3, 9, 2))))
    for shape in ((3,), (2, 3, 4), (2, 1, 3, 2)):
        put(f"of {len(shape)} axes", *layer(rng, *shape))
    for name, spread, at in (("small spread", 0.003, 0.0), ("huge", 1e4, 0.0), ("far from zero", 1.0, 1e4), ("constant", 0.0, 3.0)):
        put(name, *layer(rng, 6, 4, spread=spread, at=at))
    put("other settings", *layer(rng, 4, 3, spread=0.1), {"momentum": 0.3}, eps=2.251)
    one = *layer(rng, 1, 3), rng.normal(size=3), np.full(3, 0.04)
    probes["inference one example"] = call("batch_norm", *one, False)
    probes["training one example"] = call("batch_norm", *one, True)
    return probes


@each("layer")
def layer_norm_values(got, ideal, probe):
    """layer_norm brings every example to mean 0 and variance 1 over its own features, then scales and shifts."""
    return close(got, ideal, **TOL)


@each("batch worked", "training")
def batch_norm_training(got, ideal, probe):
    """In training batch_norm normalises every feature with the mean and variance of this batch."""
    return close(got[0], ideal[0], **TOL, path="y")


@each("batch worked", "training")
def remembers(got, ideal, probe):
    """In training the running mean and the running variance move the share `momentum` towards the batch's, the variance unbiased."""
    return close(got[1], ideal[1], **TOL, path="running_mean") or close(got[2], ideal[2], **TOL, path="running_var")


@each("inference")
def inference_uses_the_memory(got, ideal, probe):
    """In inference y comes from the running statistics alone, which come back unchanged."""
    return close(list(got[1:]), list(ideal[1:]), 0, 0, path="the running statistics") or close(got[0], ideal[0], **TOL, path="y")


@each("backward")
def gradients(got, ideal, probe):
    """dgamma, dbeta and dx are the gradients of sum(dy * y)."""
    pairs = list(zip(("dx", "dgamma", "dbeta"), got, ideal, strict=True))
    return next((m for name, g, w in pairs[::-1] if (m := close(g, w, **TOL, path=name))), None)
