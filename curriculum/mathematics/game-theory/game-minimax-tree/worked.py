"""The figures of the lesson, computed with the solution."""

from answer import minimax


def worked():
    """Three trees: what is visited, what is skipped, and the bounds that settle it."""
    two = [[3, 5], [2, 9], [0, 1]]
    three = [[[4, 6], [7, 9]], [[1, 2], [8, 3]]]
    far = [[5, 6], [[[3, 4], 2], 9]]
    pairs = [[max(pair) for pair in move] for move in three]
    values = [[min(answer) for answer in two], pairs, [min(pair) for pair in pairs], min(far[0])]
    found = [minimax(tree) for tree in (two, three, far)]
    if [leaves for _, _, leaves in found] != [[3, 5, 2, 0], [4, 6, 7, 1, 2], [5, 6, 3, 2]]:
        raise ValueError("the search visits other leaves than the text says")
    skipped = [sorted({*_leaves(tree)} - {*leaves}) for tree, (_, _, leaves) in zip((two, three, far), found)]
    return [two, three, far, values, [[value, move, leaves] for value, move, leaves in found], skipped]


def _leaves(tree):
    return [leaf for child in tree for leaf in _leaves(child)] if isinstance(tree, list) else [tree]
