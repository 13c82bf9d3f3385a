"""Drops the rows that do not divide evenly

Each block gets the whole part of n / k rows and the rest belongs to no block, so these rows are never tested. Every row is to be in exactly one block.
"""

import numpy as np


def k_fold(n, k):
    size = n // k
    return [list(range(i * size, (i + 1) * size)) for i in range(k)]


def stratified_folds(y, k):
    cards = np.argsort(y, kind="stable")
    return [sorted(map(int, cards[fold::k])) for fold in range(k)]


def cross_validate(make_transformer, make_model, X, y, folds, metric):
    scores = []
    for test in folds:
        train = np.setdiff1d(np.arange(len(X)), test)
        transformer, model = make_transformer(), make_model()
        transformer.fit(X[train])
        model.fit(transformer.transform(X[train]), y[train])
        scores.append(float(metric(y[test], model.predict(transformer.transform(X[test])))))
    return scores, float(np.average(scores, weights=[len(test) for test in folds]))
