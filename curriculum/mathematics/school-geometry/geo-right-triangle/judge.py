"""Right triangles: every pair of parts, their ratios, and input that is not enough or impossible."""

import math

from gradus.judging import Miss, call, close, each

EXPECTED = {
    "ladder": {"a": 5.795554957734411, "b": 1.5529142706151244, "c": 6.0, "alpha": 75.0, "beta": 15.0},
    "3-4-5": {"a": 3.0, "b": 4.0, "c": 5.0, "alpha": 36.86989764584402, "beta": 53.13010235415598},
}
PAIRS = [("a", "b"), ("a", "c"), ("b", "c"), ("a", "alpha"), ("a", "beta"), ("b", "alpha"), ("b", "beta"), ("c", "alpha"), ("c", "beta")]


def triangle(rng):
    """A random triangle, its shorter leg in either place."""
    c, alpha = 10 ** float(rng.uniform(-2, 5)), float(rng.uniform(2, 88))
    return {"a": c * math.sin(math.radians(alpha)), "b": c * math.cos(math.radians(alpha)), "c": c, "alpha": alpha, "beta": 90 - alpha}


def PROBES(rng):
    probes = {"ladder": dict(c=6, alpha=75), "3-4-5": dict(a=3, b=4), "4-3-5": dict(b=3, a=4), "5-12-13 from a leg": dict(a=5, c=13), "half a square": dict(c=2.0, beta=45), "half of an equilateral triangle": dict(c=2, b=1)}
    for p, q in PAIRS:
        for i in range(3):
            t = triangle(rng)
            p, q = (q, p) if i == 1 else (p, q)
            probes[f"{p} and {q}, {i}"] = {k: round(t[k], 6) for k in (p, q)}
        probes[f"whole {p} and {q}"] = {p: int(rng.integers(3, 30)), q: int(rng.integers(31, 60)) if q != "b" or p != "a" else int(rng.integers(3, 30))} if q != "b" else {p: 7, q: int(rng.integers(31, 60))}
    probes |= {"thin": dict(a=0.02, c=1), "thin, other leg": dict(b=0.03, beta=1), "large": dict(b=1e6, alpha=89), "small": dict(a=1e-3, b=2e-3)}
    one = {k: round(v, 3) for k, v in triangle(rng).items()}
    bad = {f"only {k}": {k: one[k]} for k in one} | {"nothing": {}, "two angles": dict(alpha=30, beta=60), "two angles that do not fit": dict(alpha=30, beta=50)}
    bad |= {"three sides": dict(a=3, b=4, c=5), "three parts with an angle": dict(a=3, c=6, alpha=30), "three parts that do not fit": dict(a=3, b=4, beta=20), "all five": one, "three parts, a side is zero": dict(a=0, b=3, c=5), "three parts, an angle is zero": dict(a=3, c=5, beta=0)}
    bad |= {f"{k} is {v}": {k: v, "c" if k != "c" else "a": 8} for k in ("a", "b", "c") for v in (0, -3)} | {f"{k} is {v} degrees": {k: v, s: 2.5} for k in ("alpha", "beta") for v, s in ((0, "a"), (90, "c"), (-20, "b"), (120, "c"))}
    bad |= {f"leg {k} {w} hypotenuse": {k: v, "c": 5} for k in "ab" for w, v in (("as long as the", 5), ("longer than the", 7.5))} | {"two legs, one negative": dict(a=4, b=-3), "two legs, one zero": dict(a=0, b=3)}
    return {k: call("solve_right_triangle", **v) for k, v in probes.items()} | {f"rejects, {k}": call("solve_right_triangle", **v) for k, v in bad.items()}


@each()
def keeps_what_is_known(got, ideal, probe):
    """The given parts come back as they were given."""
    return next((Miss(f"{k} was given as {v}; yours is {got[k]:.6g}.") for k, v in probe.kwargs.items() if close(got[k], v, rtol=1e-7)), None)


@each()
def pythagoras(got):
    """The squares of the legs add up to the square of the hypotenuse."""
    return close(got["a"] ** 2 + got["b"] ** 2, got["c"] ** 2, rtol=1e-6, atol=0)


@each()
def angles_make_a_right_angle(got):
    """The two acute angles make 90 degrees together."""
    return close(got["alpha"] + got["beta"], 90.0, rtol=1e-7)


@each()
def ratios(got):
    """a is the hypotenuse times the sine of alpha, and b times its cosine."""
    turned = math.radians(got["alpha"])
    return close([got["a"], got["b"]], [got["c"] * math.sin(turned), got["c"] * math.cos(turned)], rtol=1e-6, atol=0)


@each()
def agrees(got, ideal):
    """All five values are right to a relative 1e-7."""
    return close(got, ideal, rtol=1e-7, atol=0)
