"""The figures of the lesson, computed with the solution."""

from answer import search

SORTS = [None, "chatty", "price", None, "chatty", "price"]  # what is hard about each item
PARTS = [
    "Reply with the label alone.",
    "Think aloud about every word.",
    "A comma in a price separates thousands.",
    "Send nothing but the label.",
]


def worked():
    """Four parts, six items, and the calls that a search makes."""
    calls = []

    def model(prompt, item):
        calls.append((sorted(prompt), int(item)))
        return "right" if _right(set(prompt), int(item)) else "wrong"

    found = search(model, [[str(i), "right"] for i in range(6)], PARTS, lambda reply, label: reply == label)
    steps = [sum(prompt == p and item == i for prompt, item in calls) for p, i in (([0], 1), ([0, 1], 2), ([0, 2], 2))]
    if found != [0, 2] or 2**10 * 30 != 30720:
        raise ValueError(f"the search finds {found}")
    return [list(range(4)), list(range(6)), len(SORTS), found, len(calls), steps, 2]


def _right(prompt, item):
    """Part 1 repairs item 2 by luck and breaks item 3."""
    if item == 3 and 1 in prompt:
        return False
    if SORTS[item] == "chatty":
        return bool(prompt & {0, 3})
    return SORTS[item] is None or 2 in prompt or (item == 2 and 1 in prompt)
