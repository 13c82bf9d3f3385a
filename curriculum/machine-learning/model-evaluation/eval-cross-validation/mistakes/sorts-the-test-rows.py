"""Takes the test rows in ascending order

The fold is turned into a mask, and a mask forgets the order in which the rows were named. Scores that do not depend on the order come out the same; the predictions are those of other rows than whoever reads them next
expects. The task keeps the order of the fold.
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
        test = np.sort(test)
        transformer, model = make_transformer(), make_model()
        transformer.fit(X[train])
        model.fit(transformer.transform(X[train]), y[train])
        scores.append(float(metric(y[test], model.predict(transformer.transform(X[test])))))
    return scores, float(np.average(scores, weights=[len(test) for test in folds]))
