"""The figures of the lesson, computed from the settings of its examples."""


def worked():
    """What words cost in 30 days, and what a stated form is worth."""
    tokens, calls, days, price = 440, 47000, 30, 2.5
    replies, before, after, wrong = 2100, 25, 3, 19
    won, right = (before - after) / 100, 1 - wrong / 100
    return [
        [tokens, calls, days, price, 10, tokens * calls * days * price / 1e6],
        [replies, before, after, wrong, won, right, replies * won * right],
    ]
