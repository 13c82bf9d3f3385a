"""Numbers merged in the order of the list, each merge in one scan; specials found by str.find."""

from earlier.tok_bpe_train import train_bpe


def byte_merges(text, count):
    as_text = "".join(map(chr, text.encode("utf8")))
    return [tuple(bytes(map(ord, part)) for part in pair) for pair in train_bpe(as_text, count)]


def _plain(text, merges):
    ids = [*text.encode("utf8")]
    name = {bytes((b,)): b for b in range(256)}
    for new, pair in enumerate(merges, 256):
        first, second = name[pair[0]], name[pair[1]]
        name[pair[0] + pair[1]] = new
        k = 0
        while k < len(ids) - 1:
            if ids[k] == first and ids[k + 1] == second:
                ids[k : k + 2] = [new]
            k += 1
    return ids


def encode(text, merges, special=(), trusted=False):
    if not trusted:
        return _plain(text, merges)
    hits = [(text.find(s), -len(s), n) for n, s in enumerate(special) if s in text]
    if not hits:
        return _plain(text, merges)
    at, length, n = min(hits)
    return _plain(text[:at], merges) + [256 + len(merges) + n] + encode(text[at - length :], merges, special, True)


def decode(ids, merges, special=()):
    def piece(i):
        if 0 <= i < 256:
            return bytes((i,))
        i -= 256
        if 0 <= i < len(merges):
            return merges[i][0] + merges[i][1]
        i -= len(merges)
        if 0 <= i < len(special):
            return special[i].encode()
        raise ValueError("unknown token")

    return str(b"".join(map(piece, ids)), "utf-8", "replace")
