"""Fits a fresh transformer on all rows in every fold

The transformer stands inside the loop and is new each time, as it should be, but it is handed the whole table. Then it does not matter where it stands: it has seen the test rows. Fit it on the training rows of the
fold.
"""

import numpy as np


def k_fold(n, k):
    return [list(map(int, block)) for block in np.array_split(np.arange(n), k)]


def stratified_folds(y, k):
    cards = np.argsort(y, kind="stable")
    return [sorted(map(int, cards[fold::k])) for fold in range(k)]


def cross_validate(make_transformer, make_model, X, y, folds, metric):
    scores = []
    for test in folds:
        train = np.setdiff1d(np.arange(len(X)), test)
        transformer, model = make_transformer(), make_model()
        transformer.fit(X)
        model.fit(transformer.transform(X[train]), y[train])
        scores.append(float(metric(y[test], model.predict(transformer.transform(X[test])))))
    return scores, float(np.average(scores, weights=[len(test) for test in folds]))
