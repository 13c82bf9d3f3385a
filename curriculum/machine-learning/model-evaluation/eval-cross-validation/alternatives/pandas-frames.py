"""pandas for the dealing and the bookkeeping"""
import numpy as np
import pandas as pd


def k_fold(n, k):
    fold = pd.Series(np.repeat(range(k), [n // k + (i < n % k) for i in range(k)]))
    return [fold.index[fold == i].tolist() for i in range(k)]


def stratified_folds(y, k):
    order = pd.Series(list(y)).sort_values(kind="mergesort").index
    turn = pd.Series(np.arange(len(y)) % k, index=order)
    return [sorted(turn.index[turn == i]) for i in range(k)]


def cross_validate(make_transformer, make_model, X, y, folds, metric):
    records = []
    for number, test in enumerate(folds):
        train = pd.RangeIndex(len(X)).difference(test).to_numpy()
        step = make_transformer()
        step.fit(X[train])
        model = make_model()
        model.fit(step.transform(X[train]), y[train])
        records.append({"fold": number, "rows": len(test), "score": metric(y[test], model.predict(step.transform(X[test])))})
    table = pd.DataFrame(records)
    return table["score"].tolist(), float(np.dot(table["score"], table["rows"]) / table["rows"].sum())
