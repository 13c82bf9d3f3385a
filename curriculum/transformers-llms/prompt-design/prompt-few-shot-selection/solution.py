"""All sets of at most k examples; the best of those that are allowed."""

from itertools import combinations

import numpy as np


def _plain(text):
    return " ".join(text.lower().split())


def _unit(vector):
    v = np.array(vector)
    return v / np.linalg.norm(v)


def select(query, pool, k, budget):
    """Places of the chosen examples, the nearest last."""
    cap = -(-k // max(len({e["label"] for e in pool}), 1))
    usable = [i for i, e in enumerate(pool) if _plain(e["text"]) != _plain(query["text"])]
    units = [_unit(e["vector"]) for e in pool]
    # whole billionths, so that sums are exact and ties are ties
    near = [round(float(np.dot(u, _unit(query["vector"]))) * 1e9) for u in units]

    def allowed(chosen):
        labels = [pool[i]["label"] for i in chosen]
        few = all(labels.count(label) <= cap for label in labels)
        return few and all(np.dot(units[a], units[b]) < 0.95 for a, b in combinations(chosen, 2))

    ranked = []
    for size in range(k + 1):
        for chosen in combinations(usable, size):
            tokens = sum(pool[i]["tokens"] for i in chosen)
            if tokens <= budget and allowed(chosen):
                ranked.append((-sum(near[i] for i in chosen), tokens, chosen))
    best = min(ranked)
    return sorted(best[2], key=lambda i: (near[i], i))
