"""NumPy: np.split at the borders of spans, masks for the sentinels."""

import numpy as np


def corrupt(tokens, spans, first_sentinel):
    tokens = np.asarray(tokens, dtype=int)
    s = np.array(sorted(spans), dtype=int).reshape(-1, 2)
    borders = s.ravel()
    if (s[:, 0] >= s[:, 1]).any() or (np.diff(borders) < 0).any() or (borders < 0).any() or (borders > len(tokens)).any():
        raise ValueError("spans")
    pieces = np.split(tokens, borders)
    marks = [np.array([first_sentinel - k]) for k in range(len(s) + 1)]
    inputs = [pieces[0]] + [part for k in range(len(s)) for part in (marks[k], pieces[2 * k + 2])]
    targets = [part for k in range(len(s)) for part in (marks[k], pieces[2 * k + 1])] + [marks[-1]]
    return np.concatenate(inputs), np.concatenate(targets)


def reconstruct(inputs, targets, first_sentinel):
    rows = []
    for row in (inputs, targets):
        row = np.asarray(row, dtype=int)
        at = np.flatnonzero((row <= first_sentinel) & (row > first_sentinel - 100))
        if not np.array_equal(row[at], first_sentinel - np.arange(len(at))):
            raise ValueError("order of sentinels")
        rows.append(np.split(row, np.repeat(at, 2) + np.tile([0, 1], len(at))))
    kept, gone = rows[0][::2], rows[1][::2]
    if len(gone) != len(kept) + 1 or len(gone[0]) or len(gone[-1]):
        raise ValueError("rows do not fit")
    return np.concatenate([part for pair in zip(kept, gone[1:]) for part in pair])
