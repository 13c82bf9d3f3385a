"""Every definition as a slow loop over all pairs; groups by walking from text to text."""

import binascii
import math

PRIME = 2**32 + 15


def shingles(text, k):
    words = text.lower().split()
    runs = set()
    for start in range(len(words)):
        run = words[start : start + k]
        if len(run) == k or start == 0:
            runs.add(" ".join(run))
    return runs


def signature(found, a, b):
    numbers = []
    for ai, bi in zip(a, b):
        lowest = PRIME
        for one in found:
            lowest = min(lowest, (int(ai) * binascii.crc32(one.encode("utf-8")) + int(bi)) % PRIME)
        numbers.append(lowest)
    return numbers


def bands_for(n, threshold, recall=0.95):
    good = []
    for rows in range(1, n + 1):
        if n % rows == 0:
            missed = math.prod([1 - threshold**rows] * (n // rows))
            if 1 - missed >= recall:
                good.append(n // rows)
    if not good:
        raise ValueError(recall)
    return min(good)


def _meet(one, two, bands):
    rows = len(one) // bands
    return any(all(one[band * rows + r] == two[band * rows + r] for r in range(rows)) for band in range(bands))


def candidates(signatures, bands):
    n = len(signatures)
    return [(i, j) for i in range(n) for j in range(i + 1, n) if _meet(signatures[i], signatures[j], bands)]


def deduplicate(texts, threshold, k, a, b):
    sets = [shingles(t, k) for t in texts]
    near = {i: [] for i in range(len(texts))}
    for i, j in candidates([signature(s, a, b) for s in sets], bands_for(len(a), threshold)):
        both = len([s for s in sets[i] if s in sets[j]])
        either = len(sets[i]) + len(sets[j]) - both
        if either == 0 or both / either >= threshold:
            near[i].append(j)
            near[j].append(i)
    seen, stay = set(), []
    for i in range(len(texts)):
        if i in seen:
            continue
        stay.append(i)
        todo = [i]
        while todo:
            here = todo.pop()
            if here not in seen:
                seen.add(here)
                todo += near[here]
    return stay
