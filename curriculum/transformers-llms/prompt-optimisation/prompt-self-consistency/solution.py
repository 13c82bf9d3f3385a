"""Weights by answer, and a lead that the rest cannot catch up."""

import math
import re

_NUMBER = re.compile(r"\s*\$?\s*(-?\d[\d,]*(?:\.\d+)?)")


def extract(chain):
    """The number behind the last mark."""
    _, *after = re.split("answer:", chain, flags=re.IGNORECASE)
    found = _NUMBER.match(after[-1]) if after else None
    return float(found[1].replace(",", "")) if found else None


def _lead(weights):
    ranked = sorted(weights.values(), reverse=True)
    return sum(ranked[:1]) - sum(ranked[1:2])


def vote(model, question, most, weighted=False):
    """The winner, the chains used, its share."""
    weights = {}
    used = 0
    while used < most and _lead(weights) <= most - used:
        chain = model(question, used)
        used += 1
        answer = extract(chain["text"])
        if answer is not None:
            weight = math.exp(chain["logprob"] / chain["tokens"]) if weighted else 1
            weights[answer] = weights.get(answer, 0) + weight
    if not weights:
        return {"answer": None, "used": used, "share": 0.0}
    best = min(weights, key=lambda answer: (-weights[answer], answer))
    return {"answer": best, "used": used, "share": weights[best] / sum(weights.values())}
