"""Derivatives by the product, quotient and chain rules, of exponentials and logarithms, and a slope at a point."""

from gradus.drilling import expression, number

def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def signed(b):
    """` + 3` or ` - 3`."""
    return f" + {b}" if b > 0 else f" - {-b}"


def power(n, name="x"):
    return name if n == 1 else f"{name}^{n}"


def product(rng):
    """The derivative of a product"""
    a, n, b = int(rng.integers(2, 7)), int(rng.integers(2, 5)), pick(rng, [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5])
    g, dg, tex, dtex, positive = pick(rng, [
        ("sin(x)", "cos(x)", "\\sin x", "\\cos x", ()),
        ("cos(x)", "(-sin(x))", "\\cos x", "-\\sin x", ()),
        ("e^x", "e^x", "e^x", "e^x", ()),
        ("ln(x)", "(1/x)", "\\ln x", "\\tfrac1x", ("x",)),
    ])
    f, df = f"({a}*x^{n}{signed(b)})", f"{a * n}*{power(n - 1)}"
    f_tex, df_tex = f"{a}x^{{{n}}}{signed(b)}", f"{a * n}{power(n - 1)}"
    where = " for $x > 0$" if positive else ""
    return expression(
        f"Differentiate $f(x) = ({f_tex})\\,{tex}${where}.",
        f"{df}*{g} + {f}*{dg}",
        [
            (f"{df}*{dg}", "Multiplies the derivatives of a product",
             "You differentiate each factor and multiply the results. Try it on $x\\cdot x$: that belief gives 1, but the slope of $x^2$ "
             "is not constant. Each factor's change counts while the other factor keeps its present size."),
            (f"{f}*{dg}", "Lets only one factor of a product change",
             "You differentiate the second factor and treat the first as if it were a constant. The first factor depends on x too; its "
             "own change, scaled by the second factor, is missing."),
            (f"{df}*{g} - {f}*{dg}", "Uses the quotient's minus in a product",
             "You subtract the two terms. The minus belongs to a quotient, where a growing denominator shrinks the whole. In a product, "
             "a growth of either factor pushes the same way."),
        ],
        f"With $u = {f_tex}$ and $v = {tex}$: $u' = {df_tex}$, $v' = {dtex}$, and $(uv)' = u'v + uv'$.",
        names=("x",), positive=positive, f=f"{f}*{g}",
    )


def quotient(rng):
    """The derivative of a quotient"""
    a, b, c, n = int(rng.integers(2, 8)), pick(rng, [-4, -3, -2, -1, 1, 2, 3, 4]), int(rng.integers(2, 8)), int(rng.integers(2, 5))
    u, du, v, dv, u_tex, v_tex = pick(rng, [
        (f"({a}*x{signed(b)})", f"{a}", f"(x^2 + {c})", "2*x", f"{a}x{signed(b)}", f"x^2 + {c}"),
        (f"{power(n)}", f"{n}*{power(n - 1)}", f"({a}*x + {c})", f"{a}", f"{power(n)}", f"{a}x + {c}"),
        ("sin(x)", "cos(x)", f"({a}*x^2 + {c})", f"{2 * a}*x", "\\sin x", f"{a}x^2 + {c}"),
        ("e^x", "e^x", f"(x^2 + {c})", "2*x", "e^x", f"x^2 + {c}"),
    ])
    return expression(
        f"Differentiate $f(x) = \\dfrac{{{u_tex}}}{{{v_tex}}}$.",
        f"(({du})*{v} - {u}*({dv}))/{v}^2",
        [
            (f"({du})/({dv})", "Divides the derivatives of a quotient",
             "You differentiate top and bottom and divide the results. Try it on $x^2/x$: that belief gives $2x$, but the quotient is just x. "
             "The bottom's growth lowers the quotient; it does not divide the top's slope."),
            (f"({u}*({dv}) - ({du})*{v})/{v}^2", "Swaps the two terms of the quotient rule",
             "You start with the bottom's derivative, so the sign of everything is turned round. Check with a constant bottom: "
             "the quotient must grow where the top grows."),
            (f"(({du})*{v} - {u}*({dv}))/{v}", "Divides by the bottom once",
             "Your numerator is that of the quotient rule, but it stands over the bottom itself. Check the size with $1/x$: its slope "
             "falls off faster than $1/x$ does."),
            (f"(({du})*{v} + {u}*({dv}))/{v}^2", "Adds the terms in a quotient",
             "You add the two terms as in a product. A bottom that grows makes the quotient smaller, so its term must work against the top's."),
        ],
        f"With $u = {u_tex}$ and $v = {v_tex}$: $f' = \\dfrac{{u'v - uv'}}{{v^2}}$, where $u'$ = `{du}` and $v'$ = `{dv}`.",
        names=("x",), f=f"{u}/{v}",
    )


def chain(rng):
    """The derivative of a function of a function"""
    a, b, m, k = int(rng.integers(2, 7)), int(rng.integers(1, 8)), int(rng.integers(3, 7)), int(rng.integers(2, 4))
    inner, d_inner, tex = f"({a}*x^{k} + {b})", f"({a * k}*{power(k - 1)})", f"{a}x^{k} + {b}"
    value, outer, shown, rule = pick(rng, [
        ("sin({})", "cos({})", "\\sin({})", "\\cos"),
        ("cos({})", "(-sin({}))", "\\cos({})", "-\\sin"),
        ("e^({})", "e^({})", "e^{{{}}}", "\\exp"),
        ("({})^%d" % m, "%d*({})^%d" % (m, m - 1), "\\left({}\\right)^{{%d}}" % m, "%d(\\cdot)^{%d}" % (m, m - 1)),
    ])
    return expression(
        f"Differentiate $f(x) = {shown.format(tex)}$.",
        f"{outer.format(inner)}*{d_inner}",
        [
            (outer.format(inner), "Forgets the inner derivative",
             "You differentiate the outer function and leave it there. That is the slope with respect to the inside, not to x: "
             "where the inside runs many times as fast as x, so does the whole."),
            (outer.format(d_inner), "Differentiates inside and outside in place",
             "You put the inside's derivative where the inside stood. The outer slope must be read at the point where the outer function is, "
             "and that is the inside itself."),
            (f"{outer.format(inner)}*{inner}", "Multiplies by the inside",
             "You multiply the outer slope by the inside instead of by how fast the inside changes. The two differ: "
             "a constant inside would then still give a slope."),
            (f"{outer.format(inner)} + {d_inner}", "Adds the inner derivative",
             "You add the inner slope to the outer one. Speeds in a chain of gears multiply: if the inside moves 3 times as fast as x "
             "and the outside 2 times as fast as the inside, the whole moves 6 times as fast."),
        ],
        f"Outer slope at the inside, ${rule}$ of $({tex})$, times the slope of the inside, `{d_inner[1:-1]}`.",
        names=("x",), f=value.format(inner),
    )


def exponent(rng):
    """The derivative of a number to a variable power"""
    c, a, k = int(rng.integers(2, 8)), pick(rng, [2, 3, 5, 6, 7, 10]), int(rng.integers(2, 6))
    return expression(
        f"Differentiate $f(x) = {c}\\cdot {a}^{{{k}x}}$.",
        f"{c * k}*ln({a})*{a}^({k}*x)",
        [
            (f"{c * k}*x*{a}^({k}*x - 1)", "Treats a variable exponent by the power rule",
             "You bring the exponent down and lower it by one. That rule is for $x^n$, with x below and a fixed number above. Here x "
             "is above: growth is proportional to the present value."),
            (f"{c * k}*{a}^({k}*x)", "Leaves the base's logarithm out",
             "You treat the base as if it were e. Only $e^x$ is its own slope; any other base is $e$ to some multiple of x, "
             "and that multiple comes out as a factor."),
            (f"{c}*ln({a})*{a}^({k}*x)", "Forgets the inner derivative",
             "You have the slope with respect to the exponent. The exponent itself runs faster than x, by its own factor; that factor is missing."),
            (f"{c * k}*{a}^({k}*x)/ln({a})", "Divides by the base's logarithm",
             "You divide by the logarithm of the base. That is what integrating does. Check with a large base: it should grow faster, "
             "and your slope gets smaller."),
        ],
        f"$ {a}^{{{k}x}} = e^{{{k}x\\ln {a}}}$, so the chain rule gives the factor ${k}\\ln {a}$.",
        names=("x",), also=(f"{c}*{a}^({k}*x)*log({a}^{k})", f"{c * k}*log({a})*exp({k}*x*log({a}))"), f=f"{c}*{a}**({k}*x)",
    )


def logarithm(rng):
    """The derivative of a logarithm"""
    a, b, c, n = int(rng.integers(2, 8)), int(rng.integers(1, 9)), int(rng.integers(1, 9)), int(rng.integers(2, 5))
    if rng.random() < 0.5:
        inside, d, tex = f"({a}*x^{n} + {b})", f"({a * n}*{power(n - 1)})", f"{a}x^{n} + {b}"
        return expression(
            f"Differentiate $f(x) = \\ln({tex})$ for $x > 0$.",
            f"{d}/{inside}",
            [
                (f"1/{inside}", "Forgets the inner derivative",
                 "You write one over the inside and stop. That is how the logarithm changes when its inside changes by one unit, "
                 "but the inside changes at a speed of its own."),
                (f"1/{d}", "Puts the inner derivative in the denominator",
                 "You differentiate the inside in place. The logarithm's slope is read where the logarithm stands: at the inside, not at its slope."),
                (f"ln({d[1:-1]})", "Takes the logarithm of the inner derivative",
                 "You keep the logarithm and differentiate only what it is applied to. A logarithm is a function with a slope of its own, "
                 "so it cannot remain as it is."),
            ],
            f"The slope of $\\ln u$ is $1/u$; times $u' = $ `{d[1:-1]}`.",
            names=("x",), positive=("x",), f=f"log{inside}",
        )
    b = b if b != a * c else b + 1
    top, low = f"({a}*x + {b})", f"(x + {c})"
    return expression(
        f"Differentiate $f(x) = \\ln\\dfrac{{{a}x + {b}}}{{x + {c}}}$ for $x > 0$.",
        f"{a}/{top} - 1/{low}",
        [
            (f"{low}/{top}", "Forgets the inner derivative",
             "You write one over the inside and stop. That is how the logarithm changes when its inside changes by one unit, "
             "but the inside changes at a speed of its own."),
            (f"({a}/{top})/(1/{low})", "Divides the slopes of two logarithms",
             "You differentiate the logarithms of top and bottom and divide them. The logarithm of a quotient is a difference of logarithms, "
             "not a quotient of them."),
            (f"{a}/{top} + 1/{low}", "Adds where the logarithm subtracts",
             "You split the logarithm into two, but with a plus between them. That would be the logarithm of the product of top and bottom."),
            (f"1/{top} - 1/{low}", "Takes every logarithm's slope as one over its inside",
             "You split the logarithm rightly and then write one over each part. A part that moves faster than x needs its speed as a factor."),
        ],
        f"$\\ln\\frac uv = \\ln u - \\ln v$, and the slope of $\\ln u$ is $u'/u$.",
        names=("x",), positive=("x",), f=f"log({top}/{low})",
    )


def two_rules(rng):
    """The derivative of a product with a function of a function in it"""
    n, k = int(rng.integers(2, 6)), int(rng.integers(2, 8))
    if rng.random() < 0.5:
        g, dg, tex = f"e^({k}*x)", f"e^({k}*x)", f"e^{{{k}x}}"
    else:
        g, dg, tex = f"sin({k}*x)", f"cos({k}*x)", f"\\sin({k}x)"
    first = f"{n}*{power(n - 1)}"
    return expression(
        f"Differentiate $f(x) = x^{n}\\,{tex}$.",
        f"{first}*{g} + {k}*x^{n}*{dg}",
        [
            (f"{first}*{g} + x^{n}*{dg}", "Forgets the inner derivative",
             "Your product rule is whole, but the second factor is a function of a multiple of x. Its inside runs faster than x, "
             "and that speed is missing from the second term."),
            (f"{first}*{k}*{dg}", "Multiplies the derivatives of a product",
             "You differentiate both factors and multiply the results. Each factor's change must be weighed with the other factor as it "
             "stands, which gives two terms."),
            (f"{k}*x^{n}*{dg}", "Lets only one factor of a product change",
             "You differentiate the second factor alone, as if the power of x in front were a constant. It changes with x too."),
            (f"{k}*{first}*{g} + {k}*x^{n}*{dg}", "Multiplies every term by the inner derivative",
             "You have both terms and put the inner speed in front of the whole. It belongs only to the term in which the function with "
             "that inside has been differentiated."),
        ],
        f"$u = x^{n}$, $v = {tex}$; the chain rule gives $v'$ a factor ${k}$; then $(uv)' = u'v + uv'$.",
        names=("x",), f=f"x**{n}*{g}",
    )


def slope(rng):
    """The slope at a point"""
    while True:
        a, b, c, p = (pick(rng, [-4, -3, -2, -1, 1, 2, 3, 4, 5]) for _ in range(4))
        if rng.random() < 0.5:
            f, tex = f"(x**2 + ({a}))*(({b})*x + ({c}))", f"(x^2{signed(a)})({b}x{signed(c)})".replace("(1x", "(x").replace("(-1x", "(-x")
            value, right = (p * p + a) * (b * p + c), 2 * p * (b * p + c) + b * (p * p + a)
            wrong = [(2 * p * b, "Multiplies the derivatives of a product",
                      "You differentiate both brackets and multiply the results. Each bracket's change must be weighed with the other bracket as it "
                      "stands, which gives two terms.")]
        else:
            b = abs(b) + 1
            f, tex = f"({b}*x + ({c}))**3", f"({b}x{signed(c)})^3"
            value, right = (b * p + c) ** 3, 3 * b * (b * p + c) ** 2
            wrong = [(3 * (b * p + c) ** 2, "Forgets the inner derivative",
                      "You bring the power down and stop. The bracket itself moves faster than x; the whole moves faster by the same factor.")]
        wrong += [
            (value, "Gives the height for the slope",
             "You put the point into the function itself. That is how high the curve is there; how steep it is, only the derivative says."),
            (value / p, "Divides height by distance",
             "You divide the value by x. That is the steepness of the line from the origin to the point, not that of the curve's tangent."),
            (-right, "Turns the sign of the slope",
             "The size is right, the direction is not. Compare the function a little to the left and a little to the right of the point: "
             "does it rise or fall?"),
        ]
        if len({right, *(w[0] for w in wrong)}) == len(wrong) + 1 and right:
            break
    return number(
        f"What is the slope of $f(x) = {tex}$ at $x = {p}$? It is a whole number.",
        right, wrong,
        f"Differentiate first, then put in $x = {p}$: the slope is ${right}$; the height there would be ${value}$.",
        rtol=0, atol=1e-6, f=f, p=p,
    )


TEMPLATES = [product, quotient, chain, exponent, logarithm, two_rules, slope]

EXPECTED = {
    "product": {1: "12x^2 ln(x) + 4x^2 + 3/x", 2: "12x cos(x) - (6x^2 - 4) sin(x)"},
    "quotient": {1: "(24 - 2x - 4x^2)/(x^2 + 6)^2", 2: "(7x^2 + 4x)/(7x + 2)^2"},
    "chain": {1: "12x^2 cos(4x^3 + 4)"},
    "exponent": {1: "20 ln(6) * 7776^x"},
    "logarithm": {1: "16x^3/(4x^4 + 5)", 2: "4/((7x + 3)(x + 1))"},
    "two_rules": {1: "x^2 (3sin(5x) + 5x cos(5x))", 4: "x^3 (4sin(7x) + 7x cos(7x))"},
    "slope": {1: "106", 2: "900", 4: "-64"},  # 4 is the lesson's worked example
}
