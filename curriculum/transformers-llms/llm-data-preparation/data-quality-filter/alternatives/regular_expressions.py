"""Regular expressions and counters."""

import re
from collections import Counter
from string import punctuation
from unicodedata import normalize

COMMON = {"a", "and", "are", "as", "be", "by", "for", "in", "is", "it", "of", "on", "that", "the", "to", "with"}


def normalise(text):
    text = re.sub(r"[\u00ad\u200b\ufeff]", "", normalize("NFKC", text))
    text = re.sub(r"\r\n|\r", "\n", text)
    text = re.sub(r"[^\S\n]+(?=\n|\Z)", "", text)
    return re.sub(r"\A\n+|\n+\Z", "", text)


def reasons(text, kind):
    length, symbols, repetition, language = dict(prose=(20, 0.25, 0.25, 0.125), answer=(1, 0.25, 0.25, 0), code=(3, 1, 0.5, 0)).get(kind) or _refuse(kind)
    text = normalise(text)
    words = re.findall(r"\S+", text)
    ink = sum(map(len, words))
    runs = Counter(zip(words, words[1:], words[2:]))
    result = []
    if len(words) < length:
        result += ["length"]
    if ink and sum(not c.isalnum() for w in words for c in w) > symbols * ink:
        result += ["symbols"]
    if sum(n - 1 for n in runs.values()) > repetition * sum(runs.values()):
        result += ["repetition"]
    if language and sum(w.strip(punctuation).lower() in COMMON for w in words) < language * len(words) or (language and not words):
        result += ["language"]
    return result


def _refuse(kind):
    raise ValueError(f"no such kind: {kind}")


def quality_filter(documents):
    result = {"kept": [], "removed": [], "report": {r: {"failed": 0, "alone": 0} for r in ("length", "symbols", "repetition", "language")}}
    for n, d in enumerate(documents):
        why = reasons(**d)
        if not why:
            result["kept"].append(normalise(d["text"]))
        else:
            result["removed"].append([n, why])
        for r in why:
            result["report"][r]["failed"] += 1
            result["report"][r]["alone"] += len(why) == 1
    return result
