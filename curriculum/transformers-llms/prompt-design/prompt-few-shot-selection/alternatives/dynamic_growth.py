"""Grows allowed sets level by level from frozensets"""

from collections import Counter
from math import sqrt


def normal(v):
    n = sqrt(sum(x * x for x in v))
    return [x / n for x in v]


def dot(u, v):
    return sum(map(lambda p: p[0] * p[1], zip(u, v)))


def select(query, pool, k, budget):
    labels = Counter(e["label"] for e in pool)
    if not labels:
        return []
    cap = (k + len(labels) - 1) // len(labels)
    q = normal(query["vector"])
    vs = [normal(e["vector"]) for e in pool]
    s = [dot(v, q) for v in vs]
    level = {frozenset()}
    every = {frozenset()}
    words = query["text"].casefold().split()
    for _ in range(k):
        following = set()
        for base in level:
            for i, e in enumerate(pool):
                if i in base or e["text"].casefold().split() == words:
                    continue
                if sum(pool[j]["tokens"] for j in base) + e["tokens"] > budget:
                    continue
                if sum(1 for j in base if pool[j]["label"] == e["label"]) >= cap:
                    continue
                if any(dot(vs[i], vs[j]) >= 0.95 for j in base):
                    continue
                following.add(base | {i})
        every |= following
        level = following

    def worth(one):
        return round(sum(s[i] for i in sorted(one)), 9), -sum(pool[i]["tokens"] for i in one), [-i for i in sorted(one)]

    best = max(every, key=worth)
    return tuple(sorted(best, key=lambda i: (round(s[i], 9), i)))
