"""Parts replaced as text

You join the parts with blanks and let a text replacement glue the pair. The replacement knows nothing of parts: looking for `a b` it also finds the end of `xa` and the start of `bc`, and glues
parts that are no pair. Compare whole parts, or mark where a part begins and ends.
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
    return tuple(" ".join(parts).replace(" ".join(pair), "".join(pair)).split(" "))
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
                counts[pair] += times * n
        if not counts:
            break
        top = max(counts.values())
        if top < 2:
            break
        best = min(pair for pair in counts if counts[pair] == top)
        rules.append(best)
        vocabulary = {merge_in(parts, best): n for parts, n in vocabulary.items()}
    return rules
