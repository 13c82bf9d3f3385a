"""The figures of the lesson, computed with the solution."""

from collections import Counter
from itertools import pairwise

from answer import train_bpe

TIMES = {"low": 5, "lower": 2, "newest": 6, "widest": 3}


def worked():
    """The counts at the start, those of the merges, and how many merges there are before every word is one part."""
    text = " ".join(" ".join([word] * n) for word, n in TIMES.items())
    learned = train_bpe(text, 100)
    words = {word: list(word) for word in TIMES}
    start = _counts(words)
    told = [
        TIMES["newest"],
        TIMES["widest"],
        start["e", "s"],
        start["s", "t"],
        TIMES["lower"],
        TIMES["newest"],
        start["w", "e"],
        start["l", "o"],
        start["o", "w"],
    ]
    for pair in learned[:5]:
        counts = _counts(words)
        if counts[pair] != max(counts.values()):
            raise ValueError(f"{pair} is not the most frequent pair")
        told.append(counts[pair])
        words = {word: _glued(parts, pair) for word, parts in words.items()}
    return [list(TIMES.values()), told, len(learned)]


def _counts(words):
    """How often each pair of neighbours occurs; no word here has a run of equal parts."""
    counts = Counter()
    for word, parts in words.items():
        for pair in pairwise(parts):
            counts[pair] += TIMES[word]
    return counts


def _glued(parts, pair):
    done = []
    for part in parts:
        if done and (done[-1], part) == pair:
            done[-1] += part
        else:
            done.append(part)
    return done
