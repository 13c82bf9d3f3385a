"""Four measures, limits for each kind of document, and a report by rule."""

import string
import unicodedata
from operator import gt, lt

COMMON = set("a and are as be by for in is it of on that the to with".split())
INVISIBLE = str.maketrans("", "", "\u00ad\u200b\ufeff")
LIMITS = {  # rule: how the measure of a text that fails compares with the limit of its kind
    "length": (lt, {"prose": 20, "answer": 1, "code": 3}),
    "symbols": (gt, {"prose": 0.25, "answer": 0.25}),
    "repetition": (gt, {"prose": 0.25, "answer": 0.25, "code": 0.5}),
    "language": (lt, {"prose": 0.125}),
}


def normalise(text):
    """NFKC without invisible characters, blanks at line ends and empty lines at both ends."""
    text = unicodedata.normalize("NFKC", text).translate(INVISIBLE)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def reasons(text, kind):
    """The rules of this kind that the normalised text fails."""
    if kind not in LIMITS["length"][1]:
        raise ValueError(f"unknown kind {kind!r}")
    measured = _measures(normalise(text))
    return [rule for rule, (fails, limits) in LIMITS.items() if kind in limits and fails(measured[rule], limits[kind])]


def _measures(text):
    words = text.split()
    shown = "".join(words)
    runs = list(zip(words, words[1:], words[2:]))
    return {
        "length": len(words),
        "symbols": _share(sum(not c.isalnum() for c in shown), len(shown)),
        "repetition": _share(len(runs) - len(set(runs)), len(runs)),
        "language": _share(sum(w.lower().strip(string.punctuation) in COMMON for w in words), len(words)),
    }


def _share(part, whole):
    return whole and part / whole  # of nothing: 0


def quality_filter(documents):
    """Kept texts, removed places with their reasons, and the two counts of each rule."""
    found = [reasons(d["text"], d["kind"]) for d in documents]
    return {
        "kept": [normalise(d["text"]) for d, why in zip(documents, found) if not why],
        "removed": [(i, why) for i, why in enumerate(found) if why],
        "report": {rule: {"failed": sum(rule in why for why in found), "alone": found.count([rule])} for rule in LIMITS},
    }
