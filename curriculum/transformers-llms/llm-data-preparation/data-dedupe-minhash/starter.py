"""Find near-duplicates with shingles, MinHash and bands."""

import zlib

PRIME = 4294967311


def shingles(text, k):
    """The set of runs of k words."""
    raise NotImplementedError


def signature(found, a, b):
    """The smallest hash of the shingles under each hash function (a[i], b[i])."""
    raise NotImplementedError


def bands_for(n, threshold, recall=0.95):
    """The smallest number of bands that finds a pair at the threshold with this probability."""
    raise NotImplementedError


def candidates(signatures, bands):
    """Sorted pairs (i, j) that agree in all rows of some band."""
    raise NotImplementedError


def deduplicate(texts, threshold, k, a, b):
    """The places of the texts that stay."""
    raise NotImplementedError
