"""Bayes' theorem by brute counting: a million imagined cases in a natural-frequency table, split by every rate in turn."""

MILLION = 1_000_000


def _split(cases, percent):
    part = cases * percent
    assert part % 100 == 0
    return part // 100


def _flagged(n, b, s, f):
    yes = _split(n, b)
    return _split(yes, s), _split(n - yes, f)


def flagged(n, b, s, f):
    return sum(_flagged(n, b, s, f))


def positive(b, s, f):
    hit, false = _flagged(MILLION, b, s, f)
    return 100 * hit / (hit + false)


def negative(b, s, f):
    return positive(b, 100 - s, 100 - f)


def two_signals(b, rates):
    groups = [_split(MILLION, b), MILLION - _split(MILLION, b)]
    for pair in rates:
        groups = [_split(g, rate) for g, rate in zip(groups, pair)]
    return 100 * groups[0] / sum(groups)


def odds(against, ratio):
    """One case with the property stands beside `against` without it; each shows the signal `ratio` times and once."""
    signals = [True] * ratio + [False] * against
    return sum(signals) / len(signals)


def three_sources(shares, rates, k):
    wrong = [_split(_split(MILLION, share), rate) for share, rate in zip(shares, rates)]
    return wrong[k] / sum(wrong)
