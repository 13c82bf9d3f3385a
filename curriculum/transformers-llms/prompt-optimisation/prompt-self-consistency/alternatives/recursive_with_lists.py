"""Recursion over the chains, pairs in a list, exact fractions for the plain vote"""

import math
import re
from fractions import Fraction


def extract(chain):
    pieces = re.split(r"[aA][nN][sS][wW][eE][rR]:", chain)
    if len(pieces) < 2:
        return None
    m = re.match(r"\s*[$]?\s*(-?[0-9][0-9,]*(?:[.][0-9]+)?)", pieces[-1])
    if not m:
        return None
    return float(Fraction(m.group(1).replace(",", "")))


def total(pairs):
    sums = {}
    for a, w in pairs:
        sums[a] = sums.get(a, 0) + w
    return sums


def go(model, question, most, weighted, i, pairs):
    sums = sorted(total(pairs).values())
    first = sums[-1] if sums else 0
    second = sums[-2] if len(sums) > 1 else 0
    if i == most or first > second + most - i:
        return i, pairs
    c = model(question, i)
    a = extract(c["text"])
    w = math.pow(math.exp(c["logprob"] / c["tokens"]), 1) if weighted else Fraction(1)
    return go(model, question, most, weighted, i + 1, pairs if a is None else [*pairs, (a, w)])


def vote(model, question, most, weighted=False):
    used, pairs = go(model, question, most, weighted, 0, [])
    sums = total(pairs)
    if not sums:
        return {"answer": None, "used": used, "share": 0.0}
    a = max(sorted(sums), key=sums.get)
    return {"answer": a, "used": used, "share": float(sums[a] / sum(sums.values()))}
