"""An imputer: no holes left, indicators decided at fit, and nothing learned from the rows that are filled."""

import numpy as np
from gradus.judging import Frame, Miss, View, close, each, script

TRAIN = Frame(["price", "colour"], range(4), [[4.0, None, 8.0, 30.0], ["red", "blue", None, "blue"]], ["float64", "str"])
TEST = Frame(["price", "colour"], range(2), [[None, 5.0], ["red", None]], ["float64", "str"])
EXPECTED = {"the lesson's frame": Frame(["price", "colour", "price_missing", "colour_missing"], [0, 1], [[14.0, 5.0], ["red", "blue"], [1, 0], [0, 1]], [""] * 4)}  # worked by hand

def frame(rng, n, holes, shift=0.0, start=0):
    """A frame of two float columns, one of integers and two of text, with holes in the columns named."""
    data = {"a": rng.normal(5 + shift, 3, n).round(2), "b": rng.exponential(40, n).round(1) + shift, "k": rng.integers(0, 4, n) + shift, "city": rng.choice(["Oslo", "Bern", "Rom"], n, p=[0.2, 0.5, 0.3]), "size": rng.choice(["s", "m", "l"], n)}
    for name in holes:
        column = data[name].astype(object)
        column[rng.choice(n, max(1, n // 4), replace=False)] = None
        data[name] = column
    values = [[None if v is None else (str(v) if isinstance(v, str) else float(v)) for v in c] for c in data.values()]
    return Frame(list(data), list(range(start, start + n)), values, ["float64", "float64", "float64", "str", "str"])

def PROBES(rng):
    p = {"the lesson's frame": script("by_default", TRAIN, TEST)}
    for i in range(2):
        train, test = frame(rng, int(rng.integers(9, 30)), ["a", "b", "city"]), frame(rng, int(rng.integers(5, 8)), ["a", "k", "city", "size"], 60.0, 100)
        p |= {f"{s} {i}": script("run", train, test, s) for s in ("mean", "median", "most_frequent")}
    p |= {"rows one by one": script("row_by_row", train, test), "fitted twice": script("twice", test, train, test)}
    tie = Frame(["n", "t"], range(8), [[4.0, 9.0, 2.0, None, 2.0, 9.0, 4.0, 5.0], ["k", "w", "c", None, "c", "w", "k", "z"]], ["float64", "str"])
    even = Frame(["n", "t"], range(7), [[9.0, 2.0, None, 4.0, 0.0, 7.0, 8.0], ["", "w", None, "", "w", "", "k"]], ["float64", "str"])
    p |= {"ties": script("run", tie, tie, "most_frequent"), "median of an even number, and empty text": script("run", even, even, "median")}
    whole, holes = frame(rng, 12, []), frame(rng, 8, ["a", "city"], 50.0)
    p |= {"no holes at fit": script("run", whole, holes, "mean"), "no holes at all": script("run", whole, whole, "median"), "one row": script("run", holes, frame(rng, 1, ["b"]), "mean")}
    p |= {f"CO2 record, {s}": script("carbon_dioxide", int(rng.integers(900, 1300)), s) for s in ("mean", "most_frequent")}
    at = rng.integers(0, 178, 160), rng.choice([0, 3, 4, 9, 12], 160)
    p["wine"] = script("wine", *at, "median", shown="178 wines with 160 holes: fit on 100, transform 78 (median)")
    none = Frame(["a", "b"], range(2), [[1.0, 2.0], [None, None]], ["float64", "float64"])
    p |= {"empty column": script("run", none, none, "mean"), "unknown strategy": script("run", TRAIN, TEST, "mode"), "before fit": script("unfitted", TEST)}
    turned, other = Frame(["colour", "price"], range(2), TEST.values[::-1], ["str", "float64"]), Frame(["price", "size"], range(2), TEST.values, ["float64", "str"])
    return p | {"columns turned": script("run", TRAIN, turned, "mean"), "other columns": script("run", TRAIN, other, "mean")}
USUAL = ("mean", "median", "most", "ties", "no holes", "one row")
def _parts(got, ideal):
    return [(f"the {word} part", got[key], ideal[key]) for key, word in (("train", "training"), ("test", "test"))]

@each(*USUAL)
def keeps_its_hands_off(got):
    """fit returns the imputer, the frames handed in stay as they were, and the index is kept."""
    if not got["unchanged"]:
        return Miss("A frame that was handed in is different afterwards.")
    return None if got["returns_itself"] and all(got["index"]) else Miss("The index is not kept, or fit does not return the imputer itself.")

@each(*USUAL)
def rows_and_columns(got, ideal):
    """The columns come first, then an indicator for each column that had a hole at fit; no row is lost."""
    for name, part, want in _parts(got, ideal):
        if list(map(str, part.columns)) != list(want.columns) or len(part.index) != len(want.index):
            return Miss(f"{name} has {len(part.index)} rows and the columns {list(part.columns)}, expected {len(want.index)} and {list(want.columns)}.")
    return None

@each(*USUAL)
def no_hole_left(got, ideal):
    """No value is missing afterwards."""
    left = [f"{c} of {name}" for name, part, _ in _parts(got, ideal) for c, values in zip(part.columns, part.values) if any(v is None or v != v for v in list(values))]
    return Miss(f"Column {left[0]} still has a hole.") if left else None

def table(part, want):
    return View("table-diff", {"columns": list(want.columns), "yours": list(zip(*part.values))[:40], "expected": list(zip(*want.values))[:40]})

@each(*USUAL)
def values(got, ideal):
    """Holes are filled with what the training part says for the strategy, everything else is untouched."""
    found = ((f"Column {c} of {name}", close(list(a), list(b), rtol=1e-9), part, want) for name, part, want in _parts(got, ideal) for c, a, b in zip(want.columns, part.values, want.values))
    return next((Miss(f"{where}: {miss.say}", view=table(part, want)) for where, miss, part, want in found if miss), None)

@each("rows", "fitted", "the lesson")
def only_what_fit_saw(got, ideal):
    """A row alone comes out as it does among others, and the last fit is the one that counts."""
    return close(got, ideal, rtol=1e-9)

@each("CO2", "wine")
def real_data(got, ideal):
    """It holds on the CO2 record of Mauna Loa and on scikit-learn's wine table, where the test part differs from the training part."""
    return close(got, ideal, rtol=1e-9)
