"""Copies of a document: the same text, and nearly the same text (MinHash over word triples, Broder 1997)."""

import hashlib
import re
import zlib
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

BANDS, ROWS = 32, 4  # two texts of Jaccard similarity 0.8 meet in some band with probability 1 - (1 - 0.8^4)^32 > 0.9999999
PRIME = 4294967311  # the first prime above 2^32
DRAWN = np.random.default_rng(20240607)
FACTORS = DRAWN.integers(1, 2**31, BANDS * ROWS, dtype=np.uint64)[:, None]
SHIFTS = DRAWN.integers(0, 2**31, BANDS * ROWS, dtype=np.uint64)[:, None]


def words(text: str) -> list[str]:
    """The words, without case and punctuation."""
    return re.findall(r"\w+", text.lower())


def fingerprint(text: str) -> str:
    """Equal for texts that differ at most in case, white space and punctuation."""
    return hashlib.sha256(" ".join(words(text)).encode()).hexdigest()


def triples(text: str) -> frozenset[int]:
    """The set of the text's word triples, each as a 32-bit number."""
    found = words(text)
    return frozenset(zlib.crc32(" ".join(found[i : i + 3]).encode()) for i in range(max(1, len(found) - 2)))


def signature(numbers: frozenset[int]) -> npt.NDArray[np.uint64]:
    """(BANDS * ROWS,): the least value of each hash function over the set; two sets agree in a place with probability Jaccard(a, b)."""
    values = np.fromiter(numbers, np.uint64, len(numbers))[None, :]
    least: npt.NDArray[np.uint64] = ((FACTORS * values + SHIFTS) % np.uint64(PRIME)).min(axis=1)
    return least


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """Shared over all; 1 for two empty sets."""
    return len(a & b) / (len(a | b) or 1)


def copies(texts: Sequence[str]) -> dict[int, int]:
    """Index of each exact copy -> index of the first text that it copies."""
    first: dict[str, int] = {}
    return {i: first[key] for i, text in enumerate(texts) if first.setdefault(key := fingerprint(text), i) != i}


def near_copies(texts: Sequence[str], threshold: float) -> dict[int, int]:
    """Index of each text -> index of an earlier, kept text whose triples overlap with its own by `threshold` or more.

    MinHash only proposes pairs (those that meet in a band); the true Jaccard similarity decides.
    """
    sets = [triples(text) for text in texts]
    buckets: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    found: dict[int, int] = {}
    for i, numbers in enumerate(sets):
        bands = signature(numbers).reshape(BANDS, ROWS)
        keys = [(b, bands[b].tobytes()) for b in range(BANDS)]
        others = sorted({j for key in keys for j in buckets.get(key, ())})
        twin = next((j for j in others if jaccard(numbers, sets[j]) >= threshold), None)
        if twin is not None:
            found[i] = twin
            continue
        for key in keys:
            buckets[key].append(i)
    return found
