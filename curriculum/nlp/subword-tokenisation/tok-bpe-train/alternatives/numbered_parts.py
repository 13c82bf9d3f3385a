"""Parts as numbers in one NumPy array, -1 between words, every occurrence of a word kept."""

import numpy as np


def train_bpe(text, merges):
    names, ids = [], {}
    row = [-1]
    for word in text.split():
        for c in word:
            if c not in ids:
                ids[c] = len(names)
                names.append(c)
            row.append(ids[c])
        row.append(-1)
    row = np.array(row)
    learned = []
    while len(learned) < merges and len(row) > 1:
        a, b = row[:-1], row[1:]
        real = (a >= 0) & (b >= 0)
        twin = real & (a == b)
        taken = real.copy()
        for i in np.flatnonzero(twin):
            if i and twin[i - 1] and taken[i - 1] and a[i - 1] == a[i]:
                taken[i] = False
        if not taken.any():
            break
        pairs, counts = np.unique(np.stack([a[taken], b[taken]], axis=1), axis=0, return_counts=True)
        if counts.max() < 2:
            break
        x, y = min(((int(p), int(q)) for p, q in pairs[counts == counts.max()]), key=lambda pq: (names[pq[0]], names[pq[1]]))
        learned.append((names[x], names[y]))
        hits = np.flatnonzero(taken & (a == x) & (b == y))
        whole = names[x] + names[y]
        if whole not in ids:
            ids[whole] = len(names)
            names.append(whole)
        row[hits] = ids[whole]
        row = np.delete(row, hits + 1)
    return learned
