"""Forgets the bounds from further up

The code hands each child only the bound of its own parent and starts the other one anew. Cuts between parent and
child still work. What a player was sure of three levels higher is forgotten, and leaves are visited in vain.
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
        value, _ = _search(child, not maximise, alpha if maximise else -math.inf, math.inf if maximise else beta, leaves)
        if best is None or (value > best if maximise else value < best):
            best, move = value, i
        if maximise:
            alpha = max(alpha, best)
        else:
            beta = min(beta, best)
        if alpha >= beta:
            break
    return best, move
