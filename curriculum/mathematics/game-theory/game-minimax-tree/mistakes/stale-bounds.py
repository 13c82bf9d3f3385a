"""Passes stale bounds to siblings

The code keeps the bounds in one place for the whole search. What a child has found out about its own children then
limits its sibling, to which it does not apply. Bounds travel down, as copies; only the value comes back.
"""

import math


def minimax(tree, maximise=True):
    leaves = []
    value, move = _search(tree, maximise, [-math.inf, math.inf], leaves)
    return value, move, leaves


def _search(node, maximise, bounds, leaves):
    if not isinstance(node, list):
        leaves.append(node)
        return node, None
    if not node:
        raise ValueError("a node without moves has no value")
    best, move = None, None
    for i, child in enumerate(node):
        value, _ = _search(child, not maximise, bounds, leaves)
        if best is None or (value > best if maximise else value < best):
            best, move = value, i
        if maximise:
            bounds[0] = max(bounds[0], best)
        else:
            bounds[1] = min(bounds[1], best)
        if bounds[0] >= bounds[1]:
            break
    return best, move
