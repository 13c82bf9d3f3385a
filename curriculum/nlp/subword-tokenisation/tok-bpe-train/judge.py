"""Byte-pair merges: what is counted, who wins a tie, when it ends."""

from gradus.judging import Miss, call, close, each, script

CORPUS = "low " * 5 + "lower " * 2 + "newest " * 6 + "widest " * 3
EXPECTED = {
    "worked example": [("e", "s"), ("es", "t"), ("l", "o"), ("lo", "w"), ("e", "w")],
    "until nothing is left": [("e", "s"), ("es", "t"), ("l", "o"), ("lo", "w"), ("e", "w"), ("ew", "est"), ("n", "ewest"), ("d", "est"), ("i", "dest"), ("w", "idest"), ("e", "r"), ("low", "er")],
    "a run": [("a", "b")],
    "longer runs": [("a", "a"), ("aa", "aa")],
}
LETTERS = "abcdeABé京🙂."


def words(rng, n, letters, longest):
    """n words, short ones and repeated ones more often, with blanks of several kinds between them."""
    stock = ["".join(rng.choice(list(letters), rng.integers(1, longest + 1))) for _ in range(max(1, n // 2))]
    picked = [stock[int(len(stock) * rng.random() ** 2)] for _ in range(n)]
    return "".join(w + str(rng.choice([" ", " ", "\n", "\t", "  "])) for w in picked)


def PROBES(rng):
    probes = {"worked example": call("train_bpe", CORPUS, 5), "until nothing is left": call("train_bpe", CORPUS, 50)}
    probes |= {"a run": call("train_bpe", "aaa ab ab", 4), "longer runs": call("train_bpe", "aaaa aaaa", 4)}
    probes |= {"empty text": call("train_bpe", "", 3), "blanks alone": call("train_bpe", " \n\t ", 3)}
    probes["no merges"] = call("train_bpe", "aa aa", 0)
    probes["one letter a word"] = call("train_bpe", "a b a b a b", 3)
    probes["nothing occurs twice"] = call("train_bpe", "abc", 3)
    probes["twice in one word"] = call("train_bpe", "abcabd", 9)
    probes["only across words"] = call("train_bpe", "ab cb ab cb", 1)
    probes["a rare word, a common one"] = call("train_bpe", "xy xyz xyw" + " pq" * 5, 1)
    probes["capital letters"] = call("train_bpe", "Ab ab AB ab Ab Ab", 2)
    probes["parts look alike"] = call("train_bpe", "xab xab xab ab bxa bxa b", 6)
    probes["punctuation"] = call("train_bpe", "so. so. so. it's it's", 3)
    probes["ties"] = call("train_bpe", "ba ab dc cd ba ab dc cd", 3)
    for i in range(8):
        text = words(rng, int(rng.integers(4, 14)), LETTERS[: int(rng.integers(2, len(LETTERS) + 1))], int(rng.integers(2, 8)))
        probes[f"drawn {i}"] = call("train_bpe", text, int(rng.integers(1, 8)))
    for i in range(4):
        probes[f"runs {i}"] = call("train_bpe", words(rng, 8, "ab", 9), 6)
    probes["long words"] = call("train_bpe", words(rng, 6, "abc", 60), 12)
    some = sorted(int(i) for i in rng.choice(11, 4, replace=False))
    probes["the Jargon File, a part"] = script("on_jargon", some, 10, shown=f"train_bpe on entries {some} of the Jargon File, 10 merges")
    probes["the Jargon File"] = script("on_jargon", list(range(11)), 25, shown="train_bpe on eleven entries of the Jargon File, 25 merges")
    return probes


@each("worked", "until", "a run", "longer", "one letter", "only across", "drawn", "runs")
def inside_words(got, ideal, probe):
    """No merge reaches across a blank: each merged pair stands in some word of the text."""
    for pair in got:
        if not isinstance(pair, (tuple, list)) or len(pair) != 2 or not all(isinstance(p, str) for p in pair):
            return Miss("A merge is not a pair of two texts.")
        if not any("".join(pair) in w for w in probe.args[0].split()):
            return Miss(f"No word of the text contains {''.join(pair)!r}.")
    return None


@each()
def first_merge(got, ideal, probe):
    """The first merge is the pair that could be replaced most often in the text; among equals the smallest."""
    if len(got[:1]) != len(ideal[:1]):
        return Miss("You learn a merge where none is left." if got else f"You learn nothing, expected {ideal[0]!r} first.")
    return close(list(got[:1]), list(ideal[:1]), path="merges")


@each()
def ends_in_time(got, ideal, probe):
    """There are as many merges as asked for, fewer only when no pair occurs twice any more."""
    return Miss(f"Yours has {len(got)} merges, expected {len(ideal)}.") if len(got) != len(ideal) else None


@each()
def merges_agree(got, ideal, probe):
    """All merges agree, in the order in which they are learned."""
    for i, (mine, right) in enumerate(zip(got, ideal, strict=False), 1):
        if miss := close(mine, right):
            return Miss(f"Merge number {i}: {miss.say} The {i - 1} before it are right.")
    return None
