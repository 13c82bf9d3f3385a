"""The mean similarity instead of the sum

You compare sets by their mean. Then the single nearest example always wins, for every further one lowers the mean.
"""

import itertools
import math


def cosine(u, v):
    dot = sum(a * b for a, b in zip(u, v))
    return dot / math.sqrt(sum(a * a for a in u)) / math.sqrt(sum(b * b for b in v))


def clean(text):
    return " ".join(text.lower().split())


def select(query, pool, k, budget):
    if len(pool) == 0:
        return []
    labels = {e["label"] for e in pool}
    cap = math.ceil(k / len(labels))
    near = [cosine(e["vector"], query["vector"]) for e in pool]
    usable = [i for i in range(len(pool)) if clean(pool[i]["text"]) != clean(query["text"])]

    def fits(chosen):
        if sum(pool[i]["tokens"] for i in chosen) > budget:
            return False
        for i in chosen:
            if sum(pool[j]["label"] == pool[i]["label"] for j in chosen) > cap:
                return False
        for i, j in itertools.combinations(chosen, 2):
            if cosine(pool[i]["vector"], pool[j]["vector"]) >= 0.95:
                return False
        return True

    sets = []
    for n in range(0, k + 1):
        for chosen in itertools.combinations(usable, n):
            if fits(chosen):
                value = round(sum(near[i] for i in chosen) / max(1, len(chosen)), 9)
                tokens = sum(pool[i]["tokens"] for i in chosen)
                sets.append((-value, tokens, chosen))
    chosen = list(min(sets)[2])
    return sorted(chosen, key=lambda i: (round(near[i], 9), i))
