"""The figures of the lesson, computed with the solution."""

import math
from fractions import Fraction

from answer import extract, vote

SAID = 17.9  # points on GSM8K, in the abstract of Wang and others (2022)
READ = [18, 18, None, 26, 18, 18, 26]


def worked():
    """Seven chains, where the vote stops, and the weight of two chains."""
    asked = []
    found = vote(_model(asked), "q", len(READ))
    leads = [[i, _lead(READ[: i + 1]), len(READ) - i - 1] for i in (4, 5)]
    if asked != list(range(6)) or not leads[0][1] <= leads[0][2] or not leads[1][1] > leads[1][2]:
        raise ValueError("the vote stops elsewhere")
    share = Fraction(found["share"]).limit_denominator(9)
    long = [[-12, 20], [-40, 400]]
    return [
        SAID,
        [len(READ), list(range(7)), [r for r in READ if r], READ[:5].count(18), READ[:5].count(26), leads],
        [found["used"], found["answer"], share.numerator, share.denominator],
        [[log, tokens, log / tokens, math.exp(log / tokens)] for log, tokens in long],
        [extract(f"answer: {said}") for said in ("1,200", "1200", "1200.0")],
    ]


def _model(asked):
    def chain(question, i):
        asked.append(i)
        return {"text": "no idea" if READ[i] is None else f"Answer: {READ[i]}", "logprob": -1.0, "tokens": 1}

    return chain


def _lead(read):
    return read.count(18) - read.count(26)
