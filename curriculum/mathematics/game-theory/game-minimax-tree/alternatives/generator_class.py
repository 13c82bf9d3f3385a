"""A searcher object that keeps the record and picks the comparison once for each player."""
import operator
from math import inf


class _Searcher:
    def __init__(self):
        self.record = []

    def value(self, node, player, window):
        if isinstance(node, (int, float)):
            self.record.append(node)
            return node
        return self.best(node, player, window)[0]

    def best(self, moves, player, window):
        better = operator.gt if player else operator.lt
        low, high = window
        result, chosen = (-inf, 0) if player else (inf, 0)
        for number, below in enumerate(moves):
            found = self.value(below, not player, (low, high))
            if better(found, result):
                result, chosen = found, number
            low, high = (max(low, result), high) if player else (low, min(high, result))
            if not low < high:
                break
        return result, chosen


def minimax(tree, maximise=True):
    searcher = _Searcher()
    if isinstance(tree, (int, float)):
        return [searcher.value(tree, maximise, (-inf, inf)), None, searcher.record]
    if not tree:
        raise ValueError("empty tree")
    value, move = searcher.best(tree, maximise, (-inf, inf))
    return [value, move, searcher.record]
