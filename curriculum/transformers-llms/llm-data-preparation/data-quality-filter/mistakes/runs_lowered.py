"""Lowers the runs

You compare runs in lower case, as the common words are. Runs are compared as they are: a refrain that is shouted the second time is no copy.
"""

import string
import unicodedata

COMMON = {"a", "and", "are", "as", "be", "by", "for", "in", "is", "it", "of", "on", "that", "the", "to", "with"}
RULES = ["length", "symbols", "repetition", "language"]


def normalise(text):
    text = unicodedata.normalize("NFKC", text)
    for c in ("\u00ad", "\u200b", "\ufeff"):
        text = text.replace(c, "")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def reasons(text, kind):
    if kind not in ("prose", "answer", "code"):
        raise ValueError(kind)
    text = normalise(text)
    words = text.split()
    out = []
    if len(words) < {"prose": 20, "answer": 1, "code": 3}[kind]:
        out.append("length")
    ink = [c for c in text if not c.isspace()]
    symbols = sum(1 for c in ink if not c.isalnum())
    if kind != "code" and ink and symbols / len(ink) > 0.25:
        out.append("symbols")
    runs = [tuple(w.lower() for w in words[i : i + 3]) for i in range(len(words) - 2)]
    again = len(runs) - len(set(runs))
    if runs and again / len(runs) > (0.5 if kind == "code" else 0.25):
        out.append("repetition")
    common = sum(1 for w in words if w.lower().strip(string.punctuation) in COMMON)
    if kind == "prose" and common / max(1, len(words)) < 0.125:
        out.append("language")
    return out


def quality_filter(documents):
    kept, removed = [], []
    for i, d in enumerate(documents):
        why = reasons(d["text"], d["kind"])
        if why:
            removed.append((i, why))
        else:
            kept.append(normalise(d["text"]))
    report = {}
    for rule in RULES:
        report[rule] = {"failed": sum(rule in why for _, why in removed), "alone": sum(why == [rule] for _, why in removed)}
    return {"kept": kept, "removed": removed, "report": report}
