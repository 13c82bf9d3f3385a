"""Causal attention on six draws of tensors."""

import numpy as np
from gradus.judging import Tensor, call, close, each

EXPECTED = {"one position": Tensor("float32", np.array([[[5.0]]], dtype="f4"))}


def PROBES(rng):
    def draw(b, t, d):
        return [Tensor("float32", rng.normal(size=(b, t, d)).astype("f4")) for _ in range(3)]

    one = [Tensor("float32", np.full((1, 1, 1), v, "f4")) for v in (1.0, 2.0, 5.0)]
    return {"one position": call("attention", *one)} | {f"drawn {i}": call("attention", *draw(1 + i % 2, 3 + 4 * i, 8)) for i in range(5)}


@each()
def agrees(got, ideal):
    """The values agree with the definition."""
    return close(got, ideal, rtol=1e-4, atol=1e-6)
