"""networkx for the groups, Counter of shared bands for the candidates."""

import zlib
from collections import Counter
from itertools import combinations, product

import networkx as nx

PRIME = 4294967311


def shingles(text, k):
    words = text.lower().split()
    starts = range(max(1, len(words) - k + 1)) if words else []
    return set(" ".join(words[s : s + k]) for s in starts)


def signature(found, a, b):
    table = {}
    for (i, (p, q)), s in product(enumerate(zip(a, b)), found):
        table.setdefault(i, []).append(divmod(p * zlib.crc32(s.encode()) + q, PRIME)[1])
    return [min(table[i]) if i in table else PRIME for i in range(len(a))]


def bands_for(n, threshold, recall=0.95):
    try:
        return next(b for b in range(1, n + 1) if not n % b and 1 - (1 - threshold ** (n / b)) ** b >= recall)
    except StopIteration:
        raise ValueError("too few hash functions") from None


def candidates(signatures, bands):
    shared = Counter()
    for i, j in combinations(range(len(signatures)), 2):
        one, two = list(signatures[i]), list(signatures[j])
        r = len(one) // bands
        shared[i, j] += sum(one[x : x + r] == two[x : x + r] for x in range(0, bands * r, r))
    return [pair for pair in sorted(shared) if shared[pair]]


def deduplicate(texts, threshold, k, a, b):
    graph = nx.Graph()
    graph.add_nodes_from(range(len(texts)))
    sets = {i: shingles(t, k) for i, t in enumerate(texts)}
    for i, j in candidates([signature(sets[i], a, b) for i in sets], bands_for(len(a), threshold)):
        either = sets[i] | sets[j]
        if not either or len(sets[i] & sets[j]) / len(either) >= threshold:
            graph.add_edge(i, j)
    return sorted(min(part) for part in nx.connected_components(graph))
