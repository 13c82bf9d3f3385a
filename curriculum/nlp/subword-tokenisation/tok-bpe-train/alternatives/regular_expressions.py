"""Parts between control characters, joined by a regular expression."""

import re
from collections import defaultdict
from functools import lru_cache


@lru_cache(maxsize=None)
def _score(w):
    parts = w[1:-1].split("\x01")
    return {(a, b): len(re.findall(_glue(a, b), w)) for a, b in zip(parts, parts[1:])}


def _glue(a, b):
    return f"(?<=\x01){re.escape(a)}\x01{re.escape(b)}(?=\x01)"


def train_bpe(text, merges):
    words = defaultdict(int)
    for w in text.split():
        words["\x01" + "\x01".join(w) + "\x01"] += 1
    out = []
    while len(out) != merges:
        score = defaultdict(int)
        for w, n in words.items():
            for p, places in _score(w).items():
                score[p] += n * places
        ranking = sorted(score.items(), key=lambda item: item[0])
        ranking.sort(key=lambda item: item[1], reverse=True)
        if not ranking or ranking[0][1] <= 1:
            return out
        a, b = ranking[0][0]
        glue = re.compile(_glue(a, b))
        out.append((a, b))
        words = {glue.sub(lambda _: a + b, w): n for w, n in words.items()}
    return out
