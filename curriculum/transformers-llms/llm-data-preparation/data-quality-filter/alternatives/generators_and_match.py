"""A generator that yields reasons, match for the kinds."""

import string
import unicodedata

COMMON = {"a", "and", "are", "as", "be", "by", "for", "in", "is", "it", "of", "on", "that", "the", "to", "with"}


def normalise(text):
    cleaned = unicodedata.normalize("NFKC", text)
    cleaned = cleaned.translate({0x00AD: None, 0x200B: None, 0xFEFF: None})
    out = ""
    for line in cleaned.replace("\r\n", "\r").replace("\r", "\n").split("\n"):
        out += line.rstrip() + "\n"
    return out.strip("\n")


def _failed(text, kind):
    words = text.split()
    letters = symbols = 0
    for c in text:
        if c.isalnum():
            letters += 1
        elif not c.isspace():
            symbols += 1
    runs = [words[i : i + 3] for i in range(len(words)) if i + 3 <= len(words)]
    again = sum(run in runs[:i] for i, run in enumerate(runs))
    match kind:
        case "prose":
            least, most_symbols, most_again, least_common = 20, 0.25, 0.25, 0.125
        case "answer":
            least, most_symbols, most_again, least_common = 1, 0.25, 0.25, None
        case "code":
            least, most_symbols, most_again, least_common = 3, None, 0.5, None
        case _:
            raise ValueError(f"{kind} is none of prose, answer, code")
    if len(words) < least:
        yield "length"
    if most_symbols is not None and letters + symbols > 0 and symbols / (letters + symbols) > most_symbols:
        yield "symbols"
    if runs and again / len(runs) > most_again:
        yield "repetition"
    if least_common is not None:
        hits = len([w for w in words if w.casefold().strip(string.punctuation) in COMMON])
        if not words or hits / len(words) < least_common:
            yield "language"


def reasons(text, kind):
    return tuple(_failed(normalise(text), kind))


def quality_filter(documents):
    report = {}
    for rule in ("length", "symbols", "repetition", "language"):
        hit = [r for d in documents if rule in (r := reasons(d["text"], d["kind"]))]
        report[rule] = {"failed": len(hit), "alone": sum(len(r) == 1 for r in hit)}
    kept = [normalise(d["text"]) for d in documents if not reasons(d["text"], d["kind"])]
    removed = [(i, list(r)) for i, d in enumerate(documents) if (r := reasons(d["text"], d["kind"]))]
    return {"report": report, "removed": removed, "kept": kept}
