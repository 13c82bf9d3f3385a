"""A pair counts once for each word

You count in how many words a pair occurs. In `banana` the pair (a, n) stands twice and would be replaced twice, yet yours says one. Count every place in the word that could be
replaced.
"""

from collections import Counter


def count_in(parts):
    counts, i = Counter(), 0
    before = None
    for pair in zip(parts, parts[1:]):
        if pair[0] == pair[1] and pair == before:
            before = None
            continue
        counts[pair] += 1
        before = pair
    return counts


def merge_in(parts, pair):
    out, i = [], 0
    while i < len(parts):
        if i + 1 < len(parts) and (parts[i], parts[i + 1]) == pair:
            out.append(parts[i] + parts[i + 1])
            i += 2
        else:
            out.append(parts[i])
            i += 1
    return tuple(out)


def train_bpe(text, merges):
    vocabulary = Counter(text.split())
    vocabulary = {tuple(word): n for word, n in vocabulary.items()}
    rules = []
    for _ in range(merges):
        counts = Counter()
        for parts, n in vocabulary.items():
            for pair, times in count_in(parts).items():
                counts[pair] += n
        if not counts:
            break
        top = max(counts.values())
        if top < 2:
            break
        best = min(pair for pair in counts if counts[pair] == top)
        rules.append(best)
        vocabulary = {merge_in(parts, best): n for parts, n in vocabulary.items()}
    return rules
