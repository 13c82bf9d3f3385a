"""Filter, group and aggregate: which rows are kept, where rows without a key go, and what is averaged over what."""

from gradus.judging import Frame, Miss, close, each, equal, script

COLUMNS = ["country", "orders", "revenue", "mean", "share", "rank"]
LESSON = Frame(["country", "status", "amount"], range(6), [["NO", "NO", "CH", None, "CH", "NO"], ["paid"] * 4 + ["open", "paid"], [30.0, 50.0, 20.0, 100.0, 70.0, 0.0]], ["str", "str", "float64"])
EXPECTED = {  # worked by hand in the lesson
    "table, the lesson's": {"columns": COLUMNS, "rows": [[None, 1.0, 100.0, 100.0, 0.5, 1.0], ["NO", 2.0, 80.0, 40.0, 0.4, 2.0], ["CH", 1.0, 20.0, 20.0, 0.1, 3.0]], "unchanged": True},
    "mean, the lesson's": 50.0,
}

def orders(rng, n, missing=0.2, cents=True):
    countries = rng.choice(["NO", "CH", "DE", "at", "Ünd"], n, p=[0.4, 0.3, 0.15, 0.1, 0.05])
    amount = rng.gamma(1.5, 40, n).round(2) if cents else rng.integers(-2, 6, n) * 10.0
    status = [str(s) for s in rng.choice(["paid", "open", "PAID", "paid "], n, p=[0.7, 0.15, 0.1, 0.05])]
    holes = [[None if rng.random() < share else v for v in column] for share, column in ((missing, countries.tolist()), (0.1, amount.tolist()))]
    return Frame(["id", "country", "status", "amount"], range(n), [rng.permutation(n).tolist(), holes[0], status, holes[1]], ["int64", "str", "str", "float64"])

def PROBES(rng):
    p = {"table, the lesson's": script("by_country", LESSON), "mean, the lesson's": script("mean", LESSON)}
    for i in range(6):
        data, least = orders(rng, int(rng.integers(8, 60)), cents=i % 2 == 0), [0, 20, 50.5][i % 3]
        p |= {f"table {i}": script("by_country", data, least, 7 * i), f"mean {i}": script("mean", data, least)}
    full = orders(rng, 40, missing=0)
    for name, least in (("every country known", 0), ("none kept", 1e9)):
        p |= {f"table, {name}": script("by_country", full, least), f"mean, {name}": script("mean", full, least)}
    tie = Frame(LESSON.columns, range(8), [["b", "a", "c", "d", None, "a", "d", "e"], ["paid"] * 8, [5.0, 2.0, 9.0, 2.5, 5.0, 3.0, 2.5, 1.0]], LESSON.dtypes)
    cents = Frame(LESSON.columns, range(6), [["z", "y", "y", "x", "x", "w"], ["paid"] * 6, [0.3, 0.1, 0.2, 0.15, 0.15, 0.31]], LESSON.dtypes)
    many = Frame(LESSON.columns, range(90), [[f"c{i:02d}" for i in rng.permutation(90)], ["paid"] * 90, rng.integers(1, 4, 90).astype(float).tolist()], LESSON.dtypes)
    p |= {"table, many countries": script("by_country", many), "table, ties": script("by_country", tie), "table, ties of cents": script("by_country", cents)}
    edge = Frame(LESSON.columns, range(3), [["NO", "NO", "CH"], ["paid"] * 3, [20.0, 20.01, 20.0]], LESSON.dtypes)
    p |= {"table, on the edge": script("by_country", edge, 20), "mean, on the edge": script("mean", edge, 20)}
    small = Frame(LESSON.columns, range(3), [["NO", "NO", "CH"], ["paid"] * 3, [0.5, 0.25, 0.75]], LESSON.dtypes)
    p |= {"table, below one": script("by_country", small), "mean, below one": script("mean", small)}
    big = orders(rng, 5000)
    return p | {"table, large": script("by_country", big, 10), "mean, large": script("mean", big, 10), "table, all without country": script("by_country", orders(rng, 9, missing=1.0), -100)}

@each("table")
def six_columns(got):
    """The result has the six columns by name and in order, and the orders handed in stay as they were."""
    if miss := equal(got["columns"], COLUMNS):
        return miss
    return None if got["unchanged"] else Miss("The orders have other columns or values afterwards.")

@each("table")
def countries(got, ideal):
    """There is one row for each country among the orders kept, and one for those without a country."""
    mine, want = ([r[0] for r in side["rows"]] for side in (got, ideal))
    lost = [c or "the orders without a country" for c in want if c not in mine]
    return None if len(mine) == len(want) and not lost else Miss(f"There are {len(mine)} rows, expected {len(want)}; {(lost or ['no country'])[0]} has none.")

def _numbers(got, ideal, at, name):
    mine = {r[0]: r[at] for r in got["rows"] if len(r) == 6}
    found = ((r[0] or "the missing country", close(mine[r[0]], r[at], rtol=1e-9)) for r in ideal["rows"] if r[0] in mine)
    return next((Miss(f"{name} of {country}: {miss.say}") for country, miss in found if miss), None)

@each("table")
def counts_and_sums(got, ideal):
    """orders, revenue and mean are those of the rows kept."""
    return _numbers(got, ideal, 1, "orders") or _numbers(got, ideal, 2, "revenue") or _numbers(got, ideal, 3, "mean")

@each("table")
def shares(got, ideal):
    """Shares are parts of the revenue of all rows kept, and sum to 1."""
    return _numbers(got, ideal, 4, "share")

@each("table")
def ranks(got, ideal):
    """Ranks fall with revenue; equal revenues share the better rank and the next is skipped."""
    return _numbers(got, ideal, 5, "rank")

@each("table")
def row_order(got, ideal):
    """Rows stand by falling revenue, equal ones alphabetically, the missing country last of these."""
    return equal([r[0] for r in got["rows"]], [r[0] for r in ideal["rows"]])

@each("mean")
def mean(got, ideal):
    """The mean order is the total divided by the number of orders kept."""
    return close(got, ideal, rtol=1e-9)
