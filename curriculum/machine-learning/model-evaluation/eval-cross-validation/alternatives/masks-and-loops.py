"""Boolean masks and counters"""
import numpy as np


def k_fold(n, k):
    start, out = 0, []
    for i in range(k):
        stop = start + n // k + (1 if i < n % k else 0)
        out.append(np.arange(start, stop))
        start = stop
    return out


def stratified_folds(y, k):
    where = np.empty(len(y), dtype=int)
    dealt = 0
    for label in sorted(set(y.tolist())):
        mask = y == label
        where[mask] = (dealt + np.arange(mask.sum())) % k
        dealt += mask.sum()
    return [np.where(where == f)[0] for f in range(k)]


def cross_validate(make_transformer, make_model, X, y, folds, metric):
    total, rows, scores = 0.0, 0, []
    for fold in folds:
        outside = np.ones(len(X), dtype=bool)
        outside[fold] = False
        scaler = make_transformer()
        scaler.fit(X[outside])
        estimator = make_model()
        estimator.fit(scaler.transform(X[outside]), y[outside])
        guess = estimator.predict(scaler.transform(X[fold]))
        scores.append(metric(y[fold], guess))
        total, rows = total + scores[-1] * len(fold), rows + len(fold)
    return scores, total / rows
