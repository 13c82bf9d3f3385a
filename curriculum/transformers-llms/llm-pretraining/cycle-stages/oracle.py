"""Targets are counted one by one, and the work is done in seconds."""

import numpy as np


def targets(q, a, t, raw):
    mask = np.zeros((t, q + a), bool)
    mask[:, 1 if raw else q :] = True
    return int(mask.sum())


def compute(n, d, gpus, tera, use):
    forward = 2.0 * n * d * 1e18
    backward = 2 * forward
    per_second = sum(tera * 1e12 * use for _ in range(gpus))
    return float(np.timedelta64(round((forward + backward) / per_second * 1000), "ms") / np.timedelta64(1, "D"))
