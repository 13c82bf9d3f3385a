"""Query and key axes exchanged

Your picture has the keys down the side and the queries along the top, cells and names alike. It is a true picture of another question: who is looked at by whom. Rows are queries here.
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
        table = weights[h].T
        ax.imshow(table, vmin=0, vmax=1)
        ax.set_xticks(np.arange(len(queries)), queries)
        ax.set_yticks(np.arange(len(keys)), keys)
        ax.set_title(f"head {h}" + (" *" if h == best else ""))
    return best
