"""The figures of the lesson, computed step by step."""

SAID = 0.03  # the p-value of the opening, somebody's


def worked():
    """A false alarm among thirteen metrics, and Holm beside Bonferroni."""
    alpha, metrics = 0.05, 13
    silent = (1 - alpha) ** metrics
    p = [0.0036, 0.0078, 0.0039, 0.0177, 0.2078, 0.0224, 0.0484, 0.0019]
    levels = [alpha / (len(p) - i) for i in range(len(p))]
    rejected = 0
    while rejected < len(p) and sorted(p)[rejected] <= levels[rejected]:
        rejected += 1
    return [
        [SAID, 1 - SAID],
        [alpha, 1 - alpha, silent, 1 - silent],
        [p, sum(v < alpha for v in p), 8, 7, 6, 5, 4, levels[: rejected + 1], rejected],
        sum(v <= alpha / len(p) for v in p),
    ]
