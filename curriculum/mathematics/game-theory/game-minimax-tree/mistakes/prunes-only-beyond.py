"""Goes on when the bounds meet

The code prunes only when one bound has passed the other. When they are equal, the node is settled as well: what it
could still offer is no better than what is already there. Without ties nothing shows.
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
        if maximise:
            alpha = max(alpha, best)
        else:
            beta = min(beta, best)
        if alpha > beta:
            break
    return best, move
