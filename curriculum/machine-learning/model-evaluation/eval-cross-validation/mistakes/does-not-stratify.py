"""Cuts without looking at the classes

The rows are dealt one after the other, whatever class they belong to. The folds have the right sizes, but a rare class may be missing from most of them. Deal class by class.
"""

import numpy as np


def k_fold(n, k):
    return [list(map(int, block)) for block in np.array_split(np.arange(n), k)]


def stratified_folds(y, k):
    cards = np.arange(len(y))
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
