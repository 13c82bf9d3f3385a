"""Tests the bounds one child too late

The code asks whether the node is settled before it updates the bound, so it learns of a cut only after one more
child.
"""

import math


def minimax(tree, maximise=True):
    leaves = []
    value, move = _search(tree, maximise, -math.inf, math.inf, leaves)
    return value, move, leaves


def _search(node, maximise, alpha, beta, leaves):
    if not isinstance(node, list):
        leaves.append(node)
        return node, None
    if not node:
        raise ValueError("a node without moves has no value")
    best, move = None, None
    for i, child in enumerate(node):
        value, _ = _search(child, not maximise, alpha, beta, leaves)
        if best is None or (value > best if maximise else value < best):
            best, move = value, i
        if alpha >= beta:
            break
        if maximise:
            alpha = max(alpha, best)
        else:
            beta = min(beta, best)
    return best, move
