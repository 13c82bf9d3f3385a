"""One function for each player, calling each other; the record of leaves is an argument."""
import math


def _highest(node, floor, ceiling, record):
    if type(node) is not list:
        record.append(node)
        return node, None
    best = (-math.inf, None)
    for k in range(len(node)):
        answer = _lowest(node[k], max(floor, best[0]), ceiling, record)[0]
        if answer > best[0]:
            best = (answer, k)
        if best[0] >= ceiling or floor >= ceiling:
            break
    return best


def _lowest(node, floor, ceiling, record):
    if type(node) is not list:
        record.append(node)
        return node, None
    best = (math.inf, None)
    for k in range(len(node)):
        answer = _highest(node[k], floor, min(ceiling, best[0]), record)[0]
        if answer < best[0]:
            best = (answer, k)
        if best[0] <= floor:
            break
    return best


def minimax(tree, maximise=True):
    if tree == []:
        raise ValueError("nothing to choose from")
    record = []
    value, move = (_highest if maximise else _lowest)(tree, -math.inf, math.inf, record)
    return value, move, tuple(record)
