import math


def minimax(tree, maximise=True):
    """(value, best move, leaves in the order visited) of a game tree, by alpha-beta search."""
    leaves = []
    value, move = _search(tree, maximise, -math.inf, math.inf, leaves)
    return value, move, leaves


def _search(node, maximise, alpha, beta, leaves):
    """Value and move of one node; alpha and beta are what each player is already sure of."""
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
        if alpha >= beta:
            break
    return best, move
