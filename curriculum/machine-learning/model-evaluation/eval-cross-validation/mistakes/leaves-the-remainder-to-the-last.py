"""Gives all left-over rows to the last block

Every block gets the whole part of n / k, and the last one takes what is left, so it may be nearly twice as large as the others. The sizes are to differ by one at most, the larger blocks first.
"""

import numpy as np


def k_fold(n, k):
    size = n // k
    return [list(range(i * size, (i + 1) * size if i < k - 1 else n)) for i in range(k)]


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
