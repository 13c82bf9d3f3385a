"""Reading a reward at the last token, and the loss of pairs with margins and ties, and its gradients."""

import math

import numpy as np

from gradus.judging import call, close, each, finite

E = math.exp(-1)  # of a difference of 1: sigma(-1) = E / (1 + E); log(1 + e) = 1 + log(1 + 1/e)
LOW = E / (1 + E)
SLOPE = [-LOW / 3, -0.5 / 3, (1 - 2 * LOW) / 6]
EXPECTED = {
    "worked example": ((2 * math.log1p(E) + math.log(2) + 0.5) / 3, SLOPE, [-s for s in SLOPE]),
    "one pair, equal": (math.log(2), [-0.5], [0.5]), "rewards, by hand": [3.0, 5.0, 7.0],
}
TOL = {"rtol": 1e-9, "atol": 1e-12}


def PROBES(rng):
    def pairs(n=None, spread=2.0):
        n = n or int(rng.integers(2, 9))
        return rng.normal(size=n) * spread, rng.normal(size=n) * spread

    def some(n):
        return np.arange(n) % 2 == rng.integers(2) if n > 1 else np.array([True])

    flags = np.array([[1, 1, 1], [0, 1, 0], [1, 0, 0]], bool)
    probes = {"worked example": call("preference_loss", np.full(3, 2.0), np.ones(3), np.array([0.0, 1.0, 1.0]), np.array([False, False, True]))}
    probes["rewards, by hand"] = call("rewards", np.array([[1.0, 2, 3], [4, 5, 6], [7, 8, 9]]), flags)
    probes["one pair, equal"] = call("preference_loss", np.array([3.0]), np.array([3.0]))
    for i in range(4):
        b, n = int(rng.integers(2, 6)), int(rng.integers(4, 9))
        start, stop = rng.integers(0, n // 2, b)[:, None], rng.integers(n // 2 + 1, n + 1, b)[:, None]
        start, stop = (start * 0, stop) if i == 0 else (start, stop * 0 + n) if i == 1 else (start, stop)
        probes[f"rewards {('padded right', 'padded left', 'both sides', 'both sides again')[i]}"] = call(
            "rewards", rng.normal(size=(b, n)) + 1, (np.arange(n) >= start) & (np.arange(n) < stop))
    probes["rewards of one token"] = call("rewards", rng.normal(size=(2, 1)), np.ones((2, 1), bool))
    for i in range(5):
        a, b = pairs()
        probes[f"plain {i}"] = call("preference_loss", a, b)
        a, b = pairs()
        probes[f"one margin {i}"] = call("preference_loss", a, b, float(rng.uniform(0.5, 3)))
        probes[f"margins {i}"] = call("preference_loss", a, b, rng.uniform(0, 3, len(a)))
        a, b = pairs(6)
        probes[f"ties {i}"] = call("preference_loss", a, b, 0.0, some(6))
        a, b = pairs(7)
        probes[f"ties and margins {i}"] = call("preference_loss", a, b, rng.uniform(0.5, 2, 7), some(7))
    a, b = pairs(4)
    probes["all ties"] = call("preference_loss", a, b, 1.0, np.ones(4, bool))
    probes["no tie is true"] = call("preference_loss", a, b, 0.5, np.zeros(4, bool))
    far = np.array([1e4, 900.0, -800.0, -1e4, 40.0, -40.0])
    probes["huge differences"] = call("preference_loss", far, np.zeros(6))
    probes["huge differences, ties"] = call("preference_loss", far, np.ones(6), 2.0, some(6))
    probes["high scores"] = call("preference_loss", a + 5000.0, b + 5000.0)
    return probes


@each("rewards")
def reads_the_last_token(got, ideal):
    """The score of a text is the one at its last token, wherever padding stands."""
    return close(got, ideal, **TOL)


PAIRS = ("worked", "one", "plain", "margins", "ties", "all", "no tie", "huge", "high")


@each(*PAIRS)
def loss_agrees(got, ideal):
    """The loss is the mean of minus the log-probability of each comparison, and finite for any difference."""
    return finite(got[0]) or close(got[0], ideal[0], **TOL, path="the loss")


@each(*PAIRS)
def gradients_agree(got, ideal):
    """The gradients are those of this loss, for chosen and for rejected."""
    return close(got[1], ideal[1], **TOL, path="the gradient of chosen") or close(got[2], ideal[2], **TOL, path="the gradient of rejected")
