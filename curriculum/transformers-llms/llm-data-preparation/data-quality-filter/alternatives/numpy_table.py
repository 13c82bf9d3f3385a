"""A table of true and false, one row a document, counted by NumPy."""

import string
import unicodedata

import numpy as np

COMMON = {"a", "and", "are", "as", "be", "by", "for", "in", "is", "it", "of", "on", "that", "the", "to", "with"}
NAMES = np.array(["length", "symbols", "repetition", "language"])
OFF = np.inf
KINDS = {"prose": [20, 0.25, 0.25, 0.125], "answer": [1, 0.25, 0.25, -OFF], "code": [3, OFF, 0.5, -OFF]}


def normalise(text):
    text = unicodedata.normalize("NFKC", text)
    for code in (0xAD, 0x200B, 0xFEFF):
        text = text.replace(chr(code), "")
    lines = "\n".join(text.split("\r\n")).replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _row(text, kind):
    text = normalise(text)
    if kind not in KINDS:
        raise ValueError(kind)
    words = np.array(text.split(), dtype=object)
    ink = np.array([c.isalnum() for c in "".join(words)], dtype=bool)
    runs = {tuple(words[i : i + 3]) for i in range(max(0, len(words) - 2))}
    n = max(0, len(words) - 2)
    values = [
        len(words),
        (~ink).mean() if ink.size else 0,
        (n - len(runs)) / n if n else 0,
        np.mean([w.lower().strip(string.punctuation) in COMMON for w in words]) if words.size else 0,
    ]
    return np.array(values) * [-1, 1, 1, -1] > np.array(KINDS[kind]) * [-1, 1, 1, -1]


def reasons(text, kind):
    return NAMES[_row(text, kind)].tolist()


def quality_filter(documents):
    table = np.array([_row(d["text"], d["kind"]) for d in documents], dtype=bool).reshape(-1, 4)
    count = table.sum(axis=1)
    alone = table[count == 1].sum(axis=0)
    return {
        "kept": [normalise(documents[i]["text"]) for i in np.flatnonzero(count == 0)],
        "removed": [(int(i), NAMES[table[i]].tolist()) for i in np.flatnonzero(count)],
        "report": {str(n): {"failed": int(f), "alone": int(a)} for n, f, a in zip(NAMES, table.sum(axis=0), alone)},
    }
