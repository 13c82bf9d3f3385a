"""Double integrals over rectangles and between curves, in both orders, and means under a density."""

from gradus.judging import close, each, script

EXPECTED = {  # the lesson's examples, worked by hand
    "rectangle, worked example": 4.0, "curves, worked example": 1 / 24, "sides, worked example": 1 / 3, "mean, worked example": 3 / 4, "mean, worked example, y": 5 / 12,
    "rectangle, backwards": -4.0, "curves that cross": 0.0, "curves, area alone": 9 / 2}  # fmt: skip
X, Y, XY, ONE = ("poly", [[[0, 0], [1, 0]]]), ("poly", [[[0, 1]]]), ("poly", [[[0, 0], [0, 1]]]), ("poly", [[[1]]])
SUM, BOWL = ("poly", [[[0, 1], [1, 0]]]), ("poly", [[[0, 0, 3], [1, 0, 0]]])

def text(f):
    """A function as the learner reads it."""
    kind, n = f
    if kind == "poly":
        parts = [f"{v:g}" + "".join(f" {s}^{p}" for s, p in (("x", i), ("y", j)) if p) for i, row in enumerate(n[0]) for j, v in enumerate(row) if v]
        return " + ".join(parts) or "0"
    n = [round(float(v), 3) for v in n]
    return {"wave": "{} sin({} x + {} y + {})", "bell": "{} exp(-(x - {})^2/{} - (y - {})^2/{})", "growth": "{} exp({} x + {} y)"}[kind].format(*n)

def line(c, t):
    """A curve as the learner reads it."""
    parts = [f"{v:.4g}{s}" for v, s in zip(c, ("", f" {t}", f" {t}^2", f" sin({c[4]:.4g} {t})" if len(c) > 3 else "")) if v]
    return " + ".join(parts) or "0"

def rectangle(f, *box):
    return script("rectangle", f, list(box), shown=f"over_rectangle(f, {', '.join(f'{v:g}' for v in box)}) for f = {text(f)}")

def curves(f, a, b, low, high, name="curves", names=("lower", "upper"), t="x", more=()):
    """A probe of a region between curves; `more` is the density of a mean."""
    what, what_more = {"curves": "between_curves(f", "sides": "between_sides(f", "mean": "expected_value(g, density"}[name], f", density = {text(more[0])}" if more else ""
    return script(name, f, *more, a, b, list(low), list(high), shown=f"{what}, {a:g}, {b:g}, {', '.join(names)}) for {what[-1] if not more else 'g'} = {text(f)}{what_more}, {names[0]} = {line(low, t)}, {names[1]} = {line(high, t)}")

def sides(f, c, d, left, right):
    return curves(f, c, d, left, right, "sides", ("left", "right"), "y")

def mean(g, density, a, b, low, high):
    return curves(g, a, b, low, high, "mean", more=(density,))

def PROBES(rng):
    p = {"rectangle, worked example": rectangle(BOWL, 0, 2, 0, 1), "curves, worked example": curves(XY, 0, 1, [0, 0, 1], [0, 1]), "sides, worked example": sides(X, 0, 1, [0, 1], [1])}
    p |= {"mean, worked example": mean(X, SUM, 0, 1, [0], [0, 1]), "mean, worked example, y": mean(Y, SUM, 0, 1, [0], [0, 1]), "curves, area alone": curves(ONE, -2, 1, [0, 0, 1], [2, -1])}

    def drawn(i):
        poly, wave = ("poly", [rng.integers(-4, 5, (3, 4)).tolist()]), ("wave", [*rng.uniform(1, 3, 3).tolist(), 0.3])
        return [poly, wave, ("growth", [2.0, *rng.uniform(-1, 1, 2).tolist()])][i % 3]

    for i in range(4):
        a, c, w, h = (round(float(v), 2) for v in (*rng.uniform(-2, 1, 2), *rng.uniform(0.5, 1.5, 2)))
        p[f"rectangle {i}"] = rectangle(drawn(i), a, a + w, c, c + h + 0.7)
        low, high = [[round(float(v), 2) for v in rng.uniform(*at)] for at in (([-1, -0.5, -0.5, 0.1, 1.5], [-0.5, 0.5, 0, 0.3, 3]), ([1.5, -0.5, 0, 0.1, 1.5], [2, 0.5, 0.5, 0.3, 3]))]
        p[f"curves {i}"], p[f"sides {i}"] = curves(drawn(i + 1), a, a + w, low, high), sides(drawn(i), c, c + h, low, high)
        density = [("bell", [round(float(rng.uniform(0.2, 3)), 2), a, w, 0.2, h]), ("growth", [round(float(rng.uniform(0.2, 3)), 2), -1.0, round(float(rng.uniform(-2, -1)), 2)])][i % 2]
        p[f"mean {i}"] = mean(drawn(i), density, a, a + w, low, high)
    p |= {"rectangle, backwards": rectangle(BOWL, 2, 0, 0, 1), "rectangle without width": rectangle(BOWL, 1, 1, 0, 3), "curves that cross": curves(ONE, -1, 1, [0, 1], [0]), "curves that cross, x y": curves(XY, 0, 2, [0, 1], [1, 0.25])}
    p |= {"curves, backwards": curves(XY, 2, 0, [-1], [1, 1]), "sides, backwards": sides(SUM, 0, 1, [2, 1], [0]), "mean without mass": mean(X, ("poly", [[[0]]]), 0, 1, [0], [1]), "mean of a negative mass": mean(X, ("poly", [[[-1]]]), 0, 1, [0], [1]), "mean without region": mean(X, ONE, 1, 1, [0], [1])}
    return p

@each("rectangle")
def rectangles(got, ideal):
    """Over a rectangle x runs from a to b and y from c to d."""
    return close(got, ideal, rtol=1e-5, atol=1e-6)

@each("curves")
def regions(got, ideal):
    """Between curves the inner limits follow x."""
    return close(got, ideal, rtol=1e-5, atol=1e-6)

@each("sides")
def other_order(got, ideal):
    """Between sides the inner limits follow y."""
    return close(got, ideal, rtol=1e-5, atol=1e-6)

@each("mean")
def means(got, ideal):
    """The mean weighs each place by its share of the density's mass."""
    return close(got, ideal, rtol=1e-5, atol=1e-6)
