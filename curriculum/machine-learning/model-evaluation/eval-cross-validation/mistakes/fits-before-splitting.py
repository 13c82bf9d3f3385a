"""Fits the transformer before the rows are split

One transformer is fitted on all rows before the loop. It knows the means of the test rows, so the model is tested on data that has already taken part in its training. On tame data the scores hardly move, which is why this
leak lives so long. Whatever learns belongs inside the loop.
"""

import numpy as np


def k_fold(n, k):
    return [list(map(int, block)) for block in np.array_split(np.arange(n), k)]


def stratified_folds(y, k):
    cards = np.argsort(y, kind="stable")
    return [sorted(map(int, cards[fold::k])) for fold in range(k)]


def cross_validate(make_transformer, make_model, X, y, folds, metric):
    scores = []
    transformer = make_transformer()
    transformer.fit(X)
    for test in folds:
        train = np.setdiff1d(np.arange(len(X)), test)
        model = make_model()
        model.fit(transformer.transform(X[train]), y[train])
        scores.append(float(metric(y[test], model.predict(transformer.transform(X[test])))))
    return scores, float(np.average(scores, weights=[len(test) for test in folds]))
