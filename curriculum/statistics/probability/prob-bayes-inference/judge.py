"""Counts, summaries and streams of evidence: what sums to 1, what must not depend on order, and what must not underflow."""

import numpy as np
from gradus.judging import Miss, View, call, close, each, whole

COIN = np.array([[0.5, 0.8], [0.5, 0.8], [0.5, 0.2]])
EXPECTED = {"beta example": (9, 5), "summary example": (0.6428571429, 0.3857383, 0.8614207), "stream example": [0.8978451716, 0.1021548284]}  # worked by hand

def PROBES(rng):
    p = {"beta example": call("update_beta", 2, 2, np.array([1, 1, 1, 0, 1, 1, 0, 1, 0, 1])), "beta of nothing": call("update_beta", 1, 1, np.array([], dtype=int))}
    p |= {"beta failure only": call("update_beta", 3, 1, np.array([0])), "beta half prior": call("update_beta", 0.5, 0.25, rng.integers(0, 2, 9))}
    p |= {f"beta random {i}": call("update_beta", int(rng.integers(1, 9)), int(rng.integers(1, 9)), (rng.random(int(rng.integers(3, 60))) < rng.random()).astype(int)) for i in range(6)}
    for i in range(8):
        a, b = (float(rng.uniform(0.6, 40)) for _ in range(2))
        p |= {f"summary {i}": call("summarise", a, b, float(rng.choice([0.5, 0.8, 0.9, 0.99]))), f"summary {i} of failures": call("summarise", b, a, 0.8), f"summary {i} of successes": call("summarise", a, b, 0.8)}
    p |= {"summary near the edge": call("summarise", 0.5, 30.0), "summary large": call("summarise", 4000, 6000, level=0.9), "summary flat": call("summarise", 1, 1)}
    p |= {"summary example": call("summarise", 9, 5), "stream example": call("update_discrete", np.array([0.9, 0.1]), COIN)}
    for i in range(8):
        h, t = int(rng.integers(2, 7)), int(rng.integers(2, 30))
        prior, like = rng.dirichlet(np.ones(h)), rng.uniform(0.05, 0.95, (t, h))
        p |= {f"stream {i}": call("update_discrete", prior, like), f"stream {i} reversed": call("update_discrete", prior, like[::-1].copy())}
    prior, zero = rng.dirichlet(np.ones(4)), rng.uniform(0.1, 0.9, (6, 4)) * np.array([[1, 1, 1, 1]] * 4 + [[1, 0, 1, 1], [1, 1, 1, 0]])
    p |= {"stream of nothing": call("update_discrete", prior, np.zeros((0, 4))), "stream of one": call("update_discrete", prior, zero[:1]), "stream with zeros": call("update_discrete", prior, zero)}
    p |= {"stream with a ruled out prior": call("update_discrete", np.array([0.0, 0.3, 0.7]), rng.uniform(0.1, 0.9, (5, 3))),
          "one hypothesis": call("update_discrete", np.ones(1), np.full((3, 1), 0.2)), "stream of densities": call("update_discrete", prior, rng.uniform(0, 30, (12, 4)))}
    p |= {f"stream, {name}": call("update_discrete", np.array([0.2, 0.3, 0.5]), rng.uniform(low, low * 1.01, (t, 3))) for name, t, low in (("long", 5000, 0.4), ("long and rare", 1500, 1e-12))}
    tide = np.where((np.arange(4000) < 2000)[:, None], [0.2, 0.8, 0.3], [0.8, 0.2, 0.3]) * rng.uniform(0.9, 1.0, (4000, 1))
    veto = np.where((np.arange(3000) == 7)[:, None], [0.2, 0.0, 0.3], [0.2, 0.8, 0.3])
    p |= {name: call("update_discrete", np.array([0.5, 0.3, 0.2]), x) for name, x in (("stream, tide", tide), ("stream, tide reversed", tide[::-1].copy()), ("stream with a veto", veto))}
    p |= {"ruled out": call("update_discrete", np.array([0.5, 0.5]), np.array([[0.0, 0.4], [0.3, 0.0]])), "ruled out at once": call("update_discrete", np.array([1.0, 0.0]), np.array([[0.0, 0.4]]))}
    return p

@each("beta")
def counts(got, ideal):
    """Each success adds 1 to a, each failure adds 1 to b."""
    return close(got, ideal)

@each("summary")
def mean(got, ideal):
    """The mean is that of the Beta distribution."""
    return close(got[0], ideal[0], atol=1e-7)

@whole
def mirrored(seen, ideal):
    """Swapping a and b mirrors the interval: what was cut off above is cut off below."""
    for i in range(8):
        (_, low, high), (_, low2, high2) = seen[f"summary {i} of successes"], seen[f"summary {i} of failures"]
        if close(low, 1 - high2, atol=2e-7) or close(high, 1 - low2, atol=2e-7):
            return Miss(f"({low:.6g}, {high:.6g}) and, with a and b swapped, ({low2:.6g}, {high2:.6g}): the tails are not equal.", f"summary {i} of successes")
    return None

@each("summary")
def interval(got, ideal):
    """The same probability is cut off on both sides, (1 - level)/2 of the posterior."""
    return close(got[1:], ideal[1:], atol=1e-7)

@each("stream", "one hypothesis")
def sums_to_one(got):
    """A posterior is non-negative and sums to 1."""
    w = np.asarray(got, dtype=float)
    return close(w.sum(), 1.0, atol=1e-9) or (Miss(f"Yours holds {w.min():.3g}.") if w.min() < 0 else None)
@whole
def order_free(seen, ideal):
    """The order of the observations does not matter."""
    for name in [f"stream {i}" for i in range(8)] + ["stream, tide"]:
        if miss := close(seen[name], seen[f"{name} reversed"], atol=1e-9):
            return Miss(f"Forwards and backwards differ. {miss.say}", name)
    return None
@each("stream with")
def ruled_out(got, ideal):
    """What the prior or one observation makes impossible ends with exactly 0."""
    left = np.asarray(got)[np.asarray(ideal) == 0]
    return Miss(f"A hypothesis that was ruled out is left with {left.max():.3g}.") if left.any() else None
@each("stream", "one hypothesis")
def posterior(got, ideal):
    """The posterior is prior times likelihoods, rescaled; it survives thousands of tiny factors."""
    miss = close(got, ideal, rtol=0, atol=1e-9)
    bars = {"labels": [f"hypothesis {i}" for i in range(len(ideal))], "expected": np.asarray(ideal), "yours": np.asarray(got), "y_label": "posterior"}
    return miss and Miss(miss.say, view=View("bars", bars))
