"""Graphs are walked, arrays are made, and products are counted from their shapes."""

import numpy as np


def training_chain(n, layers, kind):
    """The length of the longest chain up to each box of the grid, layer by layer."""
    if kind == "attention":
        return sum(1 for _ in range(layers))
    below = [0] * n
    for _ in range(layers):
        forward, backward = [], []
        for t in range(n):
            forward.append(1 + max(below[t], forward[-1] if forward else 0))
        for t in reversed(range(n)):
            backward.append(1 + max(below[t], backward[-1] if backward else 0))
        below = forward if kind == "one-way" else [max(pair) for pair in zip(forward, reversed(backward))]
    return max(below)


def generation_chain(layers, prompt, new):
    known, evaluations = prompt, 0
    while known < prompt + new:
        evaluations += len(range(layers))
        known += 1
    return evaluations


def hops(a, b, kind, w):
    reach = {"lstm": 1, "attention": b, "window": w, "convolution": w - 1}[kind]
    place, count = a, 0
    while place < b:
        place, count = min(b, place + reach), count + 1
    return count


def score_memory(n, heads, batch, size):
    one = np.empty((1, 1, 64, 64), dtype=f"f{size}").nbytes
    return one * (n // 64) ** 2 * heads * batch / 1024 / 1024


def state(layers, d, n, kind):
    vectors = [np.zeros(d, np.float16).nbytes for _ in range(2 * layers)]
    return sum(vectors) * (n if kind == "attention" else 1) / 1024


def arithmetic(n, d, kind):
    def product(a, b, c):
        return a * b * c

    if kind == "lstm":
        return sum(product(1, d, d) for gate in "ifog" for source in "xh") * n / 1e6
    return (sum(product(n, d, d) for m in "qkvo") + product(n, d, n) + product(n, n, d)) / 1e6


def longer(lin, quad, factor):
    return sum(lin for _ in range(factor)) + sum(quad for _ in range(factor) for _ in range(factor))
