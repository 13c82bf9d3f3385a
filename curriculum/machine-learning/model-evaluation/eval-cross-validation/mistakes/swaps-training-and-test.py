"""Trains on the fold and tests on the rest

The fold is taken for training and everything else for testing. The loop runs and the scores look like scores, but each model has seen only a small part of the rows. The fold is what is held out.
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
        test, train = np.setdiff1d(np.arange(len(X)), test), test
        transformer, model = make_transformer(), make_model()
        transformer.fit(X[train])
        model.fit(transformer.transform(X[train]), y[train])
        scores.append(float(metric(y[test], model.predict(transformer.transform(X[test])))))
    return scores, float(np.average(scores, weights=[len(test) for test in folds]))
