"""The figures of the lesson: the scores of the example, and the program in three lines of Python."""

SCORES = {"Bo": 7, "Ada": 7, "Cy": 9}


def worked():
    """The two best, and the nearest scores from 8 and from 10 on."""
    best, first, second = 2, 8, 10
    top = sorted(SCORES, key=lambda name: (-SCORES[name], name))[:best]
    near = [min((s for s in SCORES.values() if s >= least), default=None) for least in (first, second)]
    if top != ["Cy", "Ada"] or near != [SCORES["Cy"], None]:
        raise ValueError("the program prints something else")
    return [list(SCORES.values()), best, first, near[0], second]
