"""Quality filters: limits by kind of document, all reasons, and what each rule does alone."""

from gradus.judging import Miss, call, close, each, same_set, script

CAESAR = "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua Celtae, nostra Galli appellantur."
LESSON = [{"text": "Yes.", "kind": "answer"}, {"text": "Buy now!!! " * 4, "kind": "prose"}, {"text": CAESAR, "kind": "prose"}]
EXPECTED = {
    "the lesson's documents": {"kept": ["Yes."], "removed": [(1, ["length", "symbols", "repetition", "language"]), (2, ["language"])], "report": {
        "length": {"failed": 1, "alone": 0}, "symbols": {"failed": 1, "alone": 0}, "repetition": {"failed": 1, "alone": 0}, "language": {"failed": 2, "alone": 1}}},
    "normalise": "file the the\n    half\n\nend",
}
ENGLISH = "the model is given a text and reads it as a row of tokens that are looked up in the table of vectors by number so".split()
STRANGE = ("zwei wörter", "x_1 += (y)", "ﬁ½…", "Ⅳ x", "a\u00adb", "'the'", "THE", "(of)", "and,", "42", "---", "京都", "it's", "\u200bin", "»to«", "ﾌｧ", "\r\n", "\n  ")

def drawn(rng, n):
    """Words of English, with repeated stretches and strange ones in between."""
    words = [ENGLISH[int(i)] if rng.random() < 0.6 else str(rng.choice(STRANGE)) for i in rng.integers(0, len(ENGLISH), n)]
    if rng.random() < 0.5:
        words += words[: int(rng.integers(0, n + 1))] * int(rng.integers(1, 3))
    return str(rng.choice(["", "\n\n", "  "])) + " ".join(words) + str(rng.choice(["", " \n", "\r\n\r\n", "."]))

def PROBES(rng):
    p = {"normalise": call("normalise", "\ufeff\n\r\nﬁle ｔｈｅ t\u00adh\u200be \t\r\n    half  \r\rend\n \n"), "normalise, empty": call("normalise", " \n\t\r")}
    p["normalise, what is no line end"] = call("normalise", "a \u2028b\u2029 c \x0b d \x0c e \x85f \n g")
    p |= {f"normalise, drawn {i}": call("normalise", drawn(rng, 6)) for i in range(4)}
    plain = " ".join(ENGLISH)
    exact = {
        "20 words of prose": (" ".join(ENGLISH[:20]), "prose"), "19 words of prose": (" ".join(ENGLISH[:19]), "prose"), "no words": (" \n", "prose"),
        "an answer of one word": ("42", "answer"), "an empty answer": ("\u200b \n", "answer"), "an answer of two words": ("Not yet", "answer"), "code of two words": ("x = ", "code"),
        "symbols, just a quarter": ("a.bc d", "answer"), "symbols, above a quarter": ("a.b!c de", "answer"), "symbols, underscores": ("a_b_c d_e_f", "answer"), "an ellipsis": ("well… so", "answer"), "accents": ("Éléonore a déjà été là", "answer"), "digits only": ("12 345 6789", "answer"),
        "repetition, just a quarter": ("a b c d a b c", "answer"), "repetition, above a quarter": ("a b c d a b c d", "answer"), "runs that differ in capitals": ("a b c d A B C D", "answer"), "words repeat, runs do not": ("a b a a c a c b a b b", "answer"),
        "code that repeats half": ("a b a b a b", "code"), "code, just half of it": ("p q r p q r p q", "code"), "code that repeats itself": ("pass ; " * 9, "code"), "code of symbols": ("(x)[0] <<= ~{y} ;", "code"),
        "language, just an eighth": (" ".join(f"w{i} x{i} y{i} z{i} a{i} b{i} c{i} 'The'" for i in range(3)), "prose"),
        "language, below an eighth": (" ".join(f"w{i}" for i in range(21)) + " the of", "prose"), "keywords": (" ".join(f"{w}{i}" for i in range(7) for w in ("cheap", "best", "offer")), "prose"),
        "full width": (plain.translate({ord(c): ord(c) + 0xFEE0 for c in "abcdefghijklmnopqrstuvwxyz"}), "prose"), "capital letters": (plain.upper(), "prose"),
        "soft hyphens": (" ".join("\u00ad".join(w) for w in ENGLISH), "prose"), "quotation marks": (" ".join(f"({w})," if i % 3 == 0 else "xyzzy" * 2 for i, w in enumerate(ENGLISH * 2)), "prose"),
    }
    p |= {f"reasons, {name}": call("reasons", *given) for name, given in exact.items()}
    p |= {f"reasons, drawn {i}": call("reasons", drawn(rng, int(rng.integers(1, 30))), str(rng.choice(["prose", "answer", "code"]))) for i in range(12)}
    p |= {"reasons, another kind": call("reasons", plain, "poem"), "the lesson's documents": call("quality_filter", LESSON), "no documents": call("quality_filter", [])}
    for i in range(3):
        planted = [{"text": drawn(rng, int(rng.integers(1, 40))), "kind": str(rng.choice(["prose", "prose", "answer", "code"]))} for _ in range(8)] + LESSON[1:2] * i
        real = [int(v) for v in rng.permutation(33)[:14]]
        p[f"real documents {i}"] = script("among", real, planted, shown=f"quality_filter on 14 real documents and {len(planted)} planted ones")
    return p

@each("normalise")
def one_spelling(got, ideal):
    """Normalising gives one spelling: NFKC, no invisible characters, one sort of line end, indentation kept."""
    return close(got, ideal)

@each("reasons")
def right_reasons(got, ideal, probe):
    """A text fails the rules of its kind that its normalised form fails, all of them, in order."""
    if extra := [r for r in got if r not in ideal]:
        return Miss(f"{extra[0]!r} is no reason against this text of kind {probe.args[1]!r}.")
    return same_set(got, ideal) or close(list(got), list(ideal))

@each("real", "the lesson", "no documents")
def good_ones_stay(got, ideal):
    """What fails no rule is kept, normalised and in order."""
    if lost := [t for t in ideal["kept"] if t not in got["kept"]]:
        return Miss(f"Not kept as it should be: {lost[0][:60]!r}.")
    return close(got["kept"], ideal["kept"])

@each("real", "the lesson", "no documents")
def every_removal_has_its_reasons(got, ideal):
    """Each removed document is told by its place and all its reasons."""
    return close([list(r) for r in got["removed"]], [list(r) for r in ideal["removed"]], path="removed")

@each("real", "the lesson", "no documents")
def report_by_rule(got, ideal):
    """The report counts for each rule who fails it and who fails it alone."""
    return close(got["report"], ideal["report"], path="report")
