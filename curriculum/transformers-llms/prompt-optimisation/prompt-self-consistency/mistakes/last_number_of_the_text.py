"""Takes the last number of the text

You read the last number, wherever it stands. A chain often goes on after its answer, with a check or a remark, and such a number is no answer.
"""

import math
import re


def extract(chain):
    found = re.findall(r"-?[0-9][0-9,]*(?:\.[0-9]+)?", chain)
    return float(found[-1].replace(",", "")) if found else None


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
