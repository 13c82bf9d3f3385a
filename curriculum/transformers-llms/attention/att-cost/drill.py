"""Multiplications and memory of an attention layer, and how both grow with the length."""

from gradus.drilling import choice, number

LINEAR = ("Says cost is linear in length", "You let everything grow with the length itself. Every query meets every key, so scores and mixing grow with the square of the length.")
NO_PROJECTIONS = ("Forgets the projections", "You count scores and mixing alone. Queries, keys and values have to be made first and the heads mixed at the end: four products with a square matrix.")
NO_TABLE = ("Forgets scores and mixing", "You count the four projections alone. Every query also meets every key, and mixes every value.")
HEADS = ("Multiplies by the heads", "You count a full-width product for every head. Heads share the width among themselves: many narrow ones cost as much as a single wide one.")
BATCH = ("Forgets the batch", "You count one text. Every text of the batch goes through the same products.")
TOL = 0.005


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def setting(rng):
    """Batch, length, width, heads."""
    return pick(rng, [2, 3, 4, 6, 8]), pick(rng, [128, 256, 512, 768, 1024, 2048]), pick(rng, [128, 256, 384, 512, 768, 1024]), pick(rng, [4, 8, 16])


def clear(*values):
    """Is every pair of numbers far enough apart?"""
    return all(abs(a - b) > 0.03 * max(abs(a), abs(b)) for i, a in enumerate(values) for b in values[:i])


def said(b, n, w, h):
    return f"An attention layer of width $w = {w}$ with $h = {h}$ heads reads $B = {b}$ texts of $n = {n}$ tokens."


def asked(rng, make):
    """Draw settings until the right answer and all wrong ones can be told apart."""
    while True:
        drawn = setting(rng)
        ask, right, wrong, why, given = make(*drawn)
        if clear(right, *(v for v, _, _ in wrong)):
            return number(ask, right, wrong, why, rtol=TOL, **given)


def projections(rng):
    """Multiplications of the projections"""
    def make(b, n, w, h):
        right = 4 * b * n * w * w / 1e6
        wrong = [(right / b, *BATCH), (right * h, *HEADS),
                 (right * 3 / 4, "Forgets the output projection", "You count queries, keys and values. The heads' results go through a fourth layer at the end."),
                 (right / h, "Uses the head's width", "You project onto the width of a single head. All heads together fill the whole width.")]
        return f"{said(b, n, w, h)} How many million multiplications do its four projections make?", right, wrong, f"$4 \\cdot {b} \\cdot {n} \\cdot {w}^2$.", {"b": b, "n": n, "w": w, "h": h}
    return asked(rng, make)


def scores_and_mixing(rng):
    """Multiplications of scores and mixing"""
    def make(b, n, w, h):
        right = 2 * b * n * n * w / 1e6
        wrong = [(right / b, *BATCH), (right * h, *HEADS), (right / n, *LINEAR),
                 (right / 2, "Counts one of two products", "You count one product. The table of scores is one; mixing the values by it is another of the same size.")]
        return f"{said(b, n, w, h)} How many million multiplications do scores and mixing make together?", right, wrong, f"$2 \\cdot {b} \\cdot {n}^2 \\cdot {w}$.", {"b": b, "n": n, "w": w, "h": h}
    return asked(rng, make)


def whole_layer(rng):
    """Multiplications of the whole layer"""
    def make(b, n, w, h):
        linear, square = 4 * b * n * w * w / 1e6, 2 * b * n * n * w / 1e6
        wrong = [(square, *NO_PROJECTIONS), (linear, *NO_TABLE), ((linear + square) / b, *BATCH), (linear + square * h, *HEADS)]
        return f"{said(b, n, w, h)} How many million multiplications does the layer make, projections, scores and mixing together?", linear + square, wrong, f"${linear:.2f}$ for the projections and ${square:.2f}$ for scores and mixing.", {"b": b, "n": n, "w": w, "h": h}
    return asked(rng, make)


def growth(rng):
    """Growth with the length"""
    k = pick(rng, [2, 3, 4])

    def make(b, n, w, h):
        before, after = 4 * w + 2 * n, k * (4 * w + 2 * k * n)
        wrong = [(k, *LINEAR), (k * k, *NO_PROJECTIONS), ((4 * w * k * k + 2 * n * k) / before, "Lets the projections grow with the square", "You let the linear part grow with the square and the quadratic part with the length. A token is projected once, however many others there are."),
                 ((k + k * k) / 2 + 0.0, "Takes the middle of both growths", "You take the middle between linear and quadratic. Only where both parts are equally large is that so; weigh them by their shares.")]
        right = after / before
        return f"{said(b, n, w, h)} By what factor do its multiplications (projections, scores and mixing) grow if the texts become {k} times as long?", right, wrong, f"Before: $4Bnw^2 + 2Bn^2w$. After: the first part times {k}, the second times {k * k}. The factor is ${right:.4f}$.", {"b": b, "n": n, "w": w, "h": h, "k": k}
    return asked(rng, make)


def score_memory(rng):
    """Memory of the scores"""
    size = pick(rng, [2, 4])

    def make(b, n, w, h):
        right = b * h * n * n * size / 2**20
        wrong = [(n * n * size / 2**20, "Ignores batch and heads in score memory", "You store one table. Every head of every text has a table of its own."),
                 (right / h, "Ignores the heads in score memory", "You store one table for each text. Every head has its own: in multiplications heads are free, in memory they are not."),
                 (right / b, "Ignores the batch in score memory", "You store the tables of one text. All texts of a batch are in memory at the same time."),
                 (right / n, "Stores one row of scores", "You store as many numbers as there are tokens. The table has a row for each query and a column for each key."),
                 (right / size, "Counts numbers instead of bytes", "You count the numbers. Each of them takes several bytes.")]
        return f"{said(b, n, w, h)} How many MiB do all its scores take in {'float16, 2 bytes' if size == 2 else 'float32, 4 bytes'} a number?", right, wrong, f"${b} \\cdot {h} \\cdot {n}^2$ numbers of {size} bytes, divided by $2^{{20}}$.", {"b": b, "n": n, "h": h, "size": size}
    return asked(rng, make)


def equal_parts(rng):
    """Where the quadratic part catches up"""
    times = pick(rng, [0, 2, 3, 4])

    def make(b, n, w, h):
        f = times * w
        right = 2 * w + f
        wrong = [(w + f if f else w, "Counts two projections instead of four", "You take half of the projections. Queries, keys, values and output make four."),
                 (4 * w + 2 * f, "Counts one of two products", "You count one product of the quadratic part. Scores and mixing are two."),
                 ((2 * w + f) / b, "Lets the batch decide", "You divide by the batch. Both parts grow with it alike, so it cancels."),
                 (w / h * 2 + f / h, "Uses the head's width", "You use the width of a head. In both parts all heads together make up the whole width.")]
        after = f" A feed-forward part of hidden width $f = {f}$ follows." if f else ""
        linear = "projections and feed-forward together" if f else "the projections"
        feed = f" + 2nw \\cdot {f}" if f else ""
        return (f"An attention layer of width $w = {w}$ with $h = {h}$ heads reads $B = {b}$ texts.{after} At which length $n$ do scores and mixing make as many multiplications as {linear}?",
                right, wrong, f"$2n^2w = 4nw^2{feed}$, divided by $2nw$.", {"b": b, "w": w, "h": h, "f": f})
    return asked(rng, make)


def cached_token(rng):
    """One token with a cache"""
    def make(b, m, w, h):
        right = (4 * w * w + 2 * m * w) / 1e6
        wrong = [(2 * m * w / 1e6, *NO_PROJECTIONS), (4 * w * w / 1e6, *NO_TABLE), ((4 * m * w * w + 2 * m * m * w) / 1e6, "Computes all tokens again", "You send all tokens through again. With the cache their keys and values are there; the new token makes one row of everything."),
                 ((4 * w * w + 2 * m * m * w) / 1e6, "Computes the whole table", "You compute every row of the table. Only the new token asks: one row."),
                 ((4 * m * w * w + 2 * m * w) / 1e6, "Projects all tokens again", "You make keys and values of the old tokens again. They are what the cache holds.")]
        return f"A layer of width $w = {w}$ with {h} heads has a cache. One text gets one new token and then has $m = {m}$ keys, the new one included. How many million multiplications does this token cost in the layer?", right, wrong, f"$4 \\cdot {w}^2 + 2 \\cdot {m} \\cdot {w}$.", {"m": m, "w": w, "h": h}
    return asked(rng, make)


FACTS = [
    ("the multiplications of scores and mixing", "length", 2), ("the multiplications of the projections", "length", 1), ("the memory of the stored table of scores", "length", 2),
    ("the memory of keys and values in a cache", "length", 1), ("the multiplications of one new token's scores with a cache", "length", 1), ("the multiplications of scores and mixing under FlashAttention", "length", 2),
    ("the multiplications of one new token's projections with a cache", "length", 0), ("the multiplications of the projections", "width", 2), ("the multiplications of scores and mixing", "width", 1),
    ("the memory of the table of scores, at a fixed number of heads,", "width", 0), ("the multiplications of the projections", "number of texts in the batch", 1), ("the memory of the table of scores, at a fixed width,", "number of heads", 1),
    ("the multiplications of scores and mixing, at a fixed width,", "number of heads", 0),
]
GROWS = {0: ("it stays as it is", "Says it does not grow", "You leave it unchanged. Look for the letter in the formula of this part."), 1: ("it doubles", *LINEAR),
         2: ("it grows fourfold", "Says cost is quadratic", "You let it grow with the square. That is so only where the letter stands twice: once for the rows and once for the columns of a product."), 3: ("it halves", "Says it shrinks", "You let it shrink. No product becomes smaller when one of its sides grows.")}


def what_grows(rng):
    """What grows how"""
    what, letter, power = FACTS[int(rng.integers(len(FACTS)))]
    n = int(rng.integers(2, 60)) * 64
    start = f" from {n} to {2 * n}" if letter == "length" else ""
    wrong = [(text, name, words) for p, (text, name, words) in GROWS.items() if p != power]
    return choice(rng, f"The {letter} doubles{start}, all else stays. What becomes of {what.rstrip(',')}{',' if what.endswith(',') else ''} in one layer?".replace(",,", ","), GROWS[power][0], wrong,
                  f"It grows with the {letter} to the power {power}.", what=what, letter=letter)


TEMPLATES = [projections, scores_and_mixing, whole_layer, growth, score_memory, equal_parts, cached_token, what_grows]

EXPECTED = {  # worked by hand from the table of the lesson
    "projections": {2: "134.218"},
    "scores_and_mixing": {2: "134.218"},
    "whole_layer": {2: "5637.14"},
    "growth": {1: "5", 2: "6.4"},
    "score_memory": {1: "96", 2: "1.5"},
    "equal_parts": {1: "4096", 2: "1536"},
    "cached_token": {1: "3.5389", 2: "1.37626"},
    "what_grows": {1: "it stays as it is", 2: "4"},
}
