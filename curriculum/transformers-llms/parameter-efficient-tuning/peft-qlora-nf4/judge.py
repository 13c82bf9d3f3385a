"""NF4 codes, scales and weights, and a layer that learns on top of them."""

import numpy as np

from gradus.judging import Miss, Tensor, close, each, equal, script


def tensor(a, dtype="float64"):
    return Tensor(dtype, np.asarray(a, dtype))


LEVELS = np.array([-1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334, -0.09105003625154495, 0.0,
                   0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1.0])
MIDDLES = (LEVELS[1:] + LEVELS[:-1]) / 2
BACK = tensor([2 * LEVELS[i] for i in (10, 0, 8, 14)])
EXPECTED = {
    "worked example": {"codes": Tensor("int64", np.array([10, 0, 8, 14])), "scales": tensor([2.0]), "back": BACK}, "every level": tensor(LEVELS * 3),
    "zeros": {"codes": Tensor("int64", np.full((2, 3), 7)), "scales": tensor([0.0, 0.0]), "back": tensor(np.zeros((2, 3)))},
}


def PROBES(rng):
    def weights(*shape, block=64, spread=0.5, dtype="float64"):
        flat = rng.normal(size=int(np.prod(shape))) * spread
        for start in range(0, len(flat), block):  # keep away from the middles
            part = flat[start:start + block]
            top = np.abs(part).max()
            for _ in range(3):
                near = np.abs(part[:, None] / top - MIDDLES).min(1) < 2e-4
                part[near] += top * 7e-4
        return tensor(flat.reshape(shape), dtype)

    def coded(weight, block):
        return script("coded", weight, block, shown=f"quantise and dequantise, shape {weight.data.shape}, {weight.dtype}, block {block}")

    probes = {"worked example": coded(tensor([0.5, -2.0, 0.1, 1.3]), 4)}
    probes["every level"] = script("back", Tensor("int64", np.arange(16)), tensor([3.0]), 16, shown="dequantise the codes 0 to 15 with the scale 3")
    probes["zeros"] = coded(tensor(np.zeros((2, 3))), 3)
    for i in range(4):
        block = int(rng.choice([4, 8, 16]))
        rows = int(rng.integers(2, 6))
        probes[f"whole blocks {i}"] = coded(weights(rows, block * 2, block=block), block)
        probes[f"blocks over rows {i}"] = coded(weights(rows, block + 3, block=block), block)
        probes[f"codes back {i}"] = script("back", Tensor("int64", rng.integers(0, 16, (3, 5))), tensor(rng.uniform(0.1, 3, 4)), 4, shown="dequantise drawn codes in blocks of 4")
        r, n, out, block = int(rng.integers(1, 4)), int(rng.integers(3, 7)), int(rng.integers(3, 7)), 5
        factors = tensor(rng.normal(size=(r, n))), tensor(rng.normal(size=(out, r))), float(rng.choice([1, 6]))
        probes[f"layer {i}"] = script("layer", weights(out, n, block=block), *factors, block, tensor(rng.normal(size=(2, n))), shown=f"QLoRALinear of {n} to {out}, rank {r}, alpha {factors[2]:g}")
    some = weights(3, 8, block=8).data * [[1.0], [0.0], [1.0]]
    probes["zeros in one block"] = coded(tensor(some), 8)
    probes["an outlier"] = coded(tensor(weights(2, 16, block=8).data + 40.0 * (np.arange(32).reshape(2, 16) == 3)), 8)
    probes["all negative"] = coded(tensor(-np.abs(weights(2, 6, block=6).data)), 6)
    probes["block of one"], probes["block larger than all"] = coded(weights(2, 3, block=1), 1), coded(weights(3, 4), 64)
    probes["tiny values"] = coded(tensor(weights(2, 8, block=8).data * 1e-9), 8)
    probes["float32"] = coded(weights(4, 8, block=8, dtype="float32"), 8)
    return probes


CODED = ("worked", "zeros", "whole", "blocks over", "an outlier", "all", "block of", "block larger", "tiny", "float32")


@each(*CODED)
def scales_agree(got, ideal, probe):
    """Each block's scale is its largest absolute value; codes are uint8."""
    return close(got["scales"], ideal["scales"], rtol=1e-6, atol=0.0, path="scales") or equal(got["type"], ideal["type"], "the dtype of codes")


@each(*CODED, "every", "codes back")
def codes_and_weights_agree(got, ideal, probe):
    """Each code names the nearest level, and level times scale comes back."""
    if isinstance(got, Tensor):
        return close(got, ideal, rtol=1e-6, atol=1e-9)
    return equal(got["codes"], ideal["codes"], "codes") or close(got["back"], ideal["back"], rtol=1e-4 if "float32" in probe.shown else 1e-6, atol=1e-16, path="weights")


@each("layer")
def layer_agrees(got, ideal):
    """Only A and B learn, codes and scales are saved, and the layer computes the quantised weight plus the correction."""
    wrong = next((k for k in ("trainable", "start", "saved", "floats_held") if equal(got[k], ideal[k])), None)
    return Miss(f"{wrong}: {got[wrong]}, expected {ideal[wrong]}.") if wrong else close(got, ideal, rtol=1e-5, atol=1e-7)
