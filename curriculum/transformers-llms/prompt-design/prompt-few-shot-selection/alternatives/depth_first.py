"""Depth first, taking or leaving each example, with the best so far as state"""

import math
import re


class Search:
    def __init__(self, query, pool, k, budget):
        self.pool, self.k, self.budget = pool, k, budget
        self.cap = math.ceil(k / (len({e["label"] for e in pool}) or 1))
        q = query["vector"]
        self.near = [self.cos(e["vector"], q) for e in pool]
        self.asked = self.text(query)
        self.best = ([], 0, 0.0)

    @staticmethod
    def text(e):
        return re.sub(r"\s+", " ", e["text"].lower()).strip()

    @staticmethod
    def cos(u, v):
        return math.fsum(a * b for a, b in zip(u, v)) / (math.hypot(*u) * math.hypot(*v))

    def visit(self, i, chosen, tokens, value):
        if i == len(self.pool):
            ids, t, v = self.best
            if value > v + 1e-9 or (abs(value - v) <= 1e-9 and (tokens, chosen) < (t, ids)):
                self.best = (chosen, tokens, value)
            return
        self.visit(i + 1, chosen, tokens, value)
        e = self.pool[i]
        if len(chosen) == self.k or tokens + e["tokens"] > self.budget or self.text(e) == self.asked:
            return
        if [self.pool[c]["label"] for c in chosen].count(e["label"]) == self.cap:
            return
        if any(self.cos(e["vector"], self.pool[c]["vector"]) >= 0.95 for c in chosen):
            return
        self.visit(i + 1, chosen + [i], tokens + e["tokens"], value + self.near[i])


def select(query, pool, k, budget):
    search = Search(query, pool, k, budget)
    search.visit(0, [], 0, 0.0)
    return sorted(search.best[0], key=lambda i: round(search.near[i], 9))
