"""WordPiece: greedy from the left, marks, and all or nothing for each word."""

from gradus.judging import Miss, call, each, equal

VOCABULARY = {"un", "##aff", "##a", "##able", "play", "##ing", "##in", "a", "ab", "##bd"}
EXPECTED = {
    "worked example": ["un", "##aff", "##able", "play", "##ing", "[UNK]", "[UNK]"],
    "joined, worked": "unaffable playing",
    "greedy fails": ["[UNK]"],
    "a rest that fits nothing": ["play", "[UNK]", "a"],
}
LETTERS = "abcé京"


def drawn(rng, n, mark="##"):
    """A vocabulary of pieces from few letters: every letter begins a word, most continue one."""
    parts = {"".join(rng.choice(list(LETTERS), int(rng.integers(2, 5)))) for _ in range(n)}
    some = {mark + p for p in parts if rng.random() < 0.7} | {mark + c for c in LETTERS if rng.random() < 0.8}
    return {p for p in parts if rng.random() < 0.6} | set(LETTERS[: int(rng.integers(3, 6))]) | some


def words(rng, n, longest=9):
    return " ".join("".join(rng.choice(list(LETTERS), int(rng.integers(1, longest + 1)))) for _ in range(n))


def PROBES(rng):
    v = VOCABULARY
    probes = {"worked example": call("wordpiece", "unaffable playing unplay abd", v), "joined, worked": call("join", ["un", "##aff", "##able", "play", "##ing"])}
    probes |= {"empty": call("wordpiece", "", v), "blanks alone": call("wordpiece", " \n\t ", v), "joined, empty": call("join", [])}
    probes["greedy fails"] = call("wordpiece", "abd", {"a", "ab", "##bd"})
    probes["a rest that fits nothing"] = call("wordpiece", "play playingx a", v)
    probes["the longest is not the first that fits"] = call("wordpiece", "abcab", {"a", "ab", "abc", "##a", "##b", "##ab", "##c"})
    probes["fewer pieces are possible"] = call("wordpiece", "abcdef", {"abc", "ab", "##cdef", "##d", "##ef", "##e", "##f"})
    probes["the longest stands in the middle"] = call("wordpiece", "abcd", {"a", "ab", "##bcd", "##cd", "##c", "##d"})
    probes["rest without a mark"] = call("wordpiece", "playab abplay", {"play", "ab", "##ab"})
    probes["start with the mark itself"] = call("wordpiece", "##ing #play", {"play", "##ing", "#", "##play"})
    probes["start with a mark"] = call("wordpiece", "ingplay ing", {"play", "##ing", "##play"})
    probes["capital letters"] = call("wordpiece", "Play play PLAY", {"play", "P", "##lay"})
    probes["punctuation"] = call("wordpiece", "play. can't (a)", {"play", "##.", "can", "t", "a", ".", "'", "(", ")", "##'t"})
    probes["blanks of several kinds"] = call("wordpiece", "  a\n\tab  a ", v)
    probes["composed and decomposed"] = call("wordpiece", "\u00e9 e\u0301", {"\u00e9", "e", "##\u0301"})
    probes["mark alone in the vocabulary"] = call("wordpiece", "ax a", {"a", "##", ""})
    probes["other names"] = call("wordpiece", "playing unplay", {"play", "@ing", "##ing", "un"}, "<unk>", "@")
    probes["other unknown, in the vocabulary"] = call("wordpiece", "a zz", {"a", "?"}, unknown="?")
    for n in (4, 5, 6):
        probes[f"limit of 5, {n} letters"] = call("wordpiece", "a" * n + " aa", {"a", "##a", "##aa"}, longest=5)
    probes["limit, marks do not count"] = call("wordpiece", "abcd", {"a", "##b", "##c", "##d"}, longest=4)
    for i in range(8):
        probes[f"drawn {i}"] = call("wordpiece", words(rng, int(rng.integers(2, 7))), drawn(rng, 8 + 3 * i))
    for i in range(4):
        mark = ("##", "##", "@@", "_")[i]
        pieces = [str(rng.choice([mark, ""], p=[0.5, 0.5])) + w for w in words(rng, 6, 4).split()]
        probes[f"joined {i}"] = call("join", pieces, mark)
    probes |= {"joined, mark first": call("join", ["##ing", "a", "##b"]), "joined, mark inside": call("join", ["C##", "a##b", "##c##d", "e"]), "joined, mark twice": call("join", ["a", "####b", "###", "c"])}
    probes |= {"joined, one": call("join", ["play"]), "large": call("wordpiece", words(rng, 300, 12), drawn(rng, 60))}
    return probes | {f"a long word of {n}": call("wordpiece", ("ab" * 51)[:n], {"a", "##b", "##a", "##baba"}) for n in (100, 101)}


@each("joined")
def joins(got, ideal, probe):
    """Pieces with a mark are attached to what stands before them, all others are separated by one blank."""
    return equal(got, ideal)


@each("worked", "empty", "blanks", "greedy", "a rest", "the longest", "fewer", "rest", "start", "capital", "punctuation", "composed", "mark", "other", "limit", "drawn", "large", "a long")
def pieces_agree(got, ideal, probe):
    """Every word is cut by the longest match from the left, or becomes one unknown piece."""
    for i, (mine, right) in enumerate(zip(got, ideal, strict=False)):
        if mine != right:
            return Miss(f"Piece {i} is {mine!r}, expected {right!r}, after {list(ideal[max(0, i - 3) : i])}.")
    return Miss(f"Yours has {len(got)} pieces, expected {len(ideal)}: {list(got)[:12]} against {list(ideal)[:12]}.") if len(got) != len(ideal) else None
