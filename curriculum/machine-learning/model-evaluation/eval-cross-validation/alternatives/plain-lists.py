"""Lists, dictionaries and generators"""
from collections import defaultdict
from itertools import chain, count


def k_fold(n, k):
    sizes = [(n + k - 1 - i) // k for i in range(k)]
    rows = iter(range(n))
    return [[next(rows) for _ in range(size)] for size in sizes]


def stratified_folds(y, k):
    groups = defaultdict(list)
    for row, label in enumerate(y):
        groups[label].append(row)
    folds = {f: [] for f in range(k)}
    for turn, row in zip(count(), chain.from_iterable(groups[label] for label in sorted(groups))):
        folds[turn % k].append(row)
    return [sorted(rows) for rows in folds.values()]


def cross_validate(make_transformer, make_model, X, y, folds, metric):
    def score(fold):
        held = set(int(i) for i in fold)
        train = [i for i in range(len(X)) if i not in held]
        t = make_transformer()
        t.fit(X[train])
        m = make_model()
        m.fit(t.transform(X[train]), y[train])
        inside = list(map(int, fold))
        return metric(y[inside], m.predict(t.transform(X[inside])))

    scores = [score(fold) for fold in folds]
    weights = [len(fold) for fold in folds]
    return tuple(scores), sum(s * w for s, w in zip(scores, weights)) / sum(weights)
