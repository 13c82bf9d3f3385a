"""Asks for many intervals at once, and listens to what the bootstrap hands to its statistic."""
import numpy as np

import answer


def coverage(samples, truth, level, what, seed):
    """Share of the samples (one a row) whose interval covers the truth."""
    rng = np.random.default_rng(seed)
    hits = 0
    for row in samples:
        if what == "mean":
            low, high = answer.mean_interval(row, level)
        elif what == "proportion":
            low, high = answer.proportion_interval(int(row.sum()), len(row), level)
        else:
            low, high = answer.bootstrap_interval(row, np.median, rng, level, 59)
        hits += bool(low <= truth <= high)
    return hits / len(samples)


def listen(x, level, resamples, seed):
    """What the statistic was called with, and where the interval fell among its values."""
    x = np.asarray(x)
    seen, values = [], []

    def statistic(sample):
        sample = np.array(sample)  # a copy: the caller may use one array again and again
        seen.append(sample)
        values.append(float(np.mean(np.sort(sample, axis=None)[: len(x) // 2 + 1])))  # the mean of the lower half
        return values[-1]

    given = () if level is None else (level, resamples)  # the defaults of the task
    level = 0.95 if level is None else level
    low, high = answer.bootstrap_interval(x.copy(), statistic, np.random.default_rng(seed), *given)
    ends = np.quantile(values, [(1 - level) / 2, (1 + level) / 2]) if values else (np.nan, np.nan)
    return {
        "calls": len(seen),
        "sizes": sorted({int(s.size) for s in seen}),
        "foreign": bool(any(not np.isin(s, x).all() for s in seen)),
        "varied": len({tuple(s.tolist()) for s in seen}) > max(1, len(seen) // 10) if len(x) > 4 else True,
        "repeats": bool(any(len(np.unique(s)) < s.size for s in seen)) if len(x) > 1 else True,
        "low": float(low) - float(ends[0]),
        "high": float(high) - float(ends[1]),
    }


def repeatable(x, seed):
    """The same generator state must give the same interval, another one another."""
    a, b, c = (answer.bootstrap_interval(np.asarray(x), np.mean, np.random.default_rng(s), 0.9, 99) for s in (seed, seed, seed + 1))
    return {"same": tuple(map(float, a)) == tuple(map(float, b)), "other": tuple(map(float, a)) != tuple(map(float, c))}
