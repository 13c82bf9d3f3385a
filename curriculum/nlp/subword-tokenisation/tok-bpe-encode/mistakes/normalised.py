"""Text is normalised

You bring the text into one Unicode form first. Two spellings of é then give the same tokens, and decoding cannot tell which it was: the round trip changes the text.
"""

from earlier.tok_bpe_train import train_bpe


def byte_merges(text, count):
    merges = train_bpe(text.encode("utf-8").decode("latin-1"), count)
    return [(a.encode("latin-1"), b.encode("latin-1")) for a, b in merges]


def bpe(data, merges):
    ids = list(data)
    vocab = {bytes([i]): i for i in range(256)}
    ranks = {}
    for i, (a, b) in enumerate(merges):
        ranks[vocab[a], vocab[b]] = 256 + i
        vocab[a + b] = 256 + i
    while True:
        known = [ranks[p] for p in zip(ids, ids[1:]) if p in ranks]
        if not known:
            return ids
        target = min(known)
        out, i = [], 0
        while i < len(ids):
            if i + 1 < len(ids) and ranks.get((ids[i], ids[i + 1])) == target:
                out.append(target)
                i += 2
            else:
                out.append(ids[i])
                i += 1
        ids = out


def encode(text, merges, special=(), trusted=False):
    import unicodedata

    ids, rest, start = [], unicodedata.normalize('NFC', text), 256 + len(merges)
    ordinary = ""
    while rest:
        found = [s for s in special if rest.startswith(s)]
        if trusted and found:
            mark = max(found, key=len)
            ids += bpe(ordinary.encode("utf-8"), merges)
            ids.append(start + list(special).index(mark))
            ordinary, rest = "", rest[len(mark):]
        else:
            ordinary, rest = ordinary + rest[0], rest[1:]
    return ids + bpe(ordinary.encode("utf-8"), merges)


def table(merges, special):
    return [bytes([i]) for i in range(256)] + [a + b for a, b in merges] + [s.encode("utf-8") for s in special]


def decode(ids, merges, special=()):
    known = table(merges, special)
    out = b""
    for i in ids:
        if i < 0 or i >= len(known):
            raise ValueError(f"no token {i}")
        out += known[i]
    return out.decode("utf-8", errors="replace")
