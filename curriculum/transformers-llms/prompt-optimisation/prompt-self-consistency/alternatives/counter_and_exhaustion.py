"""Counter, and a second function that simulates the worst continuation"""

import re
from collections import Counter
from math import exp


def extract(chain):
    m = re.search(r"answer:(?!.*answer:)\s*\$?\s*(-?\d[\d,]*(?:\.\d+)?)", chain, re.I | re.S)
    return float(m.group(1).replace(",", "")) if m else None


def vote(model, question, most, weighted=False):
    counter = Counter()
    used = 0
    while used < most:
        reply = model(question, used)
        used += 1
        answer = extract(reply["text"])
        if answer is not None:
            counter[answer] += exp(reply["logprob"] / reply["tokens"]) if weighted else 1
        ranked = counter.most_common(2)
        if ranked:
            rival = ranked[1][1] if len(ranked) == 2 else 0
            if rival + (most - used) < ranked[0][1]:
                break
    if not counter:
        return dict(answer=None, used=used, share=0)
    best = sorted(counter.items(), key=lambda kv: (-kv[1], kv[0]))[0]
    return dict(answer=best[0], used=used, share=best[1] / sum(counter.values()))
