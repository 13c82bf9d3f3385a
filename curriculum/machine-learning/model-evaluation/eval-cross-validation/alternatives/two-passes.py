"""All pairs are fitted first, then all folds are predicted"""
import numpy as np


def k_fold(n, k):
    edges = [(i * (n // k) + min(i, n % k)) for i in range(k + 1)]
    return [list(range(a, b)) for a, b in zip(edges, edges[1:])]


def stratified_folds(y, k):
    order = sorted(range(len(y)), key=lambda i: (y[i], i))
    folds = [[] for _ in range(k)]
    while order:
        for fold in folds:
            if order:
                fold.append(order.pop(0))
    return [np.array(sorted(fold), dtype=int) for fold in folds]


def cross_validate(make_transformer, make_model, X, y, folds, metric):
    fitted = []
    for test in folds:
        train = np.delete(np.arange(X.shape[0]), test)
        scale, learn = make_transformer(), make_model()
        scale.fit(X[train, :])
        learn.fit(scale.transform(X[train, :]), y[train])
        fitted.append((scale, learn, np.asarray(test)))
    scores = np.array([metric(y[test], learn.predict(scale.transform(X.take(test, axis=0)))) for scale, learn, test in fitted])
    sizes = np.array([test.size for *_, test in fitted])
    return scores, (scores * sizes).sum() / sizes.sum()
