"""Starts dealing at the first fold for every class

Each class is dealt from fold 0 on, so all left-over rows land in the first folds: with many small classes the first fold grows and the last may stay empty. Go on where the class before stopped.
"""

import numpy as np


def k_fold(n, k):
    return [list(map(int, block)) for block in np.array_split(np.arange(n), k)]


def stratified_folds(y, k):
    folds = [[] for _ in range(k)]
    for label in np.unique(y):
        for turn, row in enumerate(np.flatnonzero(y == label)):
            folds[turn % k].append(int(row))
    return [sorted(fold) for fold in folds]


def cross_validate(make_transformer, make_model, X, y, folds, metric):
    scores = []
    for test in folds:
        train = np.setdiff1d(np.arange(len(X)), test)
        transformer, model = make_transformer(), make_model()
        transformer.fit(X[train])
        model.fit(transformer.transform(X[train]), y[train])
        scores.append(float(metric(y[test], model.predict(transformer.transform(X[test])))))
    return scores, float(np.average(scores, weights=[len(test) for test in folds]))
