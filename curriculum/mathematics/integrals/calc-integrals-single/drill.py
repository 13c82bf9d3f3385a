"""Antiderivatives through a point, substitution, the constant, definite integrals, and signed against total area."""

from fractions import Fraction

from gradus.drilling import choice, expression, number

CONSTANT = ("Forgets the constant", "Your slope is right, but the value at 0 is not the one that is asked for. Antiderivatives differ by a constant, and the condition picks one of them.")

VALUE = ("Takes the value at 0 for the constant", "You add the value that is asked for at 0 to a function that is not 0 there. Put 0 into your result: what comes out is something else.")


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def term(c, n, first):
    """One signed term c x^n as TeX."""
    sign = ("-" if c < 0 else "") if first else (" - " if c < 0 else " + ")
    size = "" if abs(c) == 1 and n else str(abs(c))
    return f"{sign}{size}{'' if n == 0 else 'x' if n == 1 else f'x^{{{n}}}'}"


def tex(poly):
    """{power: coefficient} as TeX, highest power first."""
    terms = [(c, n) for n, c in sorted(poly.items(), reverse=True) if c]
    return "".join(term(c, n, i == 0) for i, (c, n) in enumerate(terms))


def typed(poly):
    return " + ".join(f"({c})*x^{n}" for n, c in sorted(poly.items(), reverse=True) if c) or "0"


def lifted(poly):
    """The antiderivative that is 0 at 0."""
    return {n + 1: Fraction(c) / (n + 1) for n, c in poly.items()}


def value(poly, x):
    return sum((Fraction(c) * Fraction(x) ** n for n, c in poly.items()), Fraction(0))


def between(poly, a, b):
    return value(lifted(poly), b) - value(lifted(poly), a)


def apart(values):
    """All further from each other than any tolerance here."""
    v = [float(x) for x in values]
    return all(abs(x - y) > 0.01 for i, x in enumerate(v) for y in v[:i])


def moved(factor, up, constant):
    """factor * up + constant, as one would type it."""
    return ("" if factor == 1 else f"{factor}*") + up + (f" {'-' if constant < 0 else '+'} {abs(constant)}" if constant else "")


def polynomial(rng):
    """An antiderivative of a polynomial"""
    n, m = int(rng.integers(3, 6)), int(rng.integers(1, 3))
    a, b, c, k = (pick(rng, [-5, -4, -3, -2, 2, 3, 4, 5, 6]) for _ in range(4))
    f = {n: a, m: b, 0: c}
    up = lifted(f)
    slope = {p - 1: q * p for p, q in f.items() if p}
    raised, old = {p + 1: q for p, q in f.items()}, {p + 1: Fraction(q, p) if p else q for p, q in f.items()}
    end = f" + ({k})"
    return expression(
        f"Find the antiderivative $F$ of $f(x) = {tex(f)}$ with $F(0) = {k}$.", typed(up) + end,
        [
            (typed(up), *CONSTANT),
            (typed(raised) + end, "Does not divide by the new power",
             "You raise the powers and leave the factors as they were. Differentiate your result: each power comes down as a factor that $f$ does not have."),
            (typed(old) + end, "Divides by the old power", "You divide each term by the power that it had. Differentiate your result: the power that comes down is the new one, and the two do not cancel."),
            (typed(slope) + end, "Differentiates instead", "You lowered the powers. An antiderivative goes the other way: it is a function whose slope is $f$."),
        ],
        "Raise each power by one and divide by the new power; the value at 0 is then the constant alone.",
        names=("x",), f=typed(f), k=k,
    )  # fmt: skip


def inside(rng):
    """An antiderivative with a multiple of x inside"""
    k, a, c = int(rng.integers(2, 8)), int(rng.integers(2, 10)), pick(rng, [-4, -3, -2, 2, 3, 5, 7])
    g, up, at, sign, shown = pick(rng, [
        (f"sin({k}*x)", f"cos({k}*x)", 1, -1, f"{a}\\sin({k}x)"),
        (f"cos({k}*x)", f"sin({k}*x)", 0, 1, f"{a}\\cos({k}x)"),
        (f"e^({k}*x)", f"e^({k}*x)", 1, 1, f"{a}e^{{{k}x}}"),
        (f"1/({k}*x + 1)", f"ln({k}*x + 1)", 0, 1, f"\\frac{{{a}}}{{{k}x + 1}}"),
    ])  # fmt: skip
    positive = ("x",) if "ln" in up else ()
    c += 7 if c == Fraction(sign * a, k) * at else 0  # the constant must not be 0

    def through(factor):
        return moved(factor, up, c - factor * at)

    right = Fraction(sign * a, k)
    return expression(
        f"Find the antiderivative $F$ of $f(x) = {shown}${' for $x > -1/' + str(k) + '$' if positive else ''} with $F(0) = {c}$.", through(right),
        [
            (through(sign * a), "Omits the factor from substitution",
             "You integrate the outer function and stop. Differentiate your result: the inside runs faster than x, and its speed comes out as a factor too many."),
            (through(sign * a * k), "Multiplies by the inner speed", "You multiply by the speed of the inside, as in differentiating. Going back, the factor has to be taken out again."),
            (through(-right), "Turns a sign", "Your result has the opposite sign. Differentiate it and look at the sign of what comes out."),
            (moved(right, up, 0), *CONSTANT),
            *([(moved(right, up, c), *VALUE)] if at else []),
        ],
        f"The slope of `{up}` has the factor ${sign * k}$, so the antiderivative is divided by it; then the constant makes the value at 0 right.",
        names=("x",), positive=positive, f=f"{a}*{g}", k=c,
    )  # fmt: skip


def substitution(rng):
    """An antiderivative by substitution"""
    n, a, b, c = int(rng.integers(2, 5)), int(rng.integers(2, 7)), int(rng.integers(1, 4)), pick(rng, [-3, -2, -1, 2, 4, 5])
    m = int(rng.integers(2, 5))
    g, big, at, shown = pick(rng, [
        (f"e^(x^{n})", f"e^(x^{n})", Fraction(1), f"e^{{x^{n}}}"),
        (f"cos(x^{n})", f"sin(x^{n})", Fraction(0), f"\\cos(x^{n})"),
        (f"(x^{n} + {b})^{m}", f"(x^{n} + {b})^{m + 1}/{m + 1}", Fraction(b ** (m + 1), m + 1), f"(x^{n} + {b})^{{{m}}}"),
    ])  # fmt: skip
    c += 7 if c == Fraction(a, n) * at else 0  # the constant must not be 0
    low = "x" if n == 2 else f"x^{{{n - 1}}}"

    def through(factor):
        return moved(factor, big, c - factor * at)

    right = Fraction(a, n)
    return expression(
        f"Find the antiderivative $F$ of $f(x) = {a}{low}\\,{shown}$ with $F(0) = {c}$.", through(right),
        [
            (through(Fraction(a)), "Omits the factor from substitution",
             "You replace the inside and the power in front of it, but not the factor between them: the inside changes faster than that power says. Differentiate your result and compare the factors."),
            (through(right * n * n), "Multiplies by the inner factor", "You multiply where the factor has to be divided away. Differentiate your result and compare it with $f$."),
            (moved(right, f"x^{n}*{big}", c), "Integrates each factor by itself", "You integrate the power in front and the composed function separately and multiply. Differentiate your result by the product rule: two terms come out, and $f$ has one."),
            (moved(right, big, 0), *CONSTANT),
            *([(moved(right, big, c), *VALUE)] if at else []),
        ],
        f"With $u = {'x^' + str(n) if 'x^' + str(n) + ' +' not in big else f'x^{n} + {b}'}$ and $du = {n}{low}\\,dx$ the factor is ${a}/{n}$; the condition at 0 fixes the constant.",
        names=("x",), f=f"{a}*x^{n - 1}*{g}", k=c,
    )  # fmt: skip


def family(rng):
    """All functions with a given slope"""
    n, a, k = int(rng.integers(2, 6)), int(rng.integers(2, 6)), int(rng.integers(2, 6))
    f, one, many, lower, plain, up = pick(rng, [
        (f"{a * (n + 1)}x^{{{n}}}", f"{a}x^{{{n + 1}}}", f"{a * (n + 1)}x^{{{n + 1}}}", f"{a * n * (n + 1)}x^{{{n - 1}}}", f"{a * (n + 1)}*x^{n}", f"{a}*x^{n + 1}"),
        (f"{a * k}\\cos({k}x)", f"{a}\\sin({k}x)", f"{a * k}\\sin({k}x)", f"-{a * k * k}\\sin({k}x)", f"{a * k}*cos({k}*x)", f"{a}*sin({k}*x)"),
        (f"{a * k}e^{{{k}x}}", f"{a}e^{{{k}x}}", f"{a * k}e^{{{k}x}}", f"{a * k * k}e^{{{k}x}}", f"{a * k}*exp({k}*x)", f"{a}*exp({k}*x)"),
    ])  # fmt: skip
    return choice(
        rng, f"Which of these is $\\displaystyle\\int {f}\\,dx$, that is all functions with the slope ${f}$? $C$ is any number.", f"${one} + C$",
        [
            (f"${one}$", "Forgets the constant in an indefinite integral", "You give one function with this slope. Move it up or down: the slope stays, so there are many more, one for every number."),
            (f"$C\\,({one})$", "Multiplies by the constant", "You put the free number in front. A multiple has a slope that is multiplied as well; only a shift up or down leaves it alone."),
            (f"${many} + C$", "Omits the factor from substitution", "Differentiate your choice: a factor comes out that is not in the integrand."),
            (f"${lower} + C$", "Differentiates instead", "You took the slope of the integrand. Asked for are the functions whose slope it is."),
        ],
        f"The slope of ${one}$ is ${f}$, and a constant has the slope 0.", f=plain,
        candidates=[[f"${one}$", up], [f"$C\\,({one})$", f"C*{up}"], [f"${many} + C$", f"{plain}*{'x' if 'x^' in plain else '1'} + C"], [f"${one} + C$", f"{up} + C"]],
    )  # fmt: skip


def definite(rng):
    """A definite integral"""
    while True:
        f = {int(rng.integers(2, 4)): pick(rng, [-3, -2, -1, 1, 2, 3]), 1: pick(rng, [-4, -2, 2, 4]), 0: pick(rng, [-5, -3, -1, 1, 3])}
        a, b = int(rng.integers(-3, 2)), int(rng.integers(2, 4))
        low, high, right = value(lifted(f), a), value(lifted(f), b), between(f, a, b)
        wrong = [
            (float(low - high), "Subtracts in the wrong order", "You take the upper value from the lower one. Going to the right over a positive function must give a positive number."),
            (float(high), "Takes the upper limit alone", "You put in the upper limit and leave the lower one out. That counts from 0, and 0 is not where this integral begins."),
            (float(value(f, b) - value(f, a)), "Puts the limits into the function itself", "You subtract values of the function. That is how much the height changed; the integral needs an antiderivative."),
            (float(high + low), "Adds the two values", "You add the values at the two limits. What lies left of the lower limit has to be taken away."),
        ]
        if a and apart([right, *(w[0] for w in wrong)]):
            break
    return number(f"$\\displaystyle\\int_{{{a}}}^{{{b}}} ({tex(f)})\\,dx = {{?}}$ A fraction, or a decimal to 0.001.", float(right), wrong,
                  f"$F({b}) = {high}$ and $F({a}) = {low}$ for the antiderivative that is 0 at 0; their difference is ${right}$.", rtol=0, atol=0.001, f=typed(f), a=a, b=b)  # fmt: skip


def limits(rng):
    """A definite integral by substitution"""
    while True:
        n, c, k, a = int(rng.integers(1, 4)), int(rng.integers(1, 5)), pick(rng, [1, 3, 4, 6, 8]), int(rng.integers(0, 2))
        b = a + int(rng.integers(1, 3))

        def up(v, n=n):
            return Fraction(v) ** (n + 1) / (n + 1)

        lower, upper = a * a + c, b * b + c
        right = Fraction(k, 2) * (up(upper) - up(lower))
        wrong = [
            (float(k * (up(upper) - up(lower))), "Omits the factor from substitution", "You replace $x\\,dx$ by $du$. The inside moves at the speed $2x$, so half of it is missing."),
            (float(Fraction(k, 2) * (up(b) - up(a))), "Keeps the old limits", "You integrate over u between limits that belong to x. When the variable changes, so do the limits: ask what u is at each end."),
            (float(Fraction(k, 2) * (upper**n - lower**n)), "Puts the limits in before integrating", "You put the limits into the function of u itself. It has to be integrated over u before."),
            (float(2 * k * (up(upper) - up(lower))), "Multiplies by the inner factor", "You multiply by the factor of $2x$ where it has to be divided away."),
        ]
        if apart([right, *(w[0] for w in wrong)]) and right < 20000:
            break
    body = f"(x^2 + {c})" if n == 1 else f"(x^2 + {c})^{n}"
    return number(f"$\\displaystyle\\int_{{{a}}}^{{{b}}} {'' if k == 1 else k}x\\,{body}\\,dx = {{?}}$ A fraction, or a decimal to 0.001.", float(right), wrong,
                  f"With $u = x^2 + {c}$ and $du = 2x\\,dx$ the limits become {lower} and {upper}; the value is ${right}$.", rtol=0, atol=0.001, f=f"{k}*x*(x^2 + {c})^{n}", a=a, b=b)  # fmt: skip


def area(rng):
    """The total area between a curve and the axis"""
    while True:
        r = int(rng.integers(-1, 3))
        s, p, k = r + int(rng.integers(1, 5)), r - int(rng.integers(1, 3)), pick(rng, [-2, -1, 1, 2, 3])
        q = s + int(rng.integers(0, 3)) if rng.random() < 0.6 else s
        f = {2: k, 1: -k * (r + s), 0: k * r * s}
        cuts = [p, r, s, q] if q > s else [p, r, s]
        parts = [between(f, u, v) for u, v in zip(cuts, cuts[1:])]
        right, signed = sum(map(abs, parts)), sum(parts)
        above, below = sum((v for v in parts if v > 0), Fraction(0)), sum((-v for v in parts if v < 0), Fraction(0))
        wrong = [
            (float(signed), "Treats signed area as area", "You integrate straight through. Where the curve lies below the axis the integral counts negative, and the two parts eat each other up. An area cannot shrink when the interval grows."),
            (float(above), "Leaves out what lies below", "You count only the parts above the axis. What lies below is an area as well; it needs its sign turned."),
            (float(below), "Leaves out what lies above", "You count only the parts below the axis. Both sides belong to the area between curve and axis."),
            (float(2 * max(above, below)), "Doubles the larger part", "You take both sides for equally large. Find where the curve crosses the axis and integrate each part by itself."),
        ]
        if signed < 0:
            wrong.append((float(-signed), "Turns the sign at the end", "You integrate straight through and drop the minus of the result. By then the parts above and below have already eaten each other up; the signs must be turned part by part."))
        if apart([right, *(w[0] for w in wrong)]):
            break
    shown = ", ".join(f"${v}$" for v in parts)
    return number(f"How large is the total area between the graph of $f(x) = {tex(f)}$ and the x-axis from $x = {p}$ to $x = {q}$? Areas count positive on both sides of the axis. A fraction, or a decimal to 0.001.",
                  float(right), wrong, f"The curve crosses the axis at {r} and {s}. The integrals of the parts are {shown}; without their signs they add up to ${right}$.", rtol=0, atol=0.001, f=typed(f), a=p, b=q)  # fmt: skip


TEMPLATES = [polynomial, inside, substitution, family, definite, limits, area]

EXPECTED = {  # substitution 0, definite 1, limits 0 and area 2 are the lesson's worked examples
    "polynomial": {0: "x^6/3 - x^3 - 3x - 5", 1: "(4/5)x^5 + 2x^3 - 5x - 4"},
    "inside": {3: "(-cos(6x) - 8)/3", 4: "1.5 e^(6x) + 5.5"},
    "substitution": {0: "(5e^(x^4) - 13)/4", 3: "((x^4 + 1)^3 - 13)/6"},
    "family": {0: "$4x^{6} + C$", 1: "2"},
    "definite": {1: "9/4", 4: "74"},
    "limits": {0: "87.5", 3: "15/8"},
    "area": {2: "2", 4: "11/3"},
}
