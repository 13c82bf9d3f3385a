"""Exact counts: texts are encoded, windows are filled, chunks are laid out, one at a time."""

from fractions import Fraction


def words_to_tokens(words, tenths):
    return int(sum(Fraction(tenths, 10) for _ in range(words)))


def bytes_of_a_text(text):
    return sum(1 if ord(c) < 0x80 else 2 if ord(c) < 0x800 else 3 if ord(c) < 0x10000 else 4 for c in text)


def tokens_after_merges(text, merges):
    ids = list(text)
    rules = {tuple(m.split()): rank for rank, m in enumerate(merges)}
    while True:
        found = [(rules[pair], i) for i, pair in enumerate(zip(ids, ids[1:])) if pair in rules]
        if not found:
            return len(ids)
        _, i = min(found)
        ids[i : i + 2] = [ids[i] + ids[i + 1]]


def left_in_the_window(window, frame, system, question, answer):
    used = ["start"]
    for text in (system, question, answer):
        used += ["frame"] * frame + ["text"] * text
    return window - len(used)


def lost_by_truncation(limit, tenths, words):
    text = ["t"] * int(Fraction(words * tenths, 10))
    kept = (["start"] + text)[: limit - 1] + ["end"]
    return len(text) - kept.count("t")


def chunks(n, c, o):
    count, start = 1, 0
    while start + c < n:
        start += c - o
        count += 1
    return count


def price(texts, chars, other, dollars):
    return float(Fraction(texts) * chars / Fraction(str(other)) * dollars / 1000000)


def costs_most(options):
    return sorted(options, key=bytes_of_a_text)[-1]
