"""Averages the folds as if they were of equal size

The overall score is the plain mean of the fold scores, so a row in a small fold counts more than one in a large fold. With equal folds it is the same. Weight each score by the number of rows it stands for.
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
        transformer.fit(X[train])
        model.fit(transformer.transform(X[train]), y[train])
        scores.append(float(metric(y[test], model.predict(transformer.transform(X[test])))))
    return scores, float(np.mean(scores))
