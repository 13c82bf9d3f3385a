"""Rotary positions: both layouts, scores by distance alone, values untouched, a cache that counts on."""

import math

import numpy as np
from gradus.judging import Miss, Tensor, call, close, each, script

C, S, C2, S2 = math.cos(1), math.sin(1), math.cos(0.01), math.sin(0.01)
ROW = Tensor("float64", np.array([[[[1.0, 0.0, 0.0, 1.0]]]]))
EXPECTED = {
    "half, the lesson's row": Tensor("float64", np.array([[[[C, -S2, S, C2]]]])),
    "interleaved, the lesson's row": Tensor("float64", np.array([[[[C, S, -S2, C2]]]])),
    "scores of the lesson": Tensor("float64", np.full((3, 1, 1, 1), C + C2)),
}

def PROBES(rng):
    def draw(*shape, dtype="float64"):
        return Tensor(dtype, rng.normal(size=shape).astype(dtype))

    def whole(*numbers):
        return Tensor("int64", np.array(numbers))

    p = {}
    for layout in ("half", "interleaved"):
        p[f"{layout}, the lesson's row"] = call("rotate", ROW, whole(1), layout)
        p |= {f"{layout}, drawn {i}": call("rotate", draw(*(int(v) for v in rng.integers(1, 4, 2)), 3, 2 * int(rng.integers(1, 5))), Tensor("int64", rng.integers(0, 60, 3)), layout) for i in range(3)}
        p |= {f"{layout}, one pair": call("rotate", draw(1, 1, 2, 2), whole(0, 3), layout), f"{layout}, float32": call("rotate", draw(1, 2, 3, 6, dtype="float32"), whole(4, 5, 6), layout), f"{layout}, another base": call("rotate", draw(1, 1, 2, 8), whole(7, 90), layout, 500000.0)}
        p |= {f"{layout}, a row for each text": call("rotate", draw(2, 3, 3, 4), whole([0, 1, 2], [5, 3, 9]), layout), f"{layout}, far away": call("rotate", draw(1, 2, 2, 8, dtype="float32"), whole(65537, 99991), layout), f"{layout}, as many texts as tokens": call("rotate", draw(2, 2, 2, 4), whole([1, 2], [3, 4]), layout)}
        p[f"refuse, an odd size, {layout}"] = call("rotate", draw(1, 1, 1, 3), whole(1), layout)
        q, k, at = draw(1, 2, 1, 8), draw(1, 2, 1, 8), int(rng.integers(100, 5000))
        p[f"scores, {layout}"] = script("score", q, k, [(2, 5), (2 + at, 5 + at), (0, 3)], layout, 10000.0, shown=f"scores of a query and a key 3 positions further, at 2, {2 + at} and 0, {layout}")
    p |= {"half is the default": call("rotate", draw(1, 1, 2, 6), whole(2, 3)), "refuse, another layout": call("rotate", draw(1, 1, 1, 4), whole(1), "paired")}
    p["scores of the lesson"] = script("score", ROW, ROW, [(0, 1), (8, 7), (5000, 5001)], "half", 10000.0, shown="scores of the lesson's row with itself, one position apart, at 0, 8 and 5000")
    for heads, d in ((1, 4), (2, 6), (3, 2)):
        p[f"converted, {heads} heads of {d}"] = script("converted", draw(1, 3, 5), draw(heads * d, 5), draw(heads * d, 5), heads, shown=f"to_half_layout(weight of shape {(heads * d, 5)}, {heads}), and scores with it")
    text = [draw(2, 2, 6, 4) for _ in range(3)]
    for name, sizes in {"one call": [6], "token by token": [1] * 6, "in chunks": [3, 1, 2]}.items():
        p[f"attend, {name}"] = script("pieces", *text, sizes, {}, shown=f"attend on 6 tokens in calls of {', '.join(map(str, sizes))}")
    p["attend, interleaved"] = script("pieces", *text, [4, 2], {"layout": "interleaved"}, shown="attend on 6 tokens in calls of 4, 2, interleaved")
    p |= {"attend, another base": script("pieces", *text, [5, 1], {"base": 10.0}, shown="attend on 6 tokens in calls of 5, 1, base 10"), "attend, one token": script("pieces", *(draw(1, 1, 1, 2) for _ in range(3)), [1], {}, shown="attend on a single token")}
    p["attend, scores in the tens of thousands"] = script("pieces", Tensor("float64", 300 * text[0].data), Tensor("float64", 300 * text[1].data), text[2], [3, 1, 2], {}, shown="attend on 6 tokens in calls of 3, 1, 2, with scores in the tens of thousands")
    p["attend, two ends"] = script("two_ends", *text, 3, shown="attend on 3 tokens, and its cache continued in two ways")
    return p | {"attend, large": script("pieces", *(draw(1, 2, 48, 16, dtype="float32") for _ in range(3)), [40] + [1] * 8, {}, shown="attend on 48 tokens in float32, 40 and then one by one")}

def near(got, ideal, path=""):
    single = isinstance(ideal, Tensor) and ideal.dtype == "float32"
    if isinstance(ideal, Tensor) and got.dtype != ideal.dtype:
        return Miss(f"The result has the type {got.dtype}, expected {ideal.dtype}.")
    return close(got, ideal, rtol=1e-4 if single else 1e-8, atol=1e-4 if single else 1e-8, path=path)

@each("half", "interleaved")
def lengths_stay(got, ideal, probe):
    """Turning changes no length."""
    return close(np.linalg.norm(got.data, axis=-1), np.linalg.norm(ideal.data, axis=-1), rtol=1e-4)

@each("half", "interleaved")
def turned(got, ideal):
    """Each pair is turned by its position times its speed, and its numbers stay in their places."""
    return near(got, ideal)

@each("scores")
def distance_alone(got, ideal):
    """Scores depend on the distance of the positions alone."""
    return close(got.data, np.broadcast_to(got.data[:1], got.data.shape), rtol=1e-8, atol=1e-8) or near(got, ideal)

@each("converted")
def same_scores(got, ideal):
    """Reordered weights give with half-split pairs what the old ones gave with interleaved ones."""
    return near(got["weight"], ideal["weight"], "weight") or near(got["scores"], ideal["scores"], "scores")

@each("attend")
def attention(got, ideal):
    """Attention sees turned queries and keys and plain values, in one call or in many."""
    return near(got, ideal)
