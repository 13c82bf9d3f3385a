"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import cross_validate, k_fold, stratified_folds

SAID = [0.93, 0.71]  # the two scores of the opening: no data stand behind them


class _Nothing:
    """Transforms nothing, and predicts what the first column says."""

    def fit(self, *data):
        return self

    def transform(self, x):
        return x

    def predict(self, x):
        return x[:, 0]


def worked():
    """Ten rows in three folds, of which a model gets 2 of 4, 3 of 3 and 1 of 3 right; seven rows dealt by class."""
    folds = k_fold(10, 3)
    right = np.array([1, 1, 0, 0, 1, 1, 1, 1, 0, 0])
    x = right[:, None].astype(float)
    scores, overall = cross_validate(_Nothing, _Nothing, x, np.ones(10), folds, lambda truth, said: np.mean(truth == said))
    classes = np.array(list("baabaaa"))
    dealt = stratified_folds(classes, 3)
    ends = [[block[0], block[-1], len(block), int(right[block].sum())] for block in folds]
    return [SAID, 10, 3, ends, scores, overall, np.mean(scores), [np.flatnonzero(classes == c) for c in "ab"], dealt]
