"""Pairs are counted once and for all

You count the pairs of single letters and take the most frequent ones off the list. After a merge the counts are no longer true: some pairs are gone, and new ones with the merged part have
appeared. Count again after every merge.
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
    counts = Counter()
    for word, n in Counter(text.split()).items():
        for pair, times in count_in(tuple(word)).items():
            counts[pair] += times * n
    ranked = sorted(counts, key=lambda pair: (-counts[pair], pair))
    return [pair for pair in ranked if counts[pair] >= 2][:merges]
