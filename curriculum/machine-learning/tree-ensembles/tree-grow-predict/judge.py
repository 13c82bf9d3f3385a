"""A decision tree: impurities, the best split with its tie rule, growing under limits, predictions and rules."""
import numpy as np

from gradus.judging import call, close, each, script

EXPECTED = {
    "split, example": (0, 2.5, 0.25),
    "rules, example": ["x0 <= 2.5 -> 0", "x0 > 2.5 and x0 <= 5.5 -> 1", "x0 > 2.5 and x0 > 5.5 -> 0"],
}
CRITERIA = ["gini", "entropy", "variance"]


def drawn(rng, n, d, criterion, steps=None):
    """Rows whose target depends on two columns; with `steps` the columns hold few distinct values, so that ties abound."""
    X = rng.normal(size=(n, d)) if steps is None else rng.integers(steps, size=(n, d)) / 4
    score = X[:, 0] + (X[:, -1] > 0.2) * 2 + 0.4 * rng.normal(size=n)
    return X, score if criterion == "variance" else np.digitize(score, np.quantile(score, [0.4, 0.75])) * 3 - 2


def PROBES(rng: np.random.Generator) -> dict:
    line, y = np.arange(1.0, 7)[:, None], np.array([0, 0, 1, 1, 1, 0])
    probes = {"split, example": call("best_split", line, y, "gini"), "rules, example": script("printed", line, y, "gini")}
    for i in range(6):
        c = CRITERIA[i % 3]
        probes[f"impurity {i}"] = call("impurity", rng.normal(size=9) * 5 if c == "variance" else rng.integers(-1, 3, size=int(rng.integers(3, 15))), c)
        X, t = drawn(rng, int(rng.integers(8, 30)), int(rng.integers(1, 5)), c)
        probes[f"split {i}"] = call("best_split", X, t, c)
        probes[f"split with few values {i}"] = call("best_split", *drawn(rng, 14, 3, CRITERIA[i % 2], steps=4), CRITERIA[i % 2])
        probes[f"split with large leaves {i}"] = call("best_split", X, t, c, min_leaf=int(rng.integers(2, 5)))
        probes[f"rules {i}"] = script("printed", *drawn(rng, 12 + i, 2, c), c)
        probes[f"rules to a depth {i}"] = script("printed", *drawn(rng, 30, 3, c), c, max_depth=1 + i % 3)
        probes[f"rules with large leaves {i}"] = script("printed", *drawn(rng, 30, 2, c), c, min_leaf=int(rng.integers(2, 8)))
        X, t = drawn(rng, 30, 3, c)
        probes[f"predictions {i}"] = script("predicted", X, t, c, rng.normal(size=(25, 3)), max_depth=int(rng.integers(2, 6)))
    probes["impurity of one class"] = call("impurity", np.array([4, 4, 4]), "entropy")
    corners, odd = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
    probes["split without gain"] = call("best_split", corners, odd, "gini")
    probes["split with equal gains"] = call("best_split", np.repeat(line[:4], 3, axis=1)[:, [0, 0, 1]], np.array([0, 1, 1, 0]), "entropy")
    probes["split of equal rows"] = call("best_split", np.ones((5, 2)), y[:5], "gini")
    probes["split that leaves too few"] = call("best_split", line, y, "gini", min_leaf=4)
    probes["rules, exactly one of two"] = script("printed", corners, odd, "gini")
    probes["rules, exactly one of two, numbers"] = script("printed", corners, odd * 1.5, "variance")
    probes["rules, one class"] = script("printed", line, y * 0 - 7, "entropy")
    probes["rules, depth 0"] = script("printed", line, y, "gini", max_depth=0)
    probes["rules, tie in a leaf"] = script("printed", np.ones((4, 1)), np.array([5, 2, 5, 2]), "gini")
    probes["rules, leaves as large as half"] = script("printed", line, y, "gini", min_leaf=3)
    probes["rules, first value is rare"] = script("printed", np.ones((5, 1)), np.array([1, 9, 9, 9, 1]), "entropy")
    probes["rules, numbers"] = script("printed", line, np.array([1.5, 2.5, 10.25, 12.0, 11.0, 11.0]), "variance", max_depth=2)
    probes["predictions on a threshold"] = script("predicted", line, y, "gini", np.array([[2.5], [5.5], [2.4], [5.6], [-9.0], [99.0]]))
    X, t = drawn(rng, 40, 2, "gini", steps=6)
    probes["predictions, few values"] = script("predicted", X, t, "gini", rng.integers(48, size=(30, 2)) / 8)
    X, t = drawn(rng, 150, 4, "variance")
    return probes | {"predictions, large": script("predicted", X, t, "variance", rng.normal(size=(50, 4)), max_depth=3, min_leaf=5)}


@each("impurity")
def impurities(got, ideal):
    """Gini, entropy and variance are those of the definition."""
    return close(got, ideal, 1e-6, 1e-9)


@each("split")
def splits(got, ideal):
    """The best split has the largest weighted gain, at a midpoint, with enough rows on both sides; equal gains go to the lowest column and threshold."""
    return close(got, ideal, 1e-6, 1e-9)


@each("rules")
def printed_rules(got, ideal):
    """The tree asks the right questions to the right depth, and its leaves say the right thing."""
    return close(got, ideal)


@each("predictions")
def predictions(got, ideal):
    """Every new row ends in its leaf."""
    return close(got, ideal, 1e-6, 1e-9)
