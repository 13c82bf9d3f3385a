"""A dictionary from bytes to rank and the usual loop: the pair with the lowest rank, one place at a time."""

import re

from earlier import tok_bpe_train


def byte_merges(text, count):
    pairs = tok_bpe_train.train_bpe(str(text.encode("utf-8"), "latin-1"), count)
    return [(bytes(a, "latin-1"), bytes(b, "latin-1")) for a, b in pairs]


def encode(text, merges, special=(), trusted=False):
    rank = {pair: i for i, pair in enumerate(merges)}
    number = {bytes([b]): b for b in range(256)} | {a + b: 256 + i for i, (a, b) in enumerate(merges)}
    number_of_mark = {s: 256 + len(merges) + i for i, s in enumerate(special)}
    if trusted and special:
        finder = re.compile("|".join(map(re.escape, sorted(special, key=len)[::-1])))
    else:
        finder = re.compile("(?!)")
    out, at = [], 0
    for hit in [*finder.finditer(text), None]:
        stretch = text[at : hit.start()] if hit else text[at:]
        parts = [bytes([b]) for b in stretch.encode("utf-8")]
        while len(parts) > 1:
            best = min(range(len(parts) - 1), key=lambda i: rank.get((parts[i], parts[i + 1]), len(merges)))
            if (parts[best], parts[best + 1]) not in rank:
                break
            parts[best : best + 2] = [parts[best] + parts[best + 1]]
        out.extend(number[p] for p in parts)
        if hit:
            out.append(number_of_mark[hit.group()])
            at = hit.end()
    return out


def decode(ids, merges, special=()):
    names = dict(enumerate([bytes([b]) for b in range(256)] + [b"".join(m) for m in merges] + [s.encode("utf-8") for s in special]))
    try:
        return b"".join([names[i] for i in ids]).decode("utf-8", "replace")
    except KeyError as missing:
        raise ValueError(f"token {missing}") from None
