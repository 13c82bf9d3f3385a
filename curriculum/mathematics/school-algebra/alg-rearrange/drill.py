"""Expand, factor, cancel, collect powers, and make a letter the subject of a formula."""

from gradus.drilling import choice, expression, matrix

TERM = ("Cancels a term instead of a factor", "You strike out something that is added. Only a factor of the whole top and the whole bottom cancels; put a number in before and after, and compare.")
SIGN = ("Loses the sign when moving a term", "You carry a term to the other side with the sign it had. Moving means adding its opposite on both sides, so there it stands with the other sign.")
SUM_POWER = ("Distributes a power over a sum", "You raise or take the root of each term by itself. Powers and roots pass through products, not through sums: compare 3 + 4 squared with 9 + 16.")


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def whole(rng, low, high, *without):
    return pick(rng, [k for k in range(low, high + 1) if k not in (0, *without)])


def plus(k, x=""):
    """` + 3x`, ` - x` or nothing."""
    size = "" if abs(k) == 1 and x else str(abs(k))
    return f" {'+' if k > 0 else '-'} {size}{x}" if k else ""


def lead(k, x):
    return f"{'' if k == 1 else '-' if k == -1 else k}{x}"


def raised(x, k):
    return x if k == 1 else f"{x}^{{{k}}}"


def expand(rng):
    """The coefficients of an expanded product"""
    while True:
        a, b, c = whole(rng, 2, 5), whole(rng, -6, 6), whole(rng, -6, 6)
        right = [[a * a, 2 * a * b + c * a * a, b * b + 2 * a * b * c, b * b * c]]
        wrong = [
            ([[a * a, c * a * a, b * b, b * b * c]], *SUM_POWER),
            (
                [[a * a, a * b + c * a * a, b * b + a * b * c, b * b * c]],
                "Counts the mixed term once",
                "You have the mixed term of the square a single time. It arises twice: first times second, and second times first.",
            ),
            (
                [[a, 2 * a * b + c * a, b * b + 2 * a * b * c, b * b * c]],
                "Leaves a coefficient unsquared",
                "You square the letter and not the number in front of it. The whole factor stands twice, so its number does too.",
            ),
            (
                [[a * a, 2 * a * b, b * b, b * b * c]],
                "Multiplies the ends only",
                "You multiply the first terms and the last terms. Every term of one bracket meets every term of the other, which gives six products here.",
            ),
            (
                [[a * a, 2 * a * b - c * a * a, b * b - 2 * a * b * c, -b * b * c]],
                "Turns the sign of a constant",
                "You use the last bracket's constant with the opposite sign. It keeps the sign it has when it multiplies.",
            ),
        ]
        if len({tuple(w[0][0]) for w in wrong} | {tuple(right[0])}) == 6:
            break
    return matrix(
        f"Expand $({lead(a, 'x')}{plus(b)})^2\\,(x{plus(c)})$ and collect powers. Give the four coefficients, that of $x^3$ first, the constant last.",
        right,
        wrong,
        f"The square is ${a * a}x^2{plus(2 * a * b, 'x')}{plus(b * b)}$; each of its three terms is multiplied by $x$ and by ${c}$.",
        rtol=0,
        a=a,
        b=b,
        c=c,
    )


def factor(rng):
    """The two factors of a quadratic"""
    while True:
        k = pick(rng, [1, 1, 2, 3])
        a, b = sorted((whole(rng, -9, 9), whole(rng, -9, 9)))
        s, p = -(a + b), a * b
        near = next(((c, p // c) for c in range(-80, 81) if c and p % c == 0 and c < p // c and {c, p // c} not in ({a, b}, {-a, -b})), (-1, -p))
        wrong = [
            (
                [[-b, -a]],
                "Reads the roots off with their signs",
                "You give the numbers with the signs they have inside the brackets. The form asked for subtracts them: put yours in for $x$ and see whether you get 0.",
            ),
            ([sorted(near)], "Has the product but not the sum", "Your two numbers multiply to the constant, but they do not add up to what stands before $x$. Both must fit at once."),
            ([sorted((s, p))], "Reads the coefficients as the factors", "You copy sum and product themselves. They are what the two numbers give when added and multiplied."),
            (
                [sorted((-abs(a), abs(b)))] if a * b > 0 else [sorted((abs(a), abs(b)))],
                "Gives the two numbers wrong signs",
                "The sizes fit and the signs do not. The constant's sign says if the two have the same sign; the middle coefficient says which one dominates.",
            ),
        ]
        rows = [(a, b)] + [tuple(w[0][0]) for w in wrong]
        if s and a != b and len(set(rows)) == 5:
            break
    return matrix(
        f"Factor ${lead(k, 'x^2')}{plus(k * s, 'x')}{plus(k * p)} = {'' if k == 1 else k}(x - a)(x - b)$ with $a < b$. Give $a$ and $b$.",
        [[a, b]],
        wrong,
        f"{'' if k == 1 else f'Take the factor {k} out first. '}The two numbers add up to ${-s}$ and multiply to ${p}$.",
        rtol=0,
        k=k,
        s=s,
        p=p,
    )


def cancel(rng):
    """A fraction in lowest terms"""
    while True:
        a, b, c = whole(rng, -7, 7), whole(rng, -7, 7), whole(rng, -7, 7)
        if len({abs(a), abs(b), abs(c)}) == 3 and a + b and a + c:
            break

    def frac(top, low):
        return f"$\\dfrac{{{top}}}{{{low}}}$"

    top, low = f"x^2{plus(a + b, 'x')}{plus(a * b)}", f"x^2{plus(a + c, 'x')}{plus(a * c)}"
    right = frac(f"x{plus(b)}", f"x{plus(c)}")
    wrong = [
        (frac(f"{lead(a + b, 'x')}{plus(a * b)}", f"{lead(a + c, 'x')}{plus(a * c)}"), *TERM),
        (
            frac(f"x{plus(-b)}", f"x{plus(-c)}"),
            "Turns the signs in the factors",
            "You write the numbers of the brackets with the opposite sign. Multiply your factors out again: the term with $x$ comes out with the wrong sign.",
        ),
        (frac(f"x{plus(c)}", f"x{plus(b)}"), "Turns the fraction over", "You have the right two brackets, but top and bottom have changed places. What is left of the top stays on top."),
    ]
    return choice(
        rng,
        f"Which fraction equals $\\dfrac{{{top}}}{{{low}}}$ wherever both are defined?",
        right,
        wrong,
        f"Both have the factor $(x{plus(a)})$: the top is $(x{plus(a)})(x{plus(b)})$, the bottom $(x{plus(a)})(x{plus(c)})$.",
        top=top,
        low=low,
        options=[right, *(w[0] for w in wrong)],
    )


def powers(rng):
    """Powers collected into one"""
    while True:
        c, d = whole(rng, 2, 5), pick(rng, [1, 2, 4])
        m, n, k = whole(rng, 1, 4), whole(rng, 1, 4), pick(rng, [2, 3])
        p, q = whole(rng, 1, 6), whole(rng, 1, 9)
        if c**k % d:
            continue
        right = [[c**k // d, m * k - p, n * k - q]]
        wrong = [
            (
                [[c // d if c % d == 0 else c, m * k - p, n * k - q]],
                "Leaves the number unpowered",
                "You apply the power to the letters and not to the number beside them. Every factor inside the bracket is repeated, the number too.",
            ),
            (
                [[c**k // d, m + k - p, n + k - q]],
                "Adds the exponents of a power of a power",
                "You add the outer exponent to the inner ones. A power of a power repeats the inner product several times, so the exponents multiply.",
            ),
            ([[c**k // d, m * k + p, n * k + q]], "Adds exponents in a division", "You add the exponents of top and bottom. Dividing takes factors away, so the bottom's exponents are subtracted."),
            (
                [[c * k // d if c * k % d == 0 else c * k, m * k - p, n * k - q]],
                "Multiplies the number by the exponent",
                "You multiply the number by the exponent. A power means repeated multiplication of the number with itself, as it does for the letters.",
            ),
            ([[c**k // d, p - m * k, q - n * k]], "Subtracts exponents the wrong way round", "You take the top's exponents away from the bottom's. That is the exponent of the turned fraction."),
        ]
        if len({tuple(w[0][0]) for w in wrong} | {tuple(right[0])}) == 6:
            break
    return matrix(
        f"Write $\\dfrac{{({c}{raised('x', m)}{raised('y', n)})^{k}}}{{{'' if d == 1 else d}{raised('x', p)}{raised('y', q)}}}$ as $c\\,x^m y^n$. Give $c$, $m$ and $n$; exponents may be negative or 0.",
        right,
        wrong,
        f"The top is ${c**k}\\,x^{{{m * k}}}y^{{{n * k}}}$; dividing subtracts exponents.",
        rtol=0,
        top=(c, m, n, k),
        low=(d, p, q),
    )


def linear(rng):
    """A letter that occurs once"""
    a, b = whole(rng, 2, 9), whole(rng, 2, 9)
    y, x, u, v = pick(rng, [("v", "t", "u", "a"), ("y", "x", "b", "w"), ("L", "T", "K", "c"), ("C", "n", "F", "k"), ("z", "s", "m", "r")])
    return expression(
        f"Make ${x}$ the subject of ${y} = {a}{u} - {b}{v}{x}$. Here ${y} < {a}{u}$.",
        f"({a}*{u} - {y})/({b}*{v})",
        [
            (f"({y} - {a}*{u})/({b}*{v})", *SIGN),
            (f"{a}*{u} - {y}/({b}*{v})", "Divides one term only", "You divide a single term by the factor of the wanted letter. Dividing a side means dividing all of it, every term."),
            (f"({a}*{u} - {y})*{b}*{v}", "Multiplies where a factor should be undone", "You multiply by the factor that already multiplies the wanted letter. To undo it, divide both sides by it."),
            (f"({a}*{u} - {y}) - {b}*{v}", "Subtracts a factor", "You take the factor away as if it were added. It multiplies the wanted letter, so division removes it."),
        ],
        f"Add ${b}{v}{x}$ and take ${y}$ away on both sides: ${b}{v}{x} = {a}{u} - {y}$; then divide the whole side by ${b}{v}$.",
        names=(y, u, v),
        positive=(y, u, v),
        also=(f"({y} - {a}{u})/(-{b}{v})",),
        subject=x,
        sides=(y, f"{a}*{u} - {b}*{v}*{x}"),
    )


def twice(rng):
    """A letter that occurs twice"""
    a, b = whole(rng, 2, 9), whole(rng, 2, 9)
    y, x, c, d = pick(rng, [("y", "x", "b", "c"), ("P", "n", "k", "m"), ("q", "t", "r", "s"), ("w", "z", "u", "v")])
    return expression(
        f"Make ${x}$ the subject of ${y} = \\dfrac{{{a}{x} + {c}}}{{{b}{x} - {d}}}$.",
        f"({c} + {d}*{y})/({b}*{y} - {a})",
        [
            (f"({c} + {d}*{y})/({b}*{y} + {a})", *SIGN),
            (
                f"({c} - {d}*{y})/({b}*{y} - {a})",
                "Loses the sign inside the bracket",
                "You multiply out and keep the sign of the bracket's first term for both. The minus in front of the second term stays, and turns when it changes sides.",
            ),
            (
                f"({c} + {d})/({b}*{y} - {a})",
                "Multiplies one term of the bottom only",
                "You multiply the first term of the bottom by the other side and leave its second term alone. The whole bottom is multiplied.",
            ),
            (
                f"({b}*{y} - {a})/({c} + {d}*{y})",
                "Turns the last fraction over",
                "You collect the wanted letter rightly and then divide the wrong way round. Divide both sides by what multiplies the letter.",
            ),
        ],
        f"Multiply by the bottom: ${b}{x}{y} - {d}{y} = {a}{x} + {c}$. Collect ${x}$: ${x}({b}{y} - {a}) = {c} + {d}{y}$.",
        names=(y, c, d),
        positive=(y, c, d),
        also=(f"-({c} + {d}{y})/({a} - {b}{y})",),
        subject=x,
        sides=(y, f"({a}*{x} + {c})/({b}*{x} - {d})"),
    )


def reciprocal(rng):
    """A letter in a sum of fractions"""
    a, b, c = whole(rng, 1, 7), whole(rng, 1, 7), whole(rng, 1, 7)
    f, x, p = pick(rng, [("F", "R", "P"), ("H", "g", "h"), ("R", "S", "T"), ("f", "u", "v")])
    return (
        expression(
            f"Make ${x}$ the subject of $\\dfrac{{{a}}}{{{f}}} = \\dfrac{{{b}}}{{{x}}} + \\dfrac{{{c}}}{{{p}}}$.",
            f"{b}*{f}*{p}/({a}*{p} - {c}*{f})",
            [
                (f"{b}*{f}*{p}/({a}*{p} + {c}*{f})", *SIGN),
                (
                    f"{b}*({f}/{a} - {p}/{c})",
                    "Turns every fraction over by itself",
                    "You take the reciprocal of each term. The reciprocal of a sum is not the sum of the reciprocals: 1/2 + 1/2 is 1, while 2 + 2 is 4.",
                ),
                (f"({a}*{p} - {c}*{f})/({b}*{f}*{p})", "Stops at the reciprocal", "You have worked out one over the wanted letter. The last step is missing: turn both whole sides over."),
                (f"{b}*{f}*{p}/({a} - {c})", "Subtracts tops of unlike fractions", "You subtract the tops although the bottoms differ. Bring both fractions to one bottom first."),
            ],
            f"$\\frac{{{b}}}{{{x}}} = \\frac{{{a}}}{{{f}}} - \\frac{{{c}}}{{{p}}} = \\frac{{{lead(a, p)} - {lead(c, f)}}}{{{f}{p}}}$; then turn both sides over.",
            names=(f, p),
            positive=(f, p),
            subject=x,
            sides=(f"{a}/{f}", f"{b}/{x} + {c}/{p}"),
        )
        if a != c
        else reciprocal(rng)
    )


def root(rng):
    """A letter under a root or a square"""
    a, b = whole(rng, 2, 9), whole(rng, 2, 9)
    if rng.random() < 0.5:
        y, x, p, q = pick(rng, [("s", "n", "k", "m"), ("T", "L", "g", "h"), ("d", "x", "r", "c"), ("w", "z", "u", "v")])
        return expression(
            f"Make ${x}$ the subject of ${y} = {a}\\sqrt{{{p}{x} + {b}{q}}}$.",
            f"({y}^2/{a * a} - {b}*{q})/{p}",
            [
                (
                    f"({y}/{a} - {b}*{q})^2/{p}",
                    "Moves a term before the root is undone",
                    "You take the added term away while it is still under the root. The root was applied last, so it must be undone first.",
                ),
                (f"({y}^2/{a} - {b}*{q})/{p}", "Leaves a coefficient unsquared", "You square the letter on the left and not the number that belongs to it. Squaring a side squares all its factors."),
                (f"({y}^2/{a * a} + {b}*{q})/{p}", *SIGN),
                (f"{y}^2/{a * a} - {b}*{q}/{p}", "Divides one term only", "You divide a single term by the factor of the wanted letter. Dividing a side means dividing all of it, every term."),
                (f"({y}^2/{a * a} - {b * b}*{q}^2)/{p}", *SUM_POWER),
            ],
            f"Divide by {a}, then square: ${y}^2/{a * a} = {p}{x} + {b}{q}$. Now take ${b}{q}$ away and divide by ${p}$.",
            names=(y, p, q),
            positive=(y, p, q),
            subject=x,
            sides=(f"{y}**2", f"{a * a}*({p}*{x} + {b}*{q})"),
        )
    y, x, p, q = pick(rng, [("Q", "v", "m", "U"), ("A", "r", "k", "B"), ("W", "s", "d", "c"), ("z", "x", "u", "w")])
    return expression(
        f"Make ${x}$ the subject of ${y} = \\dfrac{{{p}{x}^2}}{{{a}}} - {b}{q}$, for ${x} > 0$.",
        f"sqrt({a}*({y} + {b}*{q})/{p})",
        [
            (f"sqrt({a}*({y} - {b}*{q})/{p})", *SIGN),
            (f"{a}*({y} + {b}*{q})/{p}", "Leaves the square standing", "You have the square of the wanted letter. One step is missing: undo the square on both sides."),
            (f"sqrt({a}*{y}/{p}) + sqrt({a}*{b}*{q}/{p})", *SUM_POWER),
            (f"sqrt(({y} + {b}*{q})/({a}*{p}))", "Divides where a division should be undone", "You divide by the number that already divides the square. To undo a division, multiply both sides."),
            (f"sqrt({a}*{y}/{p} + {b}*{q})", "Leaves a term out of a step", "You multiply and divide one term of a side and leave the other as it is. Every term of a side takes part."),
        ],
        f"${y} + {b}{q} = {p}{x}^2/{a}$, so ${x}^2 = {a}({y} + {b}{q})/{p}$, and ${x}$ is its positive root.",
        names=(y, p, q),
        positive=(y, p, q),
        subject=x,
        sides=(y, f"{p}*{x}**2/{a} - {b}*{q}"),
    )


def exponent(rng):
    """A letter in an exponent"""
    a, b = pick(rng, [2, 3, 5, 10]), whole(rng, 2, 9)
    y, x, p, q = pick(rng, [("N", "t", "A", "T"), ("y", "x", "c", "k"), ("B", "n", "K", "d"), ("w", "s", "u", "r")])
    return expression(
        f"Make ${x}$ the subject of ${y} = {b}{p}\\cdot {a}^{{{x}/{q}}}$.",
        f"{q}*ln({y}/({b}*{p}))/ln({a})",
        [
            (
                f"{q}*ln({y})/({b}*{p}*ln({a}))",
                "Takes the logarithm before the factor is gone",
                "You divide by the factor after taking the logarithm. The factor stood outside the power: divide first, or subtract its logarithm.",
            ),
            (
                f"{q}*ln({y}/({b}*{p}))",
                "Takes the base for e",
                "You write the natural logarithm as if it undid this power. It undoes powers of e; every other base leaves its own logarithm as a factor.",
            ),
            (f"{q}*ln({y}/({b}*{p} * {a}))", "Divides inside the logarithm by the base", "You bring the base down and divide by it under the logarithm. The base's logarithm divides outside."),
            (f"ln({y}/({b}*{p}))/({q}*ln({a}))", "Divides where a division should be undone", "You divide by the letter that already divides the exponent. To undo a division, multiply both sides."),
            (f"{q}*ln({y} - {b}*{p})/ln({a})", "Subtracts a factor", "You take the factor away as if it were added. It multiplies the power, so division removes it."),
        ],
        f"${a}^{{{x}/{q}}} = {y}/({b}{p})$, so $({x}/{q})\\ln {a} = \\ln({y}/({b}{p}))$.",
        names=(y, p, q),
        positive=(y, p, q),
        also=(f"{q}*(ln({y}) - ln({b}*{p}))/ln({a})",),
        subject=x,
        base=a,
        factor=(b, p),
        below=q,
        side=y,
    )


TEMPLATES = [expand, factor, cancel, powers, linear, twice, reciprocal, root, exponent]

EXPECTED = {
    "expand": {1: "9 42 25 4", 2: "25 -155 159 -45"},
    "factor": {1: "-9 -7", 2: "-8 -5"},
    "cancel": {2050: "$\\dfrac{x + 5}{x + 3}$", 1: "$\\dfrac{x + 7}{x - 4}$", 3: "4"},
    "powers": {1: "25 2 0", 2: "25 -3 -1"},
    "linear": {1: "5F/(6k) - C/(6k)", 2: "2u/a - v/(4a)"},
    "twice": {1: "-(u + v w)/(5 - 6w)", 2: "(b/4 + c y/4)/(y - 2)"},
    "reciprocal": {342: "F P/(2P - F)", 1: "2f v/(2v - 3f)", 2: "1/(3/H - 1/(2h))"},
    "root": {1: "sqrt(5) sqrt(Q + 6U)/sqrt(m)", 2: "((T/8)^2 - 4h)/g"},
    "exponent": {1: "r (ln(w) - ln(6) - ln(u))/ln(3)", 2: "T ln(N/(4A))/ln(10)"},
}
