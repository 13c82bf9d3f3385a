"""Plain minimax for value and move; the visited leaves from a definition: a leaf is skipped if a bound of its ancestors excludes it.

Above a node, the maximiser is sure of the best finished elder sibling of each ancestor below a maximising node, the minimiser likewise.
"""


def _value(node, maximise):
    if not isinstance(node, list):
        return node
    values = [_value(child, not maximise) for child in node]
    return max(values) if maximise else min(values)


def minimax(tree, maximise=True):
    if tree == []:
        raise ValueError("no moves")
    value = _value(tree, maximise)
    move = None
    if isinstance(tree, list):
        move = [_value(child, not maximise) for child in tree].index(value)
    return value, move, [leaf for path, leaf in _leaves(tree, ()) if _seen(tree, path, maximise)]


def _leaves(node, path):
    if not isinstance(node, list):
        yield path, node
        return
    for i, child in enumerate(node):
        yield from _leaves(child, (*path, i))


def _seen(tree, path, maximise):
    """Walk down to the leaf with the bounds that its elder relatives give; it is skipped where they meet."""
    sure, node, first = {True: float("-inf"), False: float("inf")}, tree, maximise
    for i in path:
        for elder in node[:i]:
            v = _bounded(elder, not first, dict(sure))
            sure[first] = max(sure[True], v) if first else min(sure[False], v)
            if sure[True] >= sure[False]:
                return False
        node, first = node[i], not first
    return True


def _bounded(node, maximise, sure):
    """The value of a node as far as it matters between the bounds: cut to them."""
    return min(max(_value(node, maximise), sure[True]), sure[False])
