"""The figures of the lesson: all orders of five tasks that respect what needs what and the house rules."""

from itertools import permutations

RELEASE, MENU, TUNE, TESTS, CHECK = 1, 2, 3, 4, 5
RULES = [(TESTS, TUNE), (TUNE, CHECK), (CHECK, RELEASE)]


def worked():
    """The one order of the bakery, and the two of a bakery whose test orders do not need the menu."""
    (order,) = _orders([(MENU, TUNE), (MENU, TESTS), *RULES])
    freer = _orders([(MENU, TUNE), *RULES])
    if sorted(freer) != [(MENU, TESTS, TUNE, CHECK, RELEASE), (TESTS, MENU, TUNE, CHECK, RELEASE)]:
        raise ValueError("the text names another order")
    test_orders = 40  # how many the bakery freezes
    return [order, freer, test_orders]


def _orders(edges):
    return [p for p in permutations((RELEASE, MENU, TUNE, TESTS, CHECK)) if all(p.index(a) < p.index(b) for a, b in edges)]
