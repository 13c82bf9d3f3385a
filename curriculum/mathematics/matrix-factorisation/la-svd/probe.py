"""Asks the answer to compress numbers or parts of the photograph and reports the rank, the product and what was to be compressed."""

from pathlib import Path

import answer
import numpy as np


def _photo():
    header, size, _, pixels = (Path(__file__).parent / "data" / "china.pgm").read_bytes().split(b"\n", 3)
    width, height = (int(n) for n in size.split())
    return np.frombuffer(pixels, np.uint8).reshape(height, width).copy()


def compress(image, max_error):
    """What the factors amount to."""
    result = answer.compress(image, max_error)
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        raise TypeError(f"compress must return two arrays, left and right; it returned {type(result).__name__}")
    left, right = (np.asarray(part, float) for part in result)
    if left.ndim != 2 or right.ndim != 2 or left.shape[1] != right.shape[0]:
        raise TypeError(f"left and right must have shapes (m, k) and (k, n); they have {left.shape} and {right.shape}")
    return {"k": left.shape[1], "product": left @ right, "image": image}


def compress_part(top, height, left, width, max_error):
    """The same for a part of the photograph."""
    return compress(_photo()[top : top + height, left : left + width].copy(), max_error)


def photo_rank(max_error):
    """The rank that the whole photograph needs."""
    return compress(_photo(), max_error)["k"]
