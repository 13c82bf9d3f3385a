"""A generator yields the state after each chain; a class holds the votes"""

import math
import re

MARK = re.compile("answer:", re.I)
AMOUNT = re.compile(r"-?\d[\d,]*(\.\d+)?")


def extract(chain):
    last = None
    for last in MARK.finditer(chain):
        pass
    if last is None:
        return None
    tail = chain[last.end() :].strip()
    tail = tail[1:].lstrip() if tail.startswith("$") else tail
    amount = AMOUNT.match(tail)
    return float(amount.group().replace(",", "")) if amount else None


class Ballot:
    def __init__(self):
        self.sums = {}
        self.used = 0

    def add(self, answer, weight):
        self.used += 1
        if answer is not None:
            self.sums[answer] = self.sums.get(answer, 0.0) + weight

    def ranking(self):
        return sorted(self.sums, key=lambda a: (-self.sums[a], a))

    def safe(self, left):
        order = self.ranking()
        if not order:
            return False
        rival = self.sums[order[1]] if order[1:] else 0.0
        return self.sums[order[0]] - rival > left


def states(model, question, most, weighted):
    ballot = Ballot()
    yield ballot
    for i in range(most):
        c = model(question, i)
        ballot.add(extract(c["text"]), math.e ** (c["logprob"] / c["tokens"]) if weighted else 1.0)
        yield ballot


def vote(model, question, most, weighted=False):
    for ballot in states(model, question, most, weighted):
        if ballot.safe(most - ballot.used):
            break
    order = ballot.ranking()
    if not order:
        return {"answer": None, "used": ballot.used, "share": 0.0}
    return {"answer": order[0], "used": ballot.used, "share": ballot.sums[order[0]] / sum(ballot.sums.values())}
