"""The figures of the lesson, computed from its three texts; the solution gives their reasons."""

import string

from answer import COMMON, quality_filter

CAESAR = (
    "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua Celtae, "
    "nostra Galli appellantur."
)
DOCUMENTS = [{"kind": "answer", "text": "Yes."}, {"kind": "prose", "text": " ".join(["Buy now!!!"] * 4)}, {"kind": "prose", "text": CAESAR}]


def worked():
    """Length, symbols, repetition and language as counts, and the report."""
    found = quality_filter(DOCUMENTS)
    if found["removed"] != [(1, ["length", "symbols", "repetition", "language"]), (2, ["language"])]:
        raise ValueError(f"{found['removed']} are removed")
    return [*(_counts(d["text"]) for d in DOCUMENTS), [list(v.values()) for v in found["report"].values()]]


def _counts(text):
    words = text.split()
    shown = "".join(words)
    runs = list(zip(words, words[1:], words[2:]))
    common = [w for w in words if w.lower().strip(string.punctuation) in COMMON]
    return [len(words), sum(not c.isalnum() for c in shown), len(shown), len(runs) - len(set(runs)), len(runs), len(common)]
