"""Log-shares, and a draw by the largest of noisy logs"""

import numpy as np


def _logs(x):
    return x - np.logaddexp.reduce(x)


def shares(logits, temperature=1.0, k=None, p=1.0):
    if temperature <= 0:
        return np.where(np.arange(len(logits)) == np.argmax(logits), 1.0, 0.0)
    logs = _logs(np.asarray(logits, float) / temperature)
    larger = np.searchsorted(np.sort(-logs), -logs, side="left")
    if k is not None:
        logs = _logs(np.where(larger < k, logs, -np.inf))
    if p < 1:
        rank = np.lexsort((np.arange(len(logs)), -logs))
        sums = np.concatenate([[0.0], np.cumsum(np.exp(logs[rank]))[:-1]])
        keep = np.zeros(len(logs), bool)
        keep[rank] = sums < p
        logs = _logs(np.where(keep, logs, -np.inf))
    return np.exp(logs)


def sample(logits, temperature, k, p, rng):
    with np.errstate(divide="ignore"):
        return int(np.argmax(np.log(shares(logits, temperature, k, p)) - np.log(-np.log(rng.random(len(logits))))))
