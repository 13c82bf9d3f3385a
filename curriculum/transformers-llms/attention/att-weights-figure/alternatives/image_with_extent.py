"""An explicit extent and image settings after drawing."""

import numpy as np


def attention_maps(axes, weights, queries, keys, distance):
    heads, n, m = weights.shape
    i = np.arange(n)
    i = i[(i + distance >= 0) & (i + distance < m)]
    means = weights[:, i, i + distance].mean(axis=1)
    best = next(h for h in range(heads) if means[h] >= means.max() - 1e-9)
    for h in range(heads):
        image = axes[h].imshow(weights[h], interpolation="nearest", cmap="viridis", extent=(-0.5, m - 0.5, n - 0.5, -0.5), aspect="auto")
        image.set_clim(0, 1)
        axes[h].set_title("head %d%s" % (h, " *" if h == best else ""))
        axes[h].set(xticks=range(m), xticklabels=keys, yticks=range(n), yticklabels=queries)
    return best
