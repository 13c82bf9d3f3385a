"""scikit-learn: KFold, a Pipeline of wrapped objects through cross_validate, and a slow dealer of cards."""
import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin, TransformerMixin
from sklearn.model_selection import KFold
from sklearn.model_selection import cross_validate as sk_cross_validate
from sklearn.pipeline import Pipeline


def k_fold(n, k):
    return [test.tolist() for _, test in KFold(k).split(np.zeros((n, 1)))]


def stratified_folds(y, k):
    folds, turn = [[] for _ in range(k)], 0
    for label in sorted(set(np.asarray(y).tolist())):
        for row, other in enumerate(np.asarray(y).tolist()):
            if other == label:
                folds[turn % k].append(row)
                turn += 1
    return [sorted(f) for f in folds]


class Wrapped(TransformerMixin, RegressorMixin, BaseEstimator):
    def __init__(self, make=None):
        self.make = make

    def fit(self, X, y=None):
        self.inner_ = self.make()
        self.inner_.fit(X) if y is None or hasattr(self.inner_, "transform") else self.inner_.fit(X, y)
        return self

    def transform(self, X):
        return self.inner_.transform(X)

    def predict(self, X):
        return self.inner_.predict(X)


def cross_validate(make_transformer, make_model, X, y, folds, metric):
    everything = np.arange(len(X))
    cuts = [(everything[~np.isin(everything, f)], np.asarray(f)) for f in folds]
    pipe = Pipeline([("scale", Wrapped(make_transformer)), ("model", Wrapped(make_model))])
    found = sk_cross_validate(pipe, X, y, cv=cuts, scoring=lambda est, A, b: metric(b, est.predict(A)), error_score="raise")["test_score"]
    return found.tolist(), sum(s * len(f) for s, f in zip(found, folds)) / sum(map(len, folds))
