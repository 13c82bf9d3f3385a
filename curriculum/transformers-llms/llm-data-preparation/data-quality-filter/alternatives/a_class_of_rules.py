"""Rules as small objects with a measure and a test."""

import string
import unicodedata
from dataclasses import dataclass
from operator import ge, le

COMMON = {"a", "and", "are", "as", "be", "by", "for", "in", "is", "it", "of", "on", "that", "the", "to", "with"}


@dataclass
class _Rule:
    name: str
    measure: object
    fine: object
    limits: dict

    def fails(self, text, kind):
        return kind in self.limits and not self.fine(self.measure(text), self.limits[kind])


def _mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def _again(text):
    words = text.split()
    seen = set()

    def known(run):
        if run in seen:
            return True
        seen.add(run)
        return False

    return _mean([known(" ".join(words[i : i + 3])) for i in range(len(words) - 2)])


RULES = [
    _Rule("length", lambda t: len(t.split()), ge, {"prose": 20, "answer": 1, "code": 3}),
    _Rule("symbols", lambda t: _mean(not c.isalnum() for c in t if not c.isspace()), le, {"prose": 1 / 4, "answer": 1 / 4}),
    _Rule("repetition", _again, le, {"prose": 1 / 4, "answer": 1 / 4, "code": 1 / 2}),
    _Rule("language", lambda t: _mean(w.strip(string.punctuation).lower() in COMMON for w in t.split()), ge, {"prose": 1 / 8}),
]


def normalise(text):
    text = unicodedata.normalize("NFKC", text)
    text = "".join(c for c in text if c not in "\u00ad\u200b\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(map(str.rstrip, text.split("\n"))).strip("\n")


def reasons(text, kind):
    if kind not in RULES[0].limits:
        raise ValueError("unknown kind")
    text = normalise(text)
    return [rule.name for rule in RULES if rule.fails(text, kind)]


def quality_filter(documents):
    table = [(i, normalise(d["text"]), reasons(d["text"], d["kind"])) for i, d in enumerate(documents)]
    return dict(
        kept=[t for _, t, why in table if len(why) == 0],
        removed=[(i, tuple(why)) for i, _, why in table if len(why) > 0],
        report={r.name: dict(failed=len([1 for *_, why in table if r.name in why]), alone=len([1 for *_, why in table if why == [r.name]])) for r in RULES},
    )
