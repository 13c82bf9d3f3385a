"""Graphs are walked, arrays are made, and products are counted from their shapes."""

import numpy as np


def _chain(needs):
    """The longest chain in a graph given as {node: what it needs}, nodes in a valid order."""
    length = {}
    for node, before in needs.items():
        length[node] = 1 + max((length[b] for b in before), default=0)
    return max(length.values())


def training_chain(n, layers, kind):
    if kind == "attention":
        return _chain({layer: [layer - 1] if layer else [] for layer in range(layers)})
    needs = {}
    for layer in range(layers):
        for way in (0,) if kind == "one-way" else (0, 1):
            for t in range(n) if way == 0 else reversed(range(n)):
                before = [(layer, way, t - 1 if way == 0 else t + 1)] + [(layer - 1, w, t) for w in (0, 1)]
                needs[layer, way, t] = [b for b in before if b in needs]
    return _chain(needs)


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
