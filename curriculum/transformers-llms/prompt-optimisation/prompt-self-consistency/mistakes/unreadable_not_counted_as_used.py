"""Unreadable chains are not counted as used

You do not count chains that cannot be read. They were drawn and paid for, and they take the place of one that is left.
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


def decided(votes, left):
    order = sorted(votes.values(), reverse=True)
    if len(order) == 0:
        return False
    second = order[1] if len(order) > 1 else 0
    return order[0] - second > left


def vote(model, question, most, weighted=False):
    votes = {}
    used = 0
    for i in range(most):
        chain = model(question, i)
        answer = extract(chain["text"])
        if answer is not None:
            used += 1
            votes[answer] = votes.get(answer, 0) + weigh(chain, weighted)
        if decided(votes, most - used):
            break
    if not votes:
        return {"answer": None, "used": used, "share": 0.0}
    top = max(votes.values())
    best = min(a for a in votes if votes[a] == top)
    return {"answer": best, "used": used, "share": top / sum(votes.values())}
