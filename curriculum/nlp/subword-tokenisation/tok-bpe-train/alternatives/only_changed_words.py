"""A table from pair to words; after a merge only the words that hold the pair are counted anew."""

from collections import Counter, defaultdict
from itertools import groupby


def _pairs(parts):
    found = Counter()
    for same, run in groupby(parts):
        k = len(list(run))
        if k > 1:
            found[same, same] += k // 2
    for a, b in zip(parts, parts[1:]):
        if a != b:
            found[a, b] += 1
    return found


def train_bpe(text, merges):
    spelled, times = [], []
    for word, n in Counter(text.split()).items():
        spelled.append(list(word))
        times.append(n)
    total, where = Counter(), defaultdict(set)
    for i, parts in enumerate(spelled):
        for pair, k in _pairs(parts).items():
            total[pair] += k * times[i]
            where[pair].add(i)
    result = []
    for _ in range(merges):
        pair = min(total, key=lambda p: (-total[p], p)) if total else None
        if pair is None or total[pair] < 2:
            break
        result.append(pair)
        for i in list(where[pair]):
            for p, k in _pairs(spelled[i]).items():
                total[p] -= k * times[i]
                where[p].discard(i)
                if total[p] == 0:
                    del total[p]
            old, new, j = spelled[i], [], 0
            while j < len(old):
                hit = tuple(old[j : j + 2]) == pair
                new.append("".join(pair) if hit else old[j])
                j += 1 + hit
            spelled[i] = new
            for p, k in _pairs(new).items():
                total[p] += k * times[i]
                where[p].add(i)
    return result
