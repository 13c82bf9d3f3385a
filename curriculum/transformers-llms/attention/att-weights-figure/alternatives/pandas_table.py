"""pandas holds names and numbers; a sorted list finds the head."""

import numpy as np
import pandas as pd


def attention_maps(axes, weights, queries, keys, distance):
    ranked = sorted(range(len(weights)), key=lambda h: (-round(float(np.trace(weights[h], offset=distance)), 9), h))
    for h, ax in enumerate(axes):
        frame = pd.DataFrame(weights[h], index=queries, columns=keys)
        ax.matshow(frame.to_numpy(), vmin=0, vmax=1)
        ax.tick_params(top=False, labeltop=False, bottom=True, labelbottom=True)
        ax.set_xticks(range(frame.shape[1]), labels=list(frame.columns))
        ax.set_yticks(range(frame.shape[0]), labels=list(frame.index))
        ax.set_title("head " + str(h) + (" *" if h == ranked[0] else ""))
    return ranked[0]
