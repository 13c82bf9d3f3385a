"""A decision tree for classes and numbers."""

import numpy as np


def impurity(y: np.ndarray, criterion: str) -> float:
    """Gini, entropy (bits) or variance of `y`."""
    raise NotImplementedError


def best_split(X: np.ndarray, y: np.ndarray, criterion: str, min_leaf: int = 1) -> tuple[int, float, float] | None:
    """(feature, threshold, gain) of the best split, None if there is none."""
    raise NotImplementedError


def grow(X: np.ndarray, y: np.ndarray, criterion: str, max_depth: int | None = None, min_leaf: int = 1):
    """A tree, in any form that your predict and rules understand."""
    raise NotImplementedError


def predict(tree, X: np.ndarray) -> np.ndarray:
    """One prediction per row."""
    raise NotImplementedError


def rules(tree) -> list[str]:
    """One text per leaf, from left to right."""
    raise NotImplementedError
