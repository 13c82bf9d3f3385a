"""Cross-validation seen by a witness: which rows every object was fitted on, asked for and scored on, and what came out."""
import numpy as np

from gradus.judging import Miss, close, each, equal, script

EXPECTED = {"blocks, example": ["0 1 2 3", "4 5 6", "7 8 9"], "dealt, example": ["1 3 5", "2 6", "0 4"]}


def rows(rng, n, d=2):
    """The first column is the row's number; the others drift with it, so that what is learnt from other rows differs."""
    X = np.column_stack([np.arange(n), rng.normal(size=(n, d)) * rng.uniform(1, 30, size=d) + np.outer(np.arange(n) ** 2 / n, np.arange(1, d + 1))])
    return X, np.round(X[:, 1] - X[:, 1].mean() + 3 * rng.normal(size=n), 3)


def cut(rng, n, k, shuffled):
    """k folds of unequal sizes."""
    order = rng.permutation(n) if shuffled else np.arange(n)
    return [f.tolist() for f in np.split(order, np.sort(rng.choice(np.arange(1, n), k - 1, replace=False)))]


def PROBES(rng: np.random.Generator) -> dict:
    probes = {"blocks, example": script("folds", "k_fold", 10, 3), "dealt, example": script("folds", "stratified_folds", np.array(list("baabaaa")), 3)}
    for i in range(6):
        n = int(rng.integers(5, 30))
        k = int(rng.integers(2, min(n, 8)))
        probes[f"blocks {i}"] = script("folds", "k_fold", n, k)
        probes[f"dealt {i}"] = script("folds", "stratified_folds", rng.integers(-1, int(rng.integers(2, 5)), size=n), k)
        X, y = rows(rng, n, int(rng.integers(1, 4)))
        probes[f"loop {i}"] = script("validated", X, y, cut(rng, n, k, i % 2 == 1), metric=["error", "hits", "bias"][i % 3])
    probes["blocks, every row its own"] = script("folds", "k_fold", 4, 4)
    probes["blocks, large"] = script("folds", "k_fold", 1003, 10)
    probes["dealt, a rare class"] = script("folds", "stratified_folds", np.array([1] + [0] * 8 + [1]), 5)
    probes["dealt, words"] = script("folds", "stratified_folds", np.array(["dog", "cat", "eel", "cat", "dog", "ant", "cat", "ant"]), 3)
    probes["dealt, large"] = script("folds", "stratified_folds", (rng.random(400) < 0.05).astype(int), 10)
    X, y = rows(rng, 12)
    probes["loop over equal folds"] = script("validated", X, y, np.arange(12).reshape(3, 4).tolist())
    probes["loop over a part of the rows"] = script("validated", X, y, [[3, 1], [8], [0, 5, 2]])
    probes["loop over rows in disorder"] = script("validated", X, y, [[11, 0, 7, 3], [2, 1], [10, 9, 8, 6, 5, 4]], metric="bias")
    probes["loop with objects that remember"] = script("validated", X, y, [[0, 1, 2, 3, 4, 5], [6, 7, 8], [9, 10], [11]], keeps=True)
    X, y = rows(rng, 200, 4)
    return probes | {"loop, large": script("validated", X, y, cut(rng, 200, 7, True), metric="error")}


@each("blocks", "dealt")
def folds(got, ideal):
    """The folds hold the right rows, each row once."""
    return equal(got, ideal)


@each("loop")
def no_leak(got, ideal):
    """In every fold the transformer is fitted once, on all rows outside the fold and on none inside."""
    miss = equal(got["transformers were fitted on"], ideal["transformers were fitted on"])
    return miss and Miss(f"Rows that the transformers were fitted on: {miss.say}")


@each("loop")
def fresh(got, ideal):
    """Every fold has a transformer and a model of its own."""
    a, b = ([r["transformers"], r["models"]] for r in (got, ideal))
    return None if a == b else Miss(f"You made {a[0]} transformers and {a[1]} models for {b[1]} folds.")


@each("loop")
def taught_and_asked(got, ideal):
    """The model is taught the training rows with their own targets, then asked for the test rows and scored on them."""
    for key in ("models were taught", "models were asked for", "scored"):
        if miss := equal(got[key], ideal[key]):
            return Miss(f"{key.capitalize()}: {miss.say}")
    return None


@each("loop")
def result(got, ideal):
    """There is one score for each fold, in order, and the overall score lets every test row count the same."""
    return close([got["scores"], got["overall"]], [ideal["scores"], ideal["overall"]], 1e-6, 1e-9)
