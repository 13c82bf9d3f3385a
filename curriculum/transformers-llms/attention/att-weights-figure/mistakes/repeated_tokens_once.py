"""Repeated tokens named once

You name each different token once, so a text that holds the same word twice has fewer names than columns, and all after the second are shifted.
"""

import numpy as np


def _score(head, distance):
    n, m = head.shape
    values = [head[i, i + distance] for i in range(n) if 0 <= i + distance < m]
    return np.mean(values)


def attention_maps(axes, weights, queries, keys, distance):
    scores = [_score(head, distance) for head in weights]
    best = 0
    for h, score in enumerate(scores):
        if score > scores[best] + 1e-9:
            best = h
    for h, ax in enumerate(axes):
        table = weights[h]
        ax.imshow(table, vmin=0, vmax=1)
        names = list(dict.fromkeys(keys))
        ax.set_xticks(np.arange(len(names)), names)
        names = list(dict.fromkeys(queries))
        ax.set_yticks(np.arange(len(names)), names)
        ax.set_title(f"head {h}" + (" *" if h == best else ""))
    return best
