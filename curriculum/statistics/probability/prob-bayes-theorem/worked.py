"""The figures of the lesson, counted among 10,000 cases."""


def worked():
    """One flag, then a second check that stays silent."""
    cases, share = 10000, 0.07
    first, second = (0.88, 0.20), (0.56, 0.07)
    before = [cases * share, cases * (1 - share)]
    flagged = [n * p for n, p in zip(before, first, strict=True)]
    quiet = [1 - p for p in second]
    left = [n * p for n, p in zip(flagged, quiet, strict=True)]
    tex = [rf"\frac{{{flagged[0]:.0f}}}{{{sum(flagged):.0f}}}", 3, 4]  # three of four: the share of the others among the flagged, roughly
    if round(4 * flagged[1] / sum(flagged)) != 3:
        raise ValueError("it is not three of four")
    return [cases, share, before, first, flagged, flagged[0] / sum(flagged), tex, second, quiet, left, left[0] / sum(left)]
