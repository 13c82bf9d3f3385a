"""Rows drawn from the bottom, then the y axis turned around."""

from statistics import fmean

from matplotlib.ticker import FixedFormatter, FixedLocator


def attention_maps(axes, weights, queries, keys, distance):
    def mean(h):
        return round(fmean(weights[h][i][i + distance] for i in range(max(0, -distance), min(len(queries), len(keys) - distance))), 9)

    marked = max(range(len(weights)), key=mean)
    for h, ax in enumerate(axes):
        ax.imshow(weights[h], vmin=0, vmax=1, origin="lower")
        ax.invert_yaxis()
        for axis, names in ((ax.xaxis, keys), (ax.yaxis, queries)):
            axis.set_major_locator(FixedLocator(range(len(names))))
            axis.set_major_formatter(FixedFormatter(names))
        ax.set_title(f"head {h}{' *' if h == marked else ''}")
    return marked
