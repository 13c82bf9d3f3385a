"""Negamax: one player only, values and bounds with turned signs; fail-hard."""


def minimax(tree, maximise=True):
    seen = []

    def search(node, sign, low, high):
        if not isinstance(node, list):
            seen.append(node)
            return sign * node
        for child in node:
            low = max(low, -search(child, -sign, -high, -low))
            if low >= high:
                return high
        return low

    if not isinstance(tree, list):
        return tree, None, [tree]
    if len(tree) == 0:
        raise ValueError("empty")
    sign = 1 if maximise else -1
    best, move = float("-inf"), 0
    for i, child in enumerate(tree):
        value = -search(child, -sign, float("-inf"), -best)
        if value > best:
            best, move = value, i
    return sign * best, move, seen
