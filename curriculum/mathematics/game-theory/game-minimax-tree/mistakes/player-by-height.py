"""Lets the minimiser choose above all leaves

The code decides by the height above the leaves whose turn it is: at the last list always the minimiser's. In a tree
whose branches all end at one even depth that is right. Turns are counted from the root.
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
        value, _ = _search(child, isinstance(child, list) and any(isinstance(c, list) for c in child) and not maximise, alpha, beta, leaves)
        if best is None or (value > best if maximise else value < best):
            best, move = value, i
        if maximise:
            alpha = max(alpha, best)
        else:
            beta = min(beta, best)
        if alpha >= beta:
            break
    return best, move
