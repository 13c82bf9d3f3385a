"""Intervals by what they promise: coverage over many samples; then the exact ends, and what the bootstrap draws."""

import numpy as np
from gradus.judging import Miss, call, close, each, script

EXPECTED = {  # worked by hand in the lesson: t* = 2.776445, z^2 = 3.841459
    "mean, example": (4.0735132, 11.9264868),
    "proportion, example": (0.0, 0.2775328),
}

def PROBES(rng):
    seed = int(rng.integers(1 << 30))
    p = {"mean, example": call("mean_interval", np.array([4.0, 6, 8, 10, 12])), "proportion, example": call("proportion_interval", 0, 10)}
    for n, level in ((4, 0.95), (3, 0.8), (6, 0.99)):
        rows = rng.normal(3, 2, (200, n))
        p[f"coverage of a mean, n = {n}"] = script("coverage", rows, 3.0, level, "mean", seed, shown=f"share of {len(rows)} intervals mean_interval(x, {level}) that cover the true mean, n = {n}")
    for true, n in ((0.03, 40), (0.97, 40), (0.5, 15)):
        rows = (rng.random((200, n)) < true).astype(int)
        p[f"coverage of a proportion of {true}"] = script("coverage", rows, true, 0.95, "proportion", seed, shown=f"share of 200 intervals proportion_interval(k, {n}) that cover the true {true}")
    rows = rng.exponential(1.0, (40, 20))
    p["coverage of a median"] = script("coverage", rows, np.log(2), 0.9, "bootstrap", seed, shown="share of 40 intervals bootstrap_interval(x, np.median, rng, 0.9, 59) that cover the true median, n = 20")
    for i in range(8):
        level = float(rng.choice([0.5, 0.8, 0.9, 0.95, 0.99]))
        p[f"mean {i}"] = call("mean_interval", rng.normal(0, 5, int(rng.integers(2, 12))).round(3), level)
        n = int(rng.integers(2, 60))
        p[f"proportion {i}"] = call("proportion_interval", int(rng.integers(0, n + 1)), n, level)
    p |= {"mean of integers": call("mean_interval", rng.integers(0, 9, 6)), "mean, constant": call("mean_interval", np.full(3, 2.0)), "mean, large": call("mean_interval", rng.normal(1e4, 1, 20000))}
    p |= {"proportion, none of one": call("proportion_interval", 0, 1), "proportion, all": call("proportion_interval", 7, 7, 0.5), "proportion, large": call("proportion_interval", 3, 1_000_000, 0.9)}
    x = rng.normal(0, 1, 25).round(4)
    for i, (data, level, b) in enumerate(((x, 0.95, 199), (x[:9], 0.8, 150), (rng.permutation(40), 0.5, 80), (x[:1], 0.9, 20))):
        p[f"bootstrap {i}"] = script("listen", data, level, b, seed + i, shown=f"what bootstrap_interval(x, statistic, rng, {level}, {b}) hands to statistic, len(x) = {len(data)}")
    p["bootstrap by default"] = script("listen", x[:6], None, None, seed, shown="what bootstrap_interval(x, statistic, rng) hands to statistic, len(x) = 6")
    p |= {f"proportion, all of {n}": call("proportion_interval", n, n) for n in (11, 14, 33)}
    p |= {f"proportion, none of {n}": call("proportion_interval", 0, n) for n in (21, 37, 59)}
    p["repeats with its generator"] = script("repeatable", x, seed, shown="bootstrap_interval twice with the same seed, once with another")
    p |= {"one value": call("mean_interval", np.array([1.0])), "no trial": call("proportion_interval", 0, 0), "too many": call("proportion_interval", 4, 3), "negative": call("proportion_interval", -1, 3)}
    return p

@each("coverage of a mean", "coverage of a proportion", "coverage of a median")
def covers(got, ideal, probe):
    """Over many fresh samples the intervals cover the true value about as often as their level says."""
    n = len(probe.args[0])
    room = 3.5 * np.sqrt(ideal * (1 - ideal) / n) if probe.args[3] == "bootstrap" else 0.001
    return None if abs(got - ideal) <= room else Miss(f"Yours cover in {got:.1%} of {n} samples; {ideal:.1%} is right for these.")

@each("mean", "proportion", "one", "no")
def in_order(got, ideal, probe):
    """The lower end comes first, and a proportion stays between 0 and 1."""
    bad = got[0] > got[1] or (probe.target.endswith("proportion_interval") and (got[0] < 0 or got[1] > 1))
    return Miss(f"Your interval runs from {got[0]:.6g} to {got[1]:.6g}.") if bad else None

@each("mean", "proportion")
def exact(got, ideal):
    """The ends are those of the t interval and of Wilson's interval, to a relative 1e-8."""
    return close(got, ideal, rtol=1e-8, atol=1e-12)

@each("bootstrap")
def draws(got, ideal, probe):
    """The statistic sees as many samples as asked, each of the size of x, drawn from x with replacement."""
    for key, say in (("calls", "calls"), ("sizes", "sample sizes")):
        if got[key] != ideal[key]:
            return Miss(f"The statistic saw {say} {got[key]}, expected {ideal[key]}.")
    if got["foreign"]:
        return Miss("The statistic saw values that do not stand in x.")
    return None if got["repeats"] and got["varied"] else Miss("The samples hold every value once, or are all alike: they are not drawn with replacement.")

@each("bootstrap")
def cuts(got, ideal):
    """The ends are the two quantiles of the statistic's values."""
    return close([got["low"], got["high"]], [0.0, 0.0], atol=1e-9)

@each("repeats")
def repeats(got):
    """The same generator gives the same interval, another generator another one."""
    if not got["same"]:
        return Miss("Two runs with equally seeded generators differ: chance comes from somewhere else.")
    return None if got["other"] else Miss("Two generators with different seeds give the same interval: rng is not used.")
