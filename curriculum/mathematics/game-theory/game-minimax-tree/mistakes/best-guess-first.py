"""Searches promising moves first

The code sorts the children before it searches them. Good ordering is what makes pruning strong, but here the order is
given: the moves get other numbers, and the leaves are visited in another order.
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
    for i, child in sorted(enumerate(node), key=lambda m: (isinstance(m[1], list), m[1] if not isinstance(m[1], list) else 0), reverse=maximise):
        value, _ = _search(child, not maximise, alpha, beta, leaves)
        if best is None or (value > best if maximise else value < best):
            best, move = value, i
        if maximise:
            alpha = max(alpha, best)
        else:
            beta = min(beta, best)
        if alpha >= beta:
            break
    return best, move
