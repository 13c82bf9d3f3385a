"""pandas groups for the means, a generator of rounds, a recursive search for the renaming"""
import numpy as np
import pandas as pd


def standardise(X):
    frame = pd.DataFrame(X)
    spread = frame.std(ddof=0).where(frame.nunique() > 1, 1.0)
    out = (frame - frame.mean()) / spread
    out.loc[:, frame.nunique() == 1] = 0.0
    return out.to_numpy()


def seed_centres(X, u):
    first, *rest = u
    picks = [int(first * len(X))]
    for draw in rest:
        weights = pd.Series([min(np.dot(x - X[p], x - X[p]) for p in picks) for x in X])
        over = weights.cumsum() > draw * weights.sum()
        picks.append(over.idxmax())
    return np.asarray([X[p] for p in picks])


def assign(X, centres):
    D = np.linalg.norm(X[:, np.newaxis] - centres[np.newaxis], axis=-1)
    return D.argmin(1), D.min(1) ** 2


def kmeans(X, centres, max_iter=100):
    centres = np.array(centres, float)
    labels, own = assign(X, centres)
    inertias = [own.sum()]
    for _ in range(max_iter):
        means = pd.DataFrame(X).groupby(labels).mean()
        nxt = np.full(centres.shape, np.nan)
        nxt[means.index] = means.to_numpy()
        order = iter(np.lexsort((np.arange(len(X)), -own)))
        for j in range(len(nxt)):
            if j not in means.index:
                nxt[j] = X[next(order)]
        centres = nxt
        again, own = assign(X, centres)
        inertias.append(own.sum())
        if np.array_equal(again, labels):
            break
        labels = again
    return centres, labels, inertias


def cluster(X, draws):
    Z = standardise(X)
    return sorted(((run[2][-1], n, run[1]) for n, run in enumerate(kmeans(Z, seed_centres(Z, u)) for u in draws)), key=lambda r: r[:2])[0][2]


def agreement(a, b):
    table = pd.crosstab(pd.Series(list(a)), pd.Series(list(b))).to_numpy()

    def most(i, free):
        if i == len(table):
            return 0
        return max([most(i + 1, free)] + [table[i, j] + most(i + 1, free - {j}) for j in free])

    return most(0, frozenset(range(table.shape[1]))) / len(a)
