"""Scores as one array, sorted by lexsort"""

import numpy as np


def greedy(step, end, longest):
    out = []
    for _ in range(longest):
        out.append(int(np.asarray(step(out)).argmax()))
        if out[-1] == end:
            return out
    return out


def beam(step, end, longest, width, alpha):
    texts, sums = [[]], np.zeros(1)
    pile = []
    for length in range(1, longest + 1):
        if not texts:
            break
        logs = np.stack([step(t) for t in texts])
        total = (sums[:, None] + logs).ravel()
        words = logs.shape[1]
        every = [texts[i // words] + [i % words] for i in range(total.size)]
        rank = sorted(range(total.size), key=every.__getitem__)
        places = np.empty(total.size, dtype=int)
        places[rank] = np.arange(total.size)
        order = np.lexsort((places, -total))[:width]
        texts, sums = [], []
        for i in order:
            if every[i][-1] == end or length == longest:
                pile.append((total[i] / length**alpha, every[i]))
            else:
                texts.append(every[i])
                sums.append(total[i])
        sums = np.array(sums)
    score = max(s for s, _ in pile)
    return min(t for s, t in pile if s == score), float(score)
