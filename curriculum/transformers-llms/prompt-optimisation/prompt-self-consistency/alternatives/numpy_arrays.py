"""Arrays of answers and weights, grouped anew after every chain"""

import re

import numpy as np


def extract(chain):
    tail = re.split(r"answer:", chain, flags=re.I)
    if len(tail) == 1:
        return None
    m = re.match(r"\s*\$?\s*(-?\d[\d,]*(?:\.\d+)?)", tail[-1])
    return np.float64(m[1].replace(",", "")) if m else None


def vote(model, question, most, weighted=False):
    answers, weights = [], []
    used = 0
    while used < most:
        if answers:
            names, where = np.unique(answers, return_inverse=True)
            sums = np.sort(np.bincount(where, weights=weights))[::-1]
            lead = sums[0] - (sums[1] if len(sums) > 1 else 0)
            if lead > most - used:
                break
        chain = model(question, used)
        used += 1
        answer = extract(chain["text"])
        if answer is None:
            continue
        answers.append(answer)
        weights.append(np.exp(chain["logprob"] / chain["tokens"]) if weighted else 1.0)
    if not answers:
        return {"answer": None, "used": used, "share": 0.0}
    names, where = np.unique(answers, return_inverse=True)
    sums = np.bincount(where, weights=weights)
    return {"answer": float(names[np.argmax(sums)]), "used": used, "share": float(sums.max() / sums.sum())}
