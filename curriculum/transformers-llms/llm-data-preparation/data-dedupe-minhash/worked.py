"""The figures of the lesson, computed with the solution."""

from answer import bands_for, shingles


def worked():
    """One changed word, the bands of 12 numbers, and the rule of thumb with 128."""
    one, two = (shingles(f"the cat sat on {word} mat", 3) for word in ("the", "a"))
    recall = [[b, 12 // b, _found(0.5, 12, b)] for b in range(1, 13) if 12 % b == 0]
    middles = {b: (1 / b) ** (b / 128) for b in (1, 2, 4, 8, 16, 32, 64, 128)}
    thumb = min(middles, key=lambda b: abs(middles[b] - 0.8))
    if len(one) != 4 or len(two - one) != 2 or bands_for(12, 0.5, 0.8) != 6 or round(1 / _found(0.8, 128, thumb)) != 5:
        raise ValueError("the text says otherwise")
    return [
        [len(one & two), len(one | two)],
        [12, 0.5, 0.8, recall],
        [128, 0.8, thumb, middles[thumb], 2 * thumb, middles[2 * thumb]],
    ]


def _found(similarity, n, bands):
    """The probability that all rows of at least one band agree."""
    return 1 - (1 - similarity ** (n // bands)) ** bands
