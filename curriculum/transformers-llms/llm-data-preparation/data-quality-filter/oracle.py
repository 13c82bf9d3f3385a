"""Character by character and word by word, without shared tables; fractions for the shares."""

import re
from fractions import Fraction
from unicodedata import normalize

COMMON = {"a", "and", "are", "as", "be", "by", "for", "in", "is", "it", "of", "on", "that", "the", "to", "with"}
MARKS = set("""!"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~""")


def normalise(text):
    text = re.sub("\u00ad|\u200b|\ufeff", "", normalize("NFKC", text))
    text = re.sub("\r\n?", "\n", text)
    lines = [re.sub(r"\s+$", "", line) for line in text.split("\n")]
    while lines and lines[0] == "":
        del lines[0]
    while lines and lines[-1] == "":
        del lines[-1]
    return "\n".join(lines)


def _core(word):
    word = word.lower()
    while word and word[0] in MARKS:
        word = word[1:]
    while word and word[-1] in MARKS:
        word = word[:-1]
    return word


def reasons(text, kind):
    if kind not in ("prose", "answer", "code"):
        raise ValueError(kind)
    text = normalise(text)
    words = text.split()
    failed = []
    if len(words) < (20 if kind == "prose" else 1 if kind == "answer" else 3):
        failed.append("length")
    if kind != "code":
        ink = [c for c in text if not c.isspace()]
        if ink and Fraction(len([c for c in ink if not c.isalnum()]), len(ink)) > Fraction(1, 4):
            failed.append("symbols")
    again, seen = 0, []
    for i in range(len(words) - 2):
        run = words[i : i + 3]
        again += run in seen
        seen.append(run)
    if seen and Fraction(again, len(seen)) > (Fraction(1, 2) if kind == "code" else Fraction(1, 4)):
        failed.append("repetition")
    if kind == "prose" and (not words or Fraction(len([w for w in words if _core(w) in COMMON]), len(words)) < Fraction(1, 8)):
        failed.append("language")
    return failed


def quality_filter(documents):
    kept, removed = [], []
    report = {rule: {"failed": 0, "alone": 0} for rule in ("length", "symbols", "repetition", "language")}
    for i, document in enumerate(documents):
        why = reasons(document["text"], document["kind"])
        if not why:
            kept.append(normalise(document["text"]))
            continue
        removed.append((i, why))
        for rule in why:
            report[rule]["failed"] += 1
        if len(why) == 1:
            report[why[0]]["alone"] += 1
    return {"kept": kept, "removed": removed, "report": report}
