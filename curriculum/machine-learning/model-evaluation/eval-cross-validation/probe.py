"""Hands the answer a transformer and a model that write down what they are given; the first column of X is the number of the row."""
import numpy as np

import answer


def words(rows):
    return " ".join(str(int(r)) for r in rows)


class Book:
    """What was seen, one line for each event, and whether an object served twice."""

    def __init__(self):
        self.fitted, self.taught, self.asked, self.scored = [], [], [], []
        self.transformers = self.models = 0


def pair(book, keeps):
    class Transformer:
        """Standardises all columns but the first; `keeps` makes it remember earlier rows, as a streaming scaler does."""

        def __init__(self):
            book.transformers += 1
            self.seen = []

        def fit(self, X):
            X = np.asarray(X, float)
            book.fitted.append(words(sorted(X[:, 0])))
            self.seen = [*self.seen, X] if keeps else [X]
            rows = np.vstack(self.seen)[:, 1:]
            self.mean, self.spread = rows.mean(0), rows.std(0) + 1e-9
            return self

        def transform(self, X):
            X = np.array(X, float)
            X[:, 1:] = (X[:, 1:] - self.mean) / self.spread
            return X

    class Model:
        """Nearest mean of the target's halves: depends on every row it was taught, and on their order not at all."""

        def __init__(self):
            book.models += 1
            self.rows, self.targets = [], []

        def fit(self, X, y):
            X, y = np.asarray(X, float), np.asarray(y, float)
            order = np.argsort(X[:, 0], kind="stable")
            book.taught.append(" ".join(f"{int(i)}:{t:g}" for i, t in zip(X[order, 0], y[order])))
            self.rows, self.targets = ([*self.rows, X], [*self.targets, y]) if keeps else ([X], [y])
            Z, t = np.vstack(self.rows)[:, 1:], np.concatenate(self.targets)
            self.weights = np.linalg.solve(Z.T @ Z + 0.1 * np.eye(Z.shape[1]), Z.T @ (t - t.mean()))
            self.base = t.mean()
            return self

        def predict(self, X):
            X = np.asarray(X, float)
            book.asked.append(words(X[:, 0]))
            return self.base + X[:, 1:] @ self.weights

    return Transformer, Model


def validated(X, y, folds, metric="error", keeps=False):
    """Everything that happened: who was fitted on what, who was asked what, and the result."""
    book = Book()
    make_transformer, make_model = pair(book, keeps)
    metrics = {
        "error": lambda a, b: float(np.mean((np.asarray(a) - np.asarray(b)) ** 2)),
        "hits": lambda a, b: float(np.mean((np.asarray(a) > 0) == (np.asarray(b) > 0))),
        "bias": lambda a, b: float(np.mean(np.asarray(b) - np.asarray(a))),
    }

    def measured(y_true, y_predicted):
        book.scored.append(" ".join(f"{t:g}" for t in y_true))
        return metrics[metric](y_true, y_predicted)

    scores, overall = answer.cross_validate(make_transformer, make_model, X, y, [np.array(f) for f in folds], measured)
    return {
        "transformers were fitted on": book.fitted, "models were taught": book.taught, "models were asked for": book.asked, "scored": book.scored,
        "transformers": book.transformers, "models": book.models, "scores": [float(s) for s in scores], "overall": float(overall),
    }


def folds(name, *args):
    """Folds as texts of row numbers."""
    return [words(fold) for fold in getattr(answer, name)(*args)]
