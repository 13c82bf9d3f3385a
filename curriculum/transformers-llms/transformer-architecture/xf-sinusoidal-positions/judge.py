"""Sinusoidal positions: pairs on a circle that turn by the same angle from row to row, at speeds that fall."""

import numpy as np

from gradus.judging import Miss, View, call, close, each, whole

# size 4: speeds 1 and 1/100; sine and cosine of 1 and of 0.01 from a table
EXPECTED = {
    "worked example": [[0.0, 1.0, 0.0, 1.0], [0.8414709848, 0.5403023059, 0.0099998333, 0.9999500004]],
    "one column": [[0.0], [0.8414709848], [0.9092974268]],
}
TOL = {"rtol": 0.0, "atol": 1e-6}


def PROBES(rng):
    probes = {"worked example": call("sinusoidal_positions", 2, 4)}
    probes["one column"] = call("sinusoidal_positions", 3, 1)
    probes["position 0"] = call("sinusoidal_positions", 1, 6)
    probes["from"] = call("sinusoidal_positions", 12, 6)
    probes["from a start"] = call("sinusoidal_positions", 4, 6, start=5)
    for i in range(4):
        probes[f"even {i}"] = call("sinusoidal_positions", int(rng.integers(2, 9)), 2 * int(rng.integers(1, 9)))
        probes[f"odd {i}"] = call("sinusoidal_positions", int(rng.integers(2, 9)), 2 * int(rng.integers(1, 9)) + 1)
        probes[f"start {i}"] = call("sinusoidal_positions", int(rng.integers(1, 4)), int(rng.integers(2, 12)), int(rng.integers(1, 500)))
    probes["empty"] = call("sinusoidal_positions", 0, 5)
    probes["far away"] = call("sinusoidal_positions", 3, 8, start=int(rng.integers(40_000, 60_000)))
    probes["large"] = call("sinusoidal_positions", 256, 96)
    probes["negative length"] = call("sinusoidal_positions", -1, 4)
    probes["size 0"] = call("sinusoidal_positions", 3, 0)
    probes["negative start"] = call("sinusoidal_positions", 3, 4, start=-1)
    return probes


def banded(miss, got, ideal):
    """The miss with both tables as pictures: the bands show at which speed a column turns."""
    return miss and Miss(miss.say, view=View("heat", {"expected": np.asarray(ideal)[:64, :64], "yours": got[:64, :64]}))


@each("position 0", "worked")
def position_zero(got, ideal, probe):
    """Position 0 is 0, 1, 0, 1, ...: the sine and the cosine of 0 by turns."""
    return close(np.asarray(got)[0], ideal[0], **TOL, path="the row of position 0")


@each("even", "large", "far")
def pairs_lie_on_a_circle(got, ideal, probe):
    """The columns 2i and 2i + 1 are sine and cosine of one angle, so their squares sum to 1."""
    a = np.asarray(got)
    return banded(close(a[:, 0::2] ** 2 + a[:, 1::2] ** 2, np.ones(a[:, 0::2].shape), atol=1e-6, path="the sum of squares of pair"), a, ideal)


@each("even", "large")
def turns_by_the_same_angle(got, ideal, probe):
    """The dot product of two neighbouring positions is the same everywhere: every pair turns by a fixed angle per position."""
    a = np.asarray(got)
    dots = (a[1:] * a[:-1]).sum(1)
    speeds = 1e4 ** -(np.arange(0, a.shape[1], 2) / a.shape[1])
    return banded(close(dots, np.full(len(dots), np.cos(speeds).sum()), rtol=1e-6, path="the dot product of row"), a, ideal)


@whole
def start_shifts(seen, ideal):
    """With `start` the table begins at that position: rows 5 to 8 are the same, however they are asked for."""
    miss = close(seen["from a start"], np.asarray(seen["from"])[5:9], **TOL)
    return miss and Miss(f"sinusoidal_positions(4, 6, start=5) against rows 5 to 8 of sinusoidal_positions(12, 6): {miss.say}", "from a start")


@each()
def values_agree(got, ideal, probe):
    """Every value agrees with the formula to 1e-6."""
    return close(got, ideal, **TOL)
