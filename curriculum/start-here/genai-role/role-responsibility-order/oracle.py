"""Every permutation of the tasks is tried against every edge: the complete set of valid orders."""

from itertools import permutations


def _orders(tasks, edges):
    return [[tasks[i] for i in p] for p in permutations(range(len(tasks))) if all(p.index(a) < p.index(b) for a, b in edges)]


def plan(tasks, edges):
    return _orders(tasks, edges)


def repair(tasks, edges):
    return _orders(tasks, edges)
