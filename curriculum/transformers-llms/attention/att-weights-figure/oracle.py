"""The measure by a plain loop; matshow, with ticks set through the axis objects."""


def attention_maps(axes, weights, queries, keys, distance):
    best, top = 0, None
    for h in range(len(weights)):
        values = [float(weights[h][i][i + distance]) for i in range(len(queries)) if i + distance in range(len(keys))]
        mean = sum(values) / len(values)
        if top is None or mean > top + 1e-9:
            best, top = h, mean
    for h, ax in enumerate(axes):
        ax.matshow(weights[h].tolist(), vmin=0.0, vmax=1.0, cmap="Blues")
        ax.xaxis.set_ticks(list(range(len(keys))), labels=keys)
        ax.yaxis.set_ticks(list(range(len(queries))), labels=queries)
        ax.set(title=" ".join(["head", str(h)] + ["*"] * (h == best)))
    return best
