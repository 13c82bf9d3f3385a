"""Three t-tests against their definitions: freedom, sign, range, then t, df and p down to the far tail."""

import numpy as np
from gradus.judging import Miss, call, close, each, whole

X, Y = np.array([4.0, 6, 8, 10, 12]), np.array([3.0, 5, 6, 9, 10])
EXPECTED = {  # worked by hand in the lesson, p from the t distribution with 4 and 7.93 degrees of freedom
    "one sample, example": (2.1213203, 4, 0.1011915),
    "paired, example": (5.7154761, 4, 0.00463584),
    "welch, example": (0.7317917, 7.9315531, 0.48535289),
}


def PROBES(rng):
    p = {"one sample, example": call("one_sample", X, 5), "paired, example": call("paired", X, Y), "welch, example": call("welch", X, Y)}
    for i in range(8):
        n, m = (int(k) for k in rng.integers(3, 15, 2))
        m += 2 * (n == m)
        x = rng.normal(rng.uniform(-1, 1), rng.uniform(0.5, 4), n).round(3)
        y, z = rng.normal(0, rng.uniform(3, 9), m).round(3), (x + rng.normal(0.4, 0.8, n)).round(3)
        p |= {f"one sample {i}": call("one_sample", x, float(rng.integers(-2, 3))), f"one sample {i} other side": call("one_sample", -x, 0.5)}
        p |= {f"paired {i}": call("paired", x, z), f"paired {i} swapped": call("paired", z, x)}
        p |= {f"welch {i}": call("welch", x, y), f"welch {i} swapped": call("welch", y, x)}
    two = np.array([1.0, 4.0])
    p |= {"one sample of two": call("one_sample", two, 2), "paired of two": call("paired", two, np.array([0.0, 5.0])), "welch of two": call("welch", two, two + 9)}
    ints = rng.integers(-9, 9, 12)
    p |= {"one sample of integers": call("one_sample", ints, 1), "paired of integers": call("paired", ints, ints[::-1] + 1), "welch of integers": call("welch", ints, rng.integers(0, 99, 7))}
    big = rng.normal(1, 2, 5000)
    p |= {"one sample, large": call("one_sample", big, 1.02), "paired, large": call("paired", big, big + rng.normal(0.01, 0.5, 5000)), "welch, large": call("welch", big, rng.normal(1.05, 9, 1200))}
    p |= {"welch, one group constant": call("welch", np.full(4, 2.0), rng.normal(size=6)), "one sample far off": call("one_sample", big[:500] + 1e6, 1e6 + 1)}
    far, tiny = rng.normal(50, 1, 70), rng.normal(1, 1, 11).round(3) * 1e-10
    p |= {"tail, one sample": call("one_sample", far, 40), "tail, paired": call("paired", far, rng.normal(30, 1, 70)), "tail, welch": call("welch", far, rng.normal(20, 3, 50))}
    p |= {"one sample in small units": call("one_sample", tiny, 1e-10), "paired in small units": call("paired", tiny, 2 * tiny[::-1]), "welch in small units": call("welch", tiny, tiny[:4] * 3)}
    p |= {"one value": call("one_sample", two[:1], 0), "one value in y": call("welch", X, two[:1]), "no value": call("one_sample", two[:0], 0)}
    p |= {"one pair": call("paired", two[:1], two[1:]), "lengths differ": call("paired", X, Y[:4]), "partners by broadcasting": call("paired", X, Y[:1])}
    p |= {"constant": call("one_sample", np.full(5, 3.0), 2), "constant differences": call("paired", X, X - 2), "constant groups": call("welch", np.full(3, 1.0), np.full(4, 2.0))}
    return p


@each("one sample", "paired", "tail, one", "tail, paired")
def freedom(got, ideal):
    """One sample of n values, or n pairs, has n - 1 degrees of freedom."""
    return close(got[1], ideal[1], rtol=1e-8)


@each("welch", "tail, welch")
def welch_freedom(got, ideal, probe):
    """Welch's degrees of freedom lie between the smaller n - 1 and n + m - 2, and follow Welch and Satterthwaite."""
    n, m = (len(a) for a in probe.args)
    if not min(n, m) - 1 - 1e-6 <= got[1] <= n + m - 2 + 1e-6:
        return Miss(f"Yours are {got[1]:.6g}; with {n} and {m} values they lie between {min(n, m) - 1} and {n + m - 2}.")
    return close(got[1], ideal[1], rtol=1e-8)


@whole
def sign(seen, ideal):
    """Swapping the two samples turns the sign of t and leaves p."""
    for name in (f"{test} {i}" for test in ("paired", "welch") for i in range(8)):
        t, swapped = seen[name], seen[f"{name} swapped"]
        if close(t[0], -swapped[0], rtol=1e-8) or close(t[2], swapped[2], rtol=1e-6):
            return Miss(f"t and p are {t[0]:.5g}, {t[2]:.5g} one way and {swapped[0]:.5g}, {swapped[2]:.5g} the other way round.", name)
    return None


@each("one sample", "paired", "welch")
def statistic(got, ideal):
    """t is the estimate divided by its standard error, positive when the first sample lies above."""
    return close(got[0], ideal[0], rtol=1e-8)


@each("one sample", "paired", "welch")
def p_value(got, ideal):
    """p is two-sided, from Student's t with these degrees of freedom."""
    return close(got[2], ideal[2], rtol=1e-6, atol=0)


@each("tail")
def tail(got, ideal):
    """p keeps its digits far out in the tail."""
    return close(got[2], ideal[2], rtol=1e-6, atol=0)
