"""Stops only at more than half of all chains

You wait until one answer has more than half of all chains. That is certain, but late: with several answers, or chains that cannot be read, the lead
is safe before.
"""

import math
import re


def extract(chain):
    places = [m.end() for m in re.finditer("answer:", chain, re.IGNORECASE)]
    if not places:
        return None
    rest = chain[places[-1]:]
    m = re.match(r"\s*\$?\s*(-?[0-9][0-9,]*(\.[0-9]+)?)", rest)
    if m is None:
        return None
    return float(m.group(1).replace(",", ""))


def weigh(chain, weighted):
    if not weighted:
        return 1.0
    return math.exp(chain["logprob"] / chain["tokens"])


TOTAL = [0]


def decided(votes, left):
    order = sorted(votes.values(), reverse=True)
    if len(order) == 0:
        return False
    second = order[1] if len(order) > 1 else 0
    return order[0] > (left + sum(order)) / 2 + 1e-12 and order[0] * 2 > TOTAL[0]


def vote(model, question, most, weighted=False):
    TOTAL[0] = most
    votes = {}
    used = 0
    for i in range(most):
        chain = model(question, i)
        used += 1
        answer = extract(chain["text"])
        if answer is not None:
            votes[answer] = votes.get(answer, 0) + weigh(chain, weighted)
        if decided(votes, most - used):
            break
    if not votes:
        return {"answer": None, "used": used, "share": 0.0}
    top = max(votes.values())
    best = min(a for a in votes if votes[a] == top)
    return {"answer": best, "used": used, "share": top / sum(votes.values())}
