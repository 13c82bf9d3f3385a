"""Copies of a document: the same text, and nearly the same text (MinHash over word triples, Broder 1997)."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

PRIME = 4294967311


def words(text: str) -> list[str]:
    """The words, without case and punctuation."""
    raise NotImplementedError("write this part")


def fingerprint(text: str) -> str:
    """Equal for texts that differ at most in case, white space and punctuation."""
    raise NotImplementedError("write this part")


def triples(text: str) -> frozenset[int]:
    """The set of the text's word triples, each as a 32-bit number."""
    raise NotImplementedError("write this part")


def signature(numbers: frozenset[int]) -> npt.NDArray[np.uint64]:
    """(BANDS * ROWS,): the least value of each hash function over the set; two sets agree in a place with probability Jaccard(a, b)."""
    raise NotImplementedError("write this part")


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """Shared over all; 1 for two empty sets."""
    raise NotImplementedError("write this part")


def copies(texts: Sequence[str]) -> dict[int, int]:
    """Index of each exact copy -> index of the first text that it copies."""
    raise NotImplementedError("write this part")


def near_copies(texts: Sequence[str], threshold: float) -> dict[int, int]:
    """Index of each text -> index of an earlier, kept text whose triples overlap with its own by `threshold` or more.

    MinHash only proposes pairs (those that meet in a band); the true Jaccard similarity decides.
    """
    raise NotImplementedError("write this part")
