"""Byte-level tokens: every text comes back, merges go by rank, users cannot type special tokens."""

from gradus.judging import Miss, call, close, each, equal, script

MERGES = [(b"w", b"e"), (b"l", b"o"), (b"lo", b"w")]
EXPECTED = {
    "worked example": [258, 32, 257, 256, 114, 32, 195, 169],
    "bytes without merges": [0xC3, 0xA9, 0xE4, 0xBA, 0xAC, 0xF0, 0x9F, 0x99, 0x82],  # two, three and four bytes, from the Unicode tables
    "learned, equal counts": [(b"a", b"b"), (b"c", b"d")],
    "decoded, half a character": "a\ufffd",
    "special typed by a user": [60, 124, 101, 124, 62],
}

def learned(rng, text, n):
    """Well-formed merges in an order of chance: neighbours of this text, glued."""
    parts, merges = [bytes([b]) for b in text.encode()], []
    for _ in range(3 * n):
        i = int(rng.integers(max(1, len(parts) - 1)))
        pair, glued = tuple(parts[i : i + 2]), []
        if len(pair) < 2 or len(merges) == n or b"".join(pair) in map(b"".join, merges):
            continue
        merges.append(pair)
        for p in parts:
            glued[-1:] = [b"".join(pair)] if glued and (glued[-1], p) == pair else [*glued[-1:], p]
        parts = glued
    return merges


def PROBES(rng):
    text = lambda n: "".join(rng.choice(list("aabbcé京🙂 "), n))
    probes = {"worked example": call("encode", "low lower é", MERGES), "bytes without merges": call("encode", "é京🙂", [])}
    probes |= {"empty": call("encode", "", MERGES, ["<|e|>"], True), "decoded, empty": call("decode", [], MERGES), "learned, equal counts": call("byte_merges", "ab cd ab cd", 2)}
    probes |= {"learned on several bytes a character": call("byte_merges", "éé è京 éé 京京 é", 5), "learned, drawn": call("byte_merges", text(40), 6)}
    probes |= {"a run of equal parts": call("encode", "aaaaa", [(b"a", b"a"), (b"aa", b"aa")]), "a run of three": call("encode", "xaaa", [(b"a", b"a"), (b"x", b"a")])}
    probes |= {"the first merge is not the leftmost": call("encode", "abc abcd", [(b"b", b"c"), (b"a", b"b"), (b"bc", b"d")]), "blanks at both ends": call("encode", "  low\n\tlo\0 ", MERGES)}
    probes |= {"merge across a blank": call("encode", "lo we lo", [*MERGES, (b"lo", b" "), (b"lo ", b"we")]), "composed and decomposed": call("encode", "\u00e9 e\u0301", [(b"\xcc", b"\x81")])}
    for i in range(5):
        merges = learned(rng, text(30), 4 + 2 * i)
        probes[f"encoded {i}"] = call("encode", text(int(rng.integers(5, 30))), merges)
        probes[f"round trip {i}"] = script("round_trip", text(14), merges, ["<|e|>"], shown="decode(encode(text, merges), merges)")
        probes[f"decoded {i}"] = call("decode", [int(x) for x in rng.integers(0, 256 + len(merges), 9)], merges, ["<|e|>"])
    probes["decoded, a character in three tokens"] = call("decode", [0xF0, 256, 0x82], [(b"\x9f", b"\x99")])
    probes["decoded, half a character"] = call("decode", [97, 0xC3], [])
    probes["decoded, special tokens"] = call("decode", [260, 97, 0, 259, 0xC3, 260, 0xA9], MERGES, ["<|a|>", "<|é|>"])
    probes |= {f"decoded, no such token {i}": call("decode", [97, i], MERGES, ["<|e|>"]) for i in (260, -1)}
    marks = ["<|e|>", "<|", "<|ends|>"]
    probes |= {"special typed by a user": call("encode", "<|e|>", [], marks), "special typed by a user, merges": call("encode", "low<|e|> <|ends|>", [*MERGES, (b"|", b">")], marks)}
    probes |= {"special in trusted text": call("encode", "lo<|e|>w low<|ends|>", MERGES, marks, True), "special, longest first": call("encode", "<|ends|><|e|><|x|>", MERGES, ["<|", "<|e|>", "<|ends|>"], True)}
    probes |= {"special with signs of its own": call("encode", "a.b+ a+b", [(b"a", b"+")], [".b+", "+b"], True), "special, two that overlap": call("encode", "xabcdabc", [], ["bcd", "ab"], True)}
    probes |= {"special, trusted but none given": call("encode", "low<|e|>", MERGES, [], True)}
    probes["large"] = script("on_jargon", 60, shown="byte_merges on an entry of the Jargon File, 60 merges; then another entry, encoded and decoded")
    return probes


@each("round")
def comes_back(got, ideal, probe):
    """decode(encode(text)) is the text again, character for character."""
    return equal(got, probe.args[0])


def same(got, ideal):
    return close(got, ideal) if len(got) == len(ideal) else Miss(f"Yours has {len(got)} elements, expected {len(ideal)}: {got[:12]} against {ideal[:12]}.")


@each("learned", "bytes", "worked", "empty", "a run", "the first", "blanks", "merge", "composed", "encoded", "large")
def tokens_agree(got, ideal, probe):
    """The tokens are those of the merges, applied to the UTF-8 bytes by rank."""
    return same(got, ideal)


@each("decoded")
def text_agrees(got, ideal, probe):
    """Bytes are joined first and decoded once; what is no character becomes U+FFFD."""
    return equal(got, ideal)


@each("special")
def special_tokens(got, ideal, probe):
    """Special texts become tokens in trusted text, the longest first, and stay ordinary text in a user's."""
    return same(got, ideal)
