"""A heap and tuples"""

import heapq
import math


def greedy(step, end, longest):
    text = ()
    while len(text) < longest:
        logs = list(step(list(text)))
        text += (max(range(len(logs)), key=lambda i: (logs[i], -i)),)
        if text[-1] == end:
            break
    return list(text)


def beam(step, end, longest, width, alpha):
    best = (math.inf, ())

    def offer(cost, text):
        nonlocal best
        best = min(best, (cost / len(text) ** alpha, text))

    alive = [(0.0, ())]
    while alive:
        candidates = ((cost - float(log), (*text, i)) for cost, text in alive for i, log in enumerate(step(list(text))))
        alive = []
        for cost, text in heapq.nsmallest(width, candidates):
            if text[-1] == end or len(text) == longest:
                offer(cost, text)
            else:
                alive.append((cost, text))
    return list(best[1]), -best[0]
