"""Byte-level byte-pair encoding: merges by rank, bytes joined before they are decoded."""

import re

from earlier.tok_bpe_train import train_bpe


def byte_merges(text, count):
    learned = train_bpe(text.encode().decode("latin-1"), count)
    return [(left.encode("latin-1"), right.encode("latin-1")) for left, right in learned]


def encode(text, merges, special=(), trusted=False):
    marks = {mark: 256 + len(merges) + s for s, mark in enumerate(special)} if trusted else {}
    pattern = "|".join(re.escape(mark) for mark in sorted(marks, reverse=True))  # a text before its own beginnings
    ids = []
    for piece in re.split(f"({pattern})", text) if marks else [text]:
        ids += [marks[piece]] if piece in marks else _encoded(piece, merges)
    return ids


def _encoded(piece, merges):
    parts = [bytes([b]) for b in piece.encode()]
    numbers = {}
    for i, (left, right) in enumerate(merges):
        merged = []
        for part in parts:
            if merged and (merged[-1], part) == (left, right):
                merged[-1] = left + right
            else:
                merged.append(part)
        parts = merged
        numbers[left + right] = 256 + i
    return [numbers.get(part, part[0]) for part in parts]


def decode(ids, merges, special=()):
    tokens = [bytes([b]) for b in range(256)] + [a + b for a, b in merges] + [mark.encode() for mark in special]
    if any(not 0 <= i < len(tokens) for i in ids):
        raise ValueError("no such token")
    return b"".join(tokens[i] for i in ids).decode(errors="replace")
