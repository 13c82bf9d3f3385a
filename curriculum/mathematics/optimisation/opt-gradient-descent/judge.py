"""Gradient descent: every step, the end of the path, the recorded values, and the rate that is safe."""

import numpy as np
from gradus.judging import Miss, View, call, close, each, script

EXPECTED = {
    "run, worked example": {"path": [1.0, 2, 0, 1.5, 0, 1.125], "values": [4.0, 1.125, 0.6328125]},
    "run too fast": {"path": [1.0, 0, -1.4, 0, 1.96, 0, -2.744, 0], "values": [2.0, 3.92, 7.6832, 15.059072]},
    "rate for curvatures 4 and 1": 0.25, "rate for 2 1 1 2": 1 / 3}  # fmt: skip
FORMULA = {"quadratic": "0.5 x'Hx - b'x + {2:.6g} with H = {0}, b = {1}", "logistic": "the mean logistic loss of {3} examples + {2:g}/2 x'x", "valley": "(1 - x)^2 + {0:g} (y - x^2)^2"}

def descend(kind, numbers, start, rate, **options):
    """A probe, and the text that the learner reads for it."""
    seen = [np.round(n, 3).tolist() if isinstance(n, np.ndarray) else n for n in (*numbers, len(numbers[0]) if kind == "logistic" else 0)]
    more = "".join(f", {k}={v:g}" for k, v in options.items())
    return script("descend", kind, numbers, start, rate, **options, shown=f"gradient_descent(f, gradient, {np.round(start, 3).tolist()}, {rate:.6g}{more}) for f = {FORMULA[kind].format(*seen)}")

def curved(rng, n, spread):
    """A symmetric matrix with eigenvalues between 1/spread and 1 times some scale, none of them alike."""
    q = np.linalg.qr(rng.normal(size=(n, n)))[0] * np.sqrt(np.linspace(1, 1 / spread, n) * rng.uniform(0.5, 5))
    return q @ q.T

def PROBES(rng):
    bowl, zero, one = np.diag([4.0, 1.0]), np.zeros(2), np.ones(1)
    runs = {"worked example": descend("quadratic", (bowl, zero, 0.0), np.array([1.0, 2]), 0.25, max_steps=2), "too fast": descend("quadratic", (bowl, zero, 0.0), np.array([1.0, 0]), 0.6, max_steps=3)}
    for i, (n, spread) in enumerate([(1, 1), (2, 3), (2, 10), (3, 5), (4, 8), (8, 6)]):
        h = curved(rng, n, spread)
        runs[f"lemma {i}"] = descend("quadratic", (h, rng.normal(size=n), float(rng.uniform(-3, 3))), rng.normal(0, 3, n), 1 / float(np.linalg.eigvalsh(h)[-1]), tolerance=10.0 ** -int(rng.integers(2, 7)))
    h, b = curved(rng, 2, 4), rng.normal(size=2)
    runs |= {"valley floor high up": descend("quadratic", (h, b, 50.0), rng.normal(size=2), 0.15, tolerance=1e-4), "valley floor below zero": descend("quadratic", (h, b, -50.0), rng.normal(size=2), 0.15, tolerance=1e-4)}
    runs |= {"floor at zero": descend("quadratic", (h, zero, 0.0), rng.normal(size=2), 0.15, tolerance=1e-8), "slow": descend("quadratic", (h, b, 0.0), rng.normal(size=2), 1e-3, tolerance=1e-3, max_steps=60)}
    runs |= {"default settings": descend("quadratic", (h, b, 1.0), rng.normal(size=2), 0.15), "default settings, slow": descend("quadratic", (h, b, 1.0), 5 + rng.normal(size=2), 1e-4)}
    runs |= {"diverges": descend("quadratic", (h, b, 0.0), rng.normal(size=2), 4.5 / float(np.linalg.eigvalsh(h)[-1]), max_steps=40), "integer start": descend("quadratic", (h, b, 0.0), rng.integers(1, 9, 2), 0.15)}
    runs |= {"flat start": descend("quadratic", (bowl, zero, 3.0), zero, 0.1), "saddle": descend("quadratic", (np.diag([2.0, -1.0]), zero, 0.0), np.array([1.5, 0.0]), 0.2), "top of a hill": descend("quadratic", (-bowl, zero, 0.0), zero, 0.2, tolerance=0.0)}
    runs |= {"tolerance met exactly far out": descend("quadratic", (np.eye(1), one * 0, 0.0), 16 * one, 0.5, tolerance=4.0), "tolerance met exactly": descend("quadratic", (np.eye(1), one * 0, 0.0), 4 * one, 0.5, tolerance=1.0), "no steps": descend("quadratic", (bowl, zero, 0.0), np.array([1.0, 2]), 0.25, max_steps=0), "one step": descend("quadratic", (bowl, zero, 0.0), np.array([1.0, 2]), 0.25, max_steps=1)}
    runs |= {"many coordinates": descend("quadratic", (np.eye(20), np.zeros(20), 0.0), np.ones(20), 0.3, tolerance=1.0), "on two steps": descend("quadratic", (np.eye(2), np.zeros(2), 0.0), np.array([3.0, 4.0]), 1.0)}
    z, y = rng.normal(size=(30, 3)), np.where(rng.random(30) < 0.5, -1, 1)
    runs |= {"lemma, logistic loss": descend("logistic", (z, y, 0.1), rng.normal(size=3), 1 / float(np.linalg.eigvalsh(z.T @ z / 120)[-1] + 0.1), tolerance=1e-5), "curved valley": descend("valley", (5.0,), np.array([-1.0, 1.0]), 0.02, tolerance=1e-2, max_steps=300)}
    probes = {f"run, {k}" if k != "too fast" else "run too fast": v for k, v in runs.items()}
    probes |= {f"rate {r}, {name}": descend("quadratic", (bowl, zero, 0.0), s, r) for r in (0.0, -0.1) for name, s in (("flat start", zero), ("usual start", np.ones(2)))}
    squares = {"for curvatures 4 and 1": bowl, "for 2 1 1 2": np.array([[2, 1], [1, 2]]), "for one curvature": np.array([[0.2]]), "with a negative curvature": np.diag([-9.0, 2.0]), "for a flat direction": np.diag([0.0, 3.0])}
    squares |= {f"for {n} x {n}": curved(rng, n, 9) for n in (2, 3, 5, 20)} | {"without curvature": np.zeros((2, 2)), "on a hill": -bowl}
    return probes | {f"rate {k}": call("safe_rate", v) for k, v in squares.items()}

def drawn(miss, got, ideal, size=0):
    """The miss with a picture of the first steps: the walk in the plane of two coordinates, the one coordinate by step, else f by step."""
    both, labels = (("expected", ideal), ("yours", got)), {2: ("x[0]", "x[1]"), 1: ("step", "x")}.get(size, ("step", "f"))
    walk = [{"name": n, "x": v["path"][:60:2], "y": v["path"][1:61:2]} if size == 2 else {"name": n, "y": v["path" if size == 1 else "values"][:30]} for n, v in both]
    return miss and Miss(miss.say, view=View("lines", {"series": walk, "x_label": labels[0], "y_label": labels[1]}))

@each("run, lemma")
def goes_down(got, ideal):
    """With the rate 1/L every step lowers f."""
    rises = [f"f rises from {a:.6g} to {b:.6g} in step {i}." for i, (a, b) in enumerate(zip(got["values"], got["values"][1:]), 1) if b > a + 1e-12]
    return drawn(Miss(rises[0]), got, ideal) if rises else None

@each("run")
def steps_against_the_gradient(got, ideal, probe):
    """The path begins at the start; each step is minus the rate times the gradient."""
    mine, right = (np.reshape(v["path"], (-1, len(probe.args[2]))) for v in (got, ideal))
    n = min(len(mine), len(right))
    return drawn(close(mine[:n], right[:n], rtol=1e-6, atol=1e-9), got, ideal, len(probe.args[2]))

@each("run")
def ends_where_it_is_flat(got, ideal, probe):
    """The path ends at the first flat point, or after max_steps steps."""
    mine, right = (len(v["path"]) // len(probe.args[2]) for v in (got, ideal))
    return None if mine == right else drawn(Miss(f"Your path has {mine} points; it should end {'earlier' if mine > right else 'later'}, with {right}."), got, ideal, len(probe.args[2]))

@each("run")
def values_belong_to_the_points(got, ideal):
    """The values are f at each point of the path, in the same order."""
    return drawn(close(got["values"], ideal["values"], rtol=1e-6, atol=1e-9), got, ideal)

@each("rate for", "rate with")
def rate_is_safe(got, ideal):
    """The safe rate is 1 divided by the largest eigenvalue."""
    return close(got, ideal, rtol=1e-6, atol=0)
