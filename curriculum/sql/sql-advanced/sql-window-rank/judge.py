"""The podium of every category: shared places by the rule of sport, and the gap to the leader."""
import numpy as np

from gradus.judging import Miss, database, each, same_rows, same_set, table

EXPECTED = {"example": {
    "columns": ["category", "place", "runner", "duration", "gap"],
    "rows": [["M", 1, "Finn", 2310, 0], ["M", 1, "Gus", 2310, 0], ["M", 1, "Hal", 2310, 0],
             ["W", 1, "Ana", 2400, 0], ["W", 2, "Bea", 2460, 60], ["W", 2, "Cleo", 2460, 60]],
}}
NAMES = ["Ana", "Bea", "Cleo", "Dina", "Eva", "Finn", "Gus", "Hal", "Ivo", "Zoë", "Đorđe", "李雷", "O'Neil", "ana"]
CATEGORIES = ["W", "M", "10", "9", "M 40", "Élite", ""]


def runs(rows):
    return database(runs=table("runner TEXT, category TEXT, duration INTEGER", rows))


def drawn(rng, n, groups, spread, missing=0.15):
    """n runs in the first `groups` categories, times from `spread` values, so that a small spread means many ties."""
    base = int(rng.integers(1500, 3000))
    return [[NAMES[rng.integers(len(NAMES))], CATEGORIES[rng.integers(groups)] if groups <= 7 else f"class {rng.integers(groups)}",
             None if rng.random() < missing else base + 10 * int(rng.integers(spread))] for _ in range(n)]


def one(category, times):
    return [[NAMES[i % 14], category, t] for i, t in enumerate(times)]


def PROBES(rng: np.random.Generator) -> dict:
    example = [["Ana", "W", 2400], ["Bea", "W", 2460], ["Cleo", "W", 2460], ["Dina", "W", 2500], ["Eva", "W", None],
               ["Finn", "M", 2310], ["Gus", "M", 2310], ["Hal", "M", 2310], ["Ivo", "M", 2320]]
    t = int(rng.integers(1000, 2000))
    probes = {
        "example": runs(example),
        "no ties": runs(one("W", [t + 40, t, t + 90, t + 10, t + 70])),
        "two at the top": runs(one("W", [t, t, t + 5, t + 9])),
        "tie at the third place": runs(one("M", [t, t + 1, t + 7, t + 7, t + 7, t + 8])),
        "tie at the second place": runs(one("M", [t, t + 1, t + 1, t + 7])),
        "two categories": runs(one("W", [t + 200, t + 300, t + 400, t + 500]) + one("M", [t, t + 10, t + 20, t + 30])),
        "nobody finished": runs(one("W", [None, None])),
        "fewer than three": runs(one("W", [t, None]) + one("M", [None, t + 3, t, None])),
        "numbers as text": runs(one("9", [t, t + 2]) + one("10", [t + 1]) + one("100", [t + 4])),
        "equal rows": runs([["Ana", "W", t], ["Ana", "W", t], ["Bea", "W", t + 1]]),
        "one run": runs([["李雷", "Élite", t]]), "empty table": runs([]),
    }
    for i in range(5):
        probes[f"random {i}"] = runs(drawn(rng, int(rng.integers(6, 25)), int(rng.integers(1, 5)), int(rng.integers(3, 12))))
    probes["many ties"] = runs(drawn(rng, 60, 7, 4))
    return probes | {"large": runs(drawn(rng, 2400, 20, 40))}


def part(result, *columns):
    return [tuple(row[c] for c in columns) for row in result["rows"]]


def beside(say, got, ideal):
    """The sentence, and both results beside each other."""
    return Miss(say, view=getattr(same_rows(got, ideal), "view", None))


@each()
def podium(got, ideal):
    """Of every category exactly the runs with a place of at most 3 are there: ties are not cut, and nobody comes in by a wrong rule."""
    miss = same_set(part(got, 0, 2, 3), part(ideal, 0, 2, 3))
    return miss and beside(f"Of (category, runner, duration): {miss.say}", got, ideal)


@each()
def places(got, ideal):
    """Equal times share a place, and as many places are skipped after them."""
    miss = same_set(part(got, 0, 2, 3, 1), part(ideal, 0, 2, 3, 1))
    return miss and beside(f"Of (category, runner, duration, place): {miss.say}", got, ideal)


@each()
def rows(got, ideal):
    """Every gap is the distance to the fastest of the category, and the rows are sorted by category, place and runner."""
    return same_rows(got, ideal, ordered=True)
