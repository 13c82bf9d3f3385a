"""K-means: scaling, seeding, the loop with its rule for empty clusters, the best of several runs, comparing labellings."""
import numpy as np

from gradus.judging import Miss, View, array, call, close, each

EXPECTED = {"example": (np.array([[0.5], [4.5]]), np.array([0, 0, 1, 1]), [25.0, 38 / 9, 1.0])}

def blobs(rng, n, k, d, scale):
    """k groups told apart by the first column, in loud other columns; twelve good starts and a bad last one: k rows of the first group."""
    corners = 6.0 * np.column_stack([rng.permutation(k), *[rng.permutation(k) % 2 for _ in range(d - 1)]])
    X = (corners[np.arange(n) * k // n] + 0.6 * rng.normal(size=(n, d))) * np.where(np.arange(d), scale, 1)
    return X, np.vstack([rng.uniform(size=(12, k)), np.zeros((1, k))])

def PROBES(rng: np.random.Generator) -> dict:
    X, u, line = rng.normal(size=(80, 2)), rng.uniform(size=6), np.array([[0.0], [1.0], [4.0], [5.0]])
    probes = {"example": call("kmeans", line, line[:2])}
    for i in range(5):
        A, B = rng.normal(size=rng.integers([10, 1], [60, 4])), rng.normal(size=(int(rng.integers(8, 40)), 2)) * [1, 3]
        a = rng.integers(int(rng.integers(2, 6)), size=int(rng.integers(5, 40)))
        k, d = (int(v) for v in rng.integers([3, 2], [6, 4]))
        probes[f"scaling {i}"] = call("standardise", (A + rng.normal()) * 10.0 ** rng.integers(-2, 4))
        probes[f"seeding {i}"] = call("seed_centres", B, rng.uniform(size=int(rng.integers(2, 6))))
        probes[f"loop {i}"] = call("kmeans", A, A[rng.permutation(len(A))[: int(rng.integers(2, 5))]])
        probes[f"all of it {i}"] = call("cluster", *blobs(rng, 25 * k, k, d, 10.0 ** rng.integers(1, 5)))
        probes[f"agreement {i}"] = call("agreement", a, np.where(rng.random(len(a)) < 0.35, rng.integers(6, size=len(a)), rng.permutation(6)[a]))
    probes |= {"scaling one row": call("standardise", X[:1]), "scaling a constant column": call("standardise", np.c_[X[:7], np.full(7, 3.0)])}
    probes["seeding on the border"] = call("seed_centres", np.array([[0.0], [2.0], [-2.0]]), np.array([0.0, 0.5]))
    probes["seeding at zero"] = call("seed_centres", np.array([[2.0], [2.0], [5.0]]), np.zeros(2))
    probes |= {"seeding one": call("seed_centres", X, u[:1]), "seeding equal rows": call("seed_centres", np.ones((4, 2)), u[:3])}
    probes |= {"loop without an update": call("kmeans", X[:9], X[:2], max_iter=0), "loop with one centre": call("kmeans", X[:11], X[:1])}
    probes |= {"loop cut short": call("kmeans", X, X[:5] + 1.0, max_iter=2), "loop far from the origin": call("kmeans", X[:40] + 1e4, X[:3] + 1e4)}
    probes["loop with ties"] = call("kmeans", np.array([[0.0, 0], [2, 0], [4, 0], [6, 0]]), np.array([[1.0, 0], [5, 0], [3, 0]]), max_iter=0)
    probes["empty cluster"] = call("kmeans", np.vstack([X[:12], X[:12] + 9]), np.array([[0.0, 0], [1, 1], [500, 500]]))
    two, equal = np.array([[0.0, 0], [-300, 0], [2, 2], [0, 900.0]]), np.array([[1.0, 2], [1, 2], [4, 6]])
    probes["empty clusters, two"] = call("kmeans", np.vstack([X[:15], X[20:30] + 5]), two)
    probes["empty clusters, two values"] = call("kmeans", line[[0, 1, 0, 1]], np.array([[0.0], [1.0], [50.0], [80.0]]))
    probes["empty clusters, equal rows"] = call("kmeans", equal, equal[0] * [[1.0], [50], [80]])
    probes["all of it, large"] = call("cluster", *blobs(rng, 500, 5, 3, 1000.0))
    pairs = {"renamed": ([0, 0, 1, 1, 2], [7, 7, 0, 0, 3]), "one with many": ([0] * 6, [0, 1, 2, 3, 3, 4]), "many with two": ([5, 1, 1, 2, 3], [1, 1, 0, 0, 0]), "greed": ([0] * 9 + [1] * 4, [0] * 5 + [1] * 4 + [0] * 4)}
    return probes | {f"agreement, {name}": call("agreement", np.array(a), np.array(b)) for name, (a, b) in pairs.items()}

def pictured(X, labels):
    """The rows by their first two columns, one series a cluster."""
    return View("points", {"series": [{"name": f"cluster {j}", "x": X[labels == j][:200, 0], "y": X[labels == j][:200, 1]} for j in np.unique(labels)[:6]], "x_label": "column 0", "y_label": "column 1"})

@each("scaling", "seeding")
def prepared(got, ideal):
    """Scaled columns have mean 0 and standard deviation 1 (constant ones are 0), and the seeds are the rows that the numbers choose."""
    return close(got, ideal, rtol=1e-6, atol=1e-9)

@each("example", "loop", "empty")
def never_rises(got, ideal):
    """There is one inertia for each assignment, it is the sum of squared distances, and it never rises."""
    j = array(got[2])
    up = np.flatnonzero(np.diff(j) > 1e-9 * (1 + j[:-1])) if j is not None and j.ndim == 1 else []
    return Miss(f"Your inertia rises at assignment {int(up[0]) + 2}.") if len(up) else close(got[2], ideal[2], rtol=1e-6)

@each("example", "loop", "empty")
def ends(got, ideal, probe):
    """Labels and centres are those of the last assignment, no centre is NaN, and an empty cluster has moved to the worst served row."""
    miss, X = close([list(got[1]), got[0]], [list(ideal[1]), ideal[0]], rtol=1e-6), probe.args[0]
    return miss and Miss(miss.say, view=pictured(X, np.asarray(got[1])) if X.shape[1] > 1 and len(got[1]) == len(X) else miss.view)

@each("all of it")
def best(got, ideal, probe):
    """The labels of the whole run are as tight on the scaled data as the best of the given starts, with no more than k clusters."""
    X, k, sums = probe.args[0], probe.args[1].shape[1], []
    for labels in (np.asarray(got), np.asarray(ideal)):
        groups = [X[labels == j] / X.std(0) for j in range(k) if (labels == j).any()]
        if sum(map(len, groups)) < len(X):
            return Miss(f"The labels are to be whole numbers from 0 to {k - 1}.")
        sums.append(sum(((g - g.mean(0)) ** 2).sum() for g in groups))
    return None if sums[0] <= sums[1] * (1 + 1e-6) else Miss(f"Your labels have inertia {sums[0]:.6g} on the scaled data, {sums[1]:.6g} is within reach.", view=pictured(X, np.asarray(got)))

@each("agreement")
def shares(got, ideal):
    """Two labellings agree as far as the best one-to-one renaming makes them."""
    return close(got, ideal, rtol=1e-6)
