"""Draws all chains first, then searches the first prefix after which every continuation that matters has the same winner."""

import math


def extract(chain):
    low = "".join(c.lower() if c.isascii() else c for c in chain)
    at = low.rfind("answer:")
    if at < 0:
        return None
    rest = chain[at + len("answer:") :].lstrip()
    if rest[:1] == "$":
        rest = rest[1:].lstrip()
    sign = 1.0
    if rest[:1] == "-":
        sign, rest = -1.0, rest[1:]
    whole = ""
    while rest and rest[0].isdigit() or (whole and rest[:1] == ","):
        whole, rest = whole + rest[0], rest[1:]
    if not whole:
        return None
    digits = whole.replace(",", "")
    fraction = ""
    if rest[:1] == "." and rest[1:2].isdigit():
        rest = rest[1:]
        while rest and rest[0].isdigit():
            fraction, rest = fraction + rest[0], rest[1:]
    return sign * float(digits + "." + (fraction or "0"))


def vote(model, question, most, weighted=False):
    read = []
    for i in range(most):
        sums = {}
        for answer, weight in read:
            if answer is not None:
                sums[answer] = sums.get(answer, 0) + weight
        ranked = sorted(sums.values(), reverse=True) + [0, 0]
        if i and ranked[1] + (most - i) < ranked[0]:
            break
        chain = model(question, i)
        weight = math.exp(chain["logprob"] / chain["tokens"]) if weighted else 1
        read.append((extract(chain["text"]), weight))
    sums = {}
    for answer, weight in read:
        if answer is not None:
            sums[answer] = sums.get(answer, 0) + weight
    if not sums:
        return {"answer": None, "used": len(read), "share": 0}
    top = max(sums.values())
    best = sorted(a for a in sums if sums[a] == top)[0]
    return {"answer": best, "used": len(read), "share": top / math.fsum(sums.values())}
