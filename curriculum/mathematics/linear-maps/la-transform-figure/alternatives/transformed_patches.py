"""Two rectangles, the second with an affine transformation of Matplotlib's in front of the data's; annotations with an offset."""
from matplotlib.patches import Rectangle
from matplotlib.transforms import Affine2D


def draw_transformation(ax, matrix):
    (a, c), (b, d) = matrix.tolist()
    ax.add_patch(Rectangle((0, 0), 1, 1, facecolor="none", edgecolor="black"))
    skew = Affine2D.from_values(a, b, c, d, 0, 0)
    ax.add_patch(Rectangle((0, 0), 1, 1, alpha=0.3, transform=skew + ax.transData))
    points = skew.transform([(0, 0), (1, 0), (1, 1), (0, 1)])
    for text, at in zip(["O'", "P'", "Q'", "R'"], points):
        ax.annotate(text, xy=at, xytext=(4, 4), textcoords="offset points")
    low, high = min(0, points.min()) - 1, max(1, points.max()) + 1
    ax.set_xlim(low, high)
    ax.set_ylim(low, high)
    ax.set_aspect(1)
    ax.set_title(f"|det| = {abs(a * d - b * c):.3f}", loc="left")
