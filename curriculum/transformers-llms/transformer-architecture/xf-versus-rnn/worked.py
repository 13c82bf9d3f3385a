"""The figures of the lesson, computed from the settings of its examples."""

import math


def worked():
    """Chains, hops, memory, multiplications, a longer input."""
    layers, prompt, written, trained = 46, 98, 66, 13
    first, last, kernel = 189, 1743, 9
    hop = (last - first) / (kernel - 1)
    heads, texts, n, bits = 12, 4, 2048, 32
    scores = texts * heads * n**2 * bits // 8
    kept, deep, width, size = 3000, 12, 1024, 16
    token = 2 * deep * width * size // 8
    wide, length = 768, 1024
    parts = [4 * length * wide**2 / 1e6, 2 * length**2 * wide / 1e6]
    linear, square, longer = 45, 31, 8
    return [
        [layers, prompt, written, written - 1, written * layers, trained],
        [first, last, kernel, kernel - 1, last - first, hop, math.ceil(hop)],
        [heads, texts, n, bits, bits // 8, scores / 2**20],
        [kept, deep, width, size, size // 8, token / 2**10, kept * token / 2**10],
        [wide, length, 4, 2, parts, sum(parts)],
        [linear, square, longer, longer**2, linear * longer + square * longer**2],
    ]
