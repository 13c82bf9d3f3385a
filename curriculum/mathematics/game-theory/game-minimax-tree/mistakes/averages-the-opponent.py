"""Lets the opponent move at random

The code takes the mean of the children where the opponent moves. That is right against dice. Against somebody who
wants to win, one good answer is enough to spoil a move.
"""

def minimax(tree, maximise=True):
    leaves = []

    def value(node, mine):
        if not isinstance(node, list):
            leaves.append(node)
            return node
        if not node:
            raise ValueError("empty")
        values = [value(child, not mine) for child in node]
        return (max(values) if maximise else min(values)) if mine else sum(values) / len(values)

    if not isinstance(tree, list):
        return tree, None, [tree]
    if not tree:
        raise ValueError("empty")
    values = [value(child, False) for child in tree]
    best = max(values) if maximise else min(values)
    return best, values.index(best), leaves
