"""A Normalize object shared by all images, rotated names, einsum for the diagonal."""

import numpy as np
from matplotlib.colors import Normalize


def attention_maps(axes, weights, queries, keys, distance):
    scale = Normalize(0.0, 1.0)
    pick = np.eye(len(queries), len(keys), k=distance)
    mean = np.einsum("hij,ij->h", weights, pick) / pick.sum()
    winner = int(np.flatnonzero(np.isclose(mean, mean.max(), rtol=0, atol=1e-9))[0])
    for head, (ax, table) in enumerate(zip(axes, weights)):
        ax.imshow(table, norm=scale, cmap="magma")
        ax.set_xticks(list(range(len(keys))), labels=keys, rotation=90)
        ax.set_yticks(list(range(len(queries))), labels=queries)
        ax.set_title(f"head {head}")
    axes[winner].set_title(axes[winner].get_title() + " *")
    return np.int64(winner)
