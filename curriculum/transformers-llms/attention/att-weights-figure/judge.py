"""Attention maps read off their axes: cells, scale, names, and the head that is marked."""

import numpy as np

from gradus.judging import Miss, View, close, each, equal, script

EXAMPLE = [[[1, 0, 0], [0.5, 0.5, 0], [0.2, 0.3, 0.5]], [[1, 0, 0], [0.9, 0.1, 0], [0.1, 0.7, 0.2]]]
EXPECTED = {"the lesson's example": {"marked": 1, "titles": ["head 0", "head 1 *"]}, "the lesson's example, distance 0": {"marked": 0}}
WORDS = "the cat sat on the mat and saw a bird that sang".split()


def draw(name, weights, queries, keys, distance):
    w = np.asarray(weights, float)
    return {name: script("maps", w, queries, keys, distance, shown=f"attention_maps(axes, weights of shape {w.shape}, {queries}, {keys}, {distance})")}


def drawn(rng, heads, n, m, causal=False, planted=None, at=0):
    scores = rng.normal(size=(heads, n, m))
    if planted is not None:
        rows = [i for i in range(n) if 0 <= i + planted < m]
        scores[at, rows, [i + planted for i in rows]] += 4
    e = np.exp(scores) * (np.tri(n, m) if causal else 1.0)
    return e / e.sum(-1, keepdims=True)


def PROBES(rng):
    three = WORDS[:3]
    probes = draw("the lesson's example", EXAMPLE, three, three, -1) | draw("the lesson's example, distance 0", EXAMPLE, three, three, 0)
    for i in range(3):
        n, heads, d = int(rng.integers(4, 8)), int(rng.integers(2, 5)), (-1, -2, 1)[i]
        probes |= draw(f"self {i}", drawn(rng, heads, n, n, d < 1, d, int(rng.integers(heads))), WORDS[:n], WORDS[:n], d)
    for i, (n, m, d) in enumerate(((3, 5, 1), (5, 3, -2))):
        probes |= draw(f"cross {i}", drawn(rng, 3, n, m, False, d, 2 - i), WORDS[5 : 5 + n], WORDS[:m], d)
    probes |= draw("one head", drawn(rng, 1, 4, 4), WORDS[:4], WORDS[:4], -1)
    same = drawn(rng, 1, 4, 4)[0]
    probes |= draw("ties", [same * 0 + 0.25, same, same], WORDS[:4], WORDS[:4], 0) if np.trace(same) > 1 else draw("ties", [same, same, same * 0], WORDS[:4], WORDS[:4], 0)
    probes |= draw("many tokens", drawn(rng, 1, 13, 14), (WORDS * 2)[:13], (WORDS * 2)[:14], 1)
    probes |= draw("pale heads", 0.1 + 0.1 * drawn(rng, 2, 4, 4), WORDS[:4], WORDS[:4], 1)
    edge = np.full((2, 4, 4), 0.1)
    edge[0, 0, 3] = edge[1, 2, 1] = 0.7  # the corner is no previous token
    probes |= draw("edge, a large weight in the corner", edge, WORDS[:4], WORDS[:4], -1)
    peak = np.full((2, 5, 5), 0.2)
    peak[0, 1, 0], peak[1, [1, 2, 3, 4], [0, 1, 2, 3]] = 0.6, 0.4
    probes |= draw("one large weight against many", peak, WORDS[:5], WORDS[:5], -1)
    often = np.full((2, 5, 5), 0.2)
    often[0, [1, 2, 3, 4], [0, 1, 2, 3]], often[1, [1, 2], [0, 1]] = 0.21, 0.9
    return probes | draw("many small leads against two large", often, WORDS[:5], WORDS[:5], -1)


@each()
def one_image_a_head(got, ideal, probe):
    """Each Axes shows one image: its head's weights, queries from top to bottom, keys from left to right."""
    if got["images"] != ideal["images"]:
        return Miss(f"The Axes hold {got['images']} images, expected one each.")
    for h, (mine, right) in enumerate(zip(got["cells"], ideal["cells"], strict=True)):
        if miss := close(mine, right, atol=1e-6, path=f"the cells of head {h}"):
            return Miss(miss.say, view=View("heat", {"expected": np.asarray(right).tolist(), "yours": np.asarray(mine).tolist()}))
    return None


@each()
def one_scale(got, ideal, probe):
    """The colours of all images run from 0 to 1."""
    return close(got["scale"], ideal["scale"], path="the scale of head")


@each()
def names_at_their_cells(got, ideal, probe):
    """Every column has its key and every row its query at its middle."""
    return equal(got["columns"], ideal["columns"], "the names under the columns of head") or equal(got["rows"], ideal["rows"], "the names beside the rows of head")


@each()
def marks_the_head(got, ideal, probe):
    """The marked head has the largest mean weight at this distance; it is returned and its title carries the star."""
    if got["other_figures"]:
        return Miss("A second figure was opened.")
    return close(got["marked"], ideal["marked"]) or equal(got["titles"], ideal["titles"], "the titles")
