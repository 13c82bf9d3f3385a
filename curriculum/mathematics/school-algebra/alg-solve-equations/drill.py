"""All real solutions of linear, quadratic, exponential and logarithmic equations."""

import math

from gradus.drilling import choice, matrix, number

LOST = ("Divides by an expression that may be zero and loses a root",
        "You divide both sides by a factor that holds $x$. Where that factor is 0 the equation may be true as well, so the division throws a solution away.")
ONE_ROOT = ("Forgets the negative square root",
            "You undo the square with one root. Two numbers have the same square, so the bracket can be either; both lead to a solution.")
DOMAIN = ("Keeps a root outside the logarithm's domain",
          "You keep both roots of the quadratic. Put each into the equation as given: a logarithm of a negative number does not exist.")
SIGNS = ("Turns the signs of the roots",
         "Your numbers are the roots with the opposite sign. Put one back: it does not make the left side equal to the right one.")


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def whole(rng, low, high, *without):
    return pick(rng, [k for k in range(low, high + 1) if k not in (0, *without)])


def plus(k, x=""):
    size = "" if abs(k) == 1 and x else str(abs(k))
    return f" {'+' if k > 0 else '-'} {size}{x}" if k else ""


def lead(k, x):
    return f"{'' if k == 1 else '-' if k == -1 else k}{x}"


def row(values):
    return [sorted({round(float(v), 12) + 0.0 for v in values})]


def clear(right, wrong):
    """No two of these rows agree within a hundredth."""
    rows = [right, *(w[0] for w in wrong)]
    return all(len(a[0]) != len(b[0]) or max(abs(x - y) for x, y in zip(a[0], b[0])) > 0.01 for i, a in enumerate(rows) for b in rows[:i])


def linear(rng):
    """A linear equation with brackets"""
    while True:
        a, b, c, d = whole(rng, 2, 9), whole(rng, -9, 9), whole(rng, -7, 7), whole(rng, -9, 9)
        if a - c in (0, 1, -1, a) or a + c == 0:
            continue
        right = (d - a * b) / (a - c)
        wrong = [
            ((d - b) / (a - c), "Multiplies the first term of the bracket only",
             "You multiply the letter in the bracket and leave the number beside it. The factor belongs to every term of the bracket."),
            ((d - a * b) / (a + c), "Loses the sign when moving a term",
             "You carry the term with $x$ to the other side with the sign it had. Taking it away on both sides turns its sign."),
            ((d + a * b) / (a - c), "Loses the sign of the constant",
             "You carry the constant to the other side with the sign it had. Taking it away on both sides turns its sign."),
            (float(d - a * b - (a - c)), "Subtracts the factor of the letter",
             "You take away the number in front of $x$ instead of dividing by it. It multiplies, so division undoes it."),
        ]
        values = [right, *(w[0] for w in wrong)]
        if all(abs(p - q) > 0.01 for i, p in enumerate(values) for q in values[:i]):
            break
    return number(
        f"Solve ${a}(x{plus(b)}) = {lead(c, 'x')}{plus(d)}$.", right, wrong,
        f"${a}x{plus(a * b)} = {lead(c, 'x')}{plus(d)}$, so ${lead(a - c, 'x')} = {d - a * b}$.",
        rtol=0, atol=0.0005, a=a, b=b, c=c, d=d,
    )


def common_factor(rng):
    """An equation with a common factor"""
    while True:
        a, b, c, k = whole(rng, -6, 6), whole(rng, -7, 7), whole(rng, 2, 9), whole(rng, 2, 5)
        form = int(rng.integers(3))
        if form == 0:  # k x (x + a) = c x
            text, roots, lost = f"{k}x(x{plus(a)}) = {c}x", (0, c / k - a), (c / k - a,)
            other = (0, c / k + a)
        elif form == 1:  # (x + a)(kx + b) = c (x + a)
            text, roots, lost = f"(x{plus(a)})({k}x{plus(b)}) = {c}(x{plus(a)})", (-a, (c - b) / k), ((c - b) / k,)
            other = (-a, -b / k)
        else:  # k x^3 = c^2 k x
            text, roots, lost = f"{k}x^3 = {k * c * c}x", (-c, 0, c), (-c, c)
            other = (0, c)
        right = row(roots)
        wrong = [
            (row(lost), *LOST),
            (row(-r for r in roots) if form != 2 else row((0, c * c)), *SIGNS) if form != 2 else
            (row((-c * c, 0, c * c)), "Leaves the root out", "You have the square of the solutions. Undo the square as well: each of your numbers still has to be brought down to its root."),
            (row(other), "Solves a factor wrongly" if form != 2 else ONE_ROOT[0],
             "One factor is set to 0 rightly, the other is not. After factoring out what both sides share, the second factor holds the right-hand side too."
             if form != 2 else ONE_ROOT[1]),
            (row((0,)) if form != 1 else row((-a,)), "Keeps the common factor's root only",
             "You find where the shared factor is 0 and stop. The other factor can be 0 as well; set each of them to 0 in turn."),
        ]
        if len(right[0]) == (3 if form == 2 else 2) and clear(right, wrong):
            break
    return matrix(f"Give all solutions of ${text}$.", right, wrong,
                  "Bring everything to one side, factor out what both sides share, and set each factor to 0.",
                  rtol=0, atol=0.0005, text=text)


def quadratic(rng):
    """A quadratic equation"""
    while True:
        a, p, q = pick(rng, [1, 2, 2, 3, 4]), whole(rng, -9, 9), whole(rng, -8, 8)
        b, c = -(p + a * q), p * q  # the roots are p/a and q
        disc = (p - a * q) ** 2
        if not b or not disc or disc == 1:
            continue
        root = math.sqrt(disc)
        right = row(((-b - root) / (2 * a), (-b + root) / (2 * a)))
        wrong = [
            (row(((b - root) / (2 * a), (b + root) / (2 * a))), *SIGNS),
            (row(((-b - disc) / (2 * a), (-b + disc) / (2 * a))), "Leaves the root out",
             "You add and subtract the discriminant itself. The formula takes its square root."),
            (row(((-b + root) / (2 * a),)), "Gives one root of two",
             "You use the plus of the formula alone. The minus gives a second solution; put it back and see."),
        ]
        if a > 1:
            wrong.append((row(((-b - root) / 2, (-b + root) / 2)), "Forgets the leading coefficient below",
                          "You divide by 2. The leading coefficient belongs below the fraction too."))
        bad = b * b + 4 * a * c
        if bad > 0:
            wrong.append((row(((-b - math.sqrt(bad)) / (2 * a), (-b + math.sqrt(bad)) / (2 * a))), "Sign slip in the discriminant",
                          "You add under the root what should be subtracted. Watch the sign of the constant when you put it in."))
        if clear(right, wrong):
            break
    return matrix(f"Give all solutions of ${lead(a, 'x^2')}{plus(b, 'x')}{plus(c)} = 0$.", right, wrong,
                  f"The discriminant is ${b * b} - 4\\cdot {a}\\cdot ({c}) = {disc}$, its root ${int(root)}$.",
                  rtol=0, atol=0.0005, a=a, b=b, c=c)


def square(rng):
    """A square equal to a number"""
    while True:
        k, a, b, c = pick(rng, [1, 2, 3, 5]), pick(rng, [1, 1, 2, 3, 4]), whole(rng, -9, 9), pick(rng, [1, 2, 3, 4, 5, 6, 7, 8, 9])
        right = row(((c - b) / a, (-c - b) / a))
        wrong = [
            (row(((c - b) / a,)), *ONE_ROOT),
            (row(((c + b) / a, (-c + b) / a)), *SIGNS),
            (row(((c * c - b) / a, (-c * c - b) / a)), "Leaves the root out",
             "You remove the square on the left and keep the right side as it is. Both sides change: the root of the right side is wanted."),
            (row(((c * math.sqrt(k) - b) / a, (-c * math.sqrt(k) - b) / a)), "Takes the root before the factor is gone",
             "You take the root while a factor still stands before the square. Divide first, or take the factor's root too.") if k > 1 else
            (row(((c - b * b) / a, (-c - b * b) / a)), "Squares the number in the bracket",
             "You treat the square of the bracket as the square of each part. The bracket as a whole equals a root of the right side."),
        ]
        if clear(right, wrong):
            break
    return matrix(f"Give all solutions of ${'' if k == 1 else k}({lead(a, 'x')}{plus(b)})^2 = {k * c * c}$.", right, wrong,
                  f"The bracket is ${c}$ or $-{c}$; each of the two gives one solution.",
                  rtol=0, atol=0.0005, k=k, a=a, b=b, c=c)


def exponential(rng):
    """An exponential equation"""
    while True:
        b, k, m, a, c = pick(rng, [2, 3, 5, 7]), whole(rng, 2, 4), whole(rng, -3, 3), whole(rng, 2, 6), whole(rng, 2, 40)
        if pick(rng, [0, 1]):
            m = 0
        value = math.log(c) / math.log(b)
        right = (value - m) / k
        wrong = [
            (value - m / k if m else value * k, "Undoes the factor in the exponent wrongly",
             "You do not divide the whole exponent by the factor of $x$. Set the exponent equal to the logarithm and solve that equation step by step."),
            ((math.log(a * c) / (a * math.log(b)) - m) / k, "Takes the logarithm before the factor is gone",
             "You divide by the factor after taking the logarithm. It stands outside the power: divide first, then take logarithms."),
            ((math.log(c) - m) / k, "Takes the base for e",
             "You use the natural logarithm as if it undid this power. It undoes powers of e; divide by the base's logarithm too."),
            ((c / b - m) / k, "Divides by the base",
             "You divide the right side by the base. The base is not a factor: the unknown stands above it, so a logarithm is needed."),
            ((value + m) / k, "Moves a number in the exponent with its sign",
             "You carry the number beside the unknown to the other side with the sign it had. Taking it away on both sides turns its sign.") if m else
            (math.log(c) / math.log(b * k), "Multiplies base and exponent factor",
             "You draw the factor of the unknown into the base by multiplying. It repeats the base as a factor, so it would be a power of the base."),
        ]
        values = [right, *(w[0] for w in wrong)]
        if all(abs(p - q) > 0.01 for i, p in enumerate(values) for q in values[:i]):
            break
    return number(f"Solve ${a}\\cdot {b}^{{{k}x{plus(m)}}} = {a * c}$.", right, wrong,
                  f"${b}^{{{k}x{plus(m)}}} = {c}$, so ${k}x{plus(m)} = \\ln {c}/\\ln {b} \\approx {value:.4f}$.",
                  rtol=0, atol=0.0005, a=a, b=b, k=k, m=m, c=a * c)


def logarithmic(rng):
    """A logarithmic equation"""
    while True:
        base = pick(rng, [2, 2, 3, 6, 10])  # (x - u)(x - v) = base^n with the roots r > s
        n, u, v = whole(rng, 1, 4), int(rng.integers(-6, 7)), int(rng.integers(-6, 7))
        total = base**n
        disc = (u - v) ** 2 + 4 * total
        if u == v or total > 300 or math.isqrt(disc) ** 2 != disc:
            continue
        r, s = (u + v + math.isqrt(disc)) / 2, (u + v - math.isqrt(disc)) / 2
        t = max(u, v)
        wrong = [
            (row((r, s)), *DOMAIN),
            (row(((total + u + v) / 2,)), "Takes the logarithm of a product for a product of logarithms",
             "You drop the logarithms and add what stood inside. A sum of logarithms is the logarithm of a product, so the insides multiply."),
            (row(((u + v + math.sqrt((u - v) ** 2 + 4 * n * base)) / 2,)), "Multiplies base and exponent",
             "You undo the logarithm by multiplying base and right side. The logarithm is the exponent, so the right side goes above the base."),
            (row((s,)), "Keeps the wrong one of two roots",
             "Your number makes the insides of the logarithms negative. The other root of the quadratic is the one that survives."),
            (row((-r,)), "Turns the sign of the root", "Your number has the right size and the opposite sign. Put it into both logarithms and see whether they exist."),
        ]
        right = row((r,))
        if r > t and s < t and clear(right, wrong):
            break
    shift = [f"x{plus(-w)}" for w in (u, v)]
    return matrix(f"Give all solutions of $\\log_{{{base}}}({shift[0]}) + \\log_{{{base}}}({shift[1]}) = {n}$.", right, wrong,
                  f"$({shift[0]})({shift[1]}) = {base}^{n} = {total}$ has the roots ${s:g}$ and ${r:g}$; only ${r:g}$ makes both insides positive.",
                  rtol=0, atol=0.0005, base=base, u=u, v=v, n=n)


def disguised(rng):
    """A quadratic in a power"""
    while True:
        b, p, q = pick(rng, [2, 3, 4, 5]), whole(rng, -9, 9), whole(rng, 2, 30)
        if p == q or p == 1:
            continue
        power = math.log(q) / math.log(b)
        roots = [power] if p < 0 else [power, math.log(p) / math.log(b)]
        right = row(roots)
        wrong = [
            (row((p, q)), "Stops at the power",
             "You solve for the power and give that. The unknown is the exponent, so a logarithm of each positive value is still to be taken."),
            (row([-r for r in roots]), *SIGNS),
            (row([math.log(u) for u in (p, q) if u > 0]), "Takes the base for e",
             "You use the natural logarithm as if it undid this power. It undoes powers of e; divide by the base's logarithm too."),
            (row((power, -math.log(-p) / math.log(b))), "Takes the logarithm of a negative number",
             "You make a second solution out of the negative value of the power. A power of a positive base is never negative, so that value gives nothing.") if p < 0 else
            (row((max(roots),)), "Gives one root of two",
             "You follow one value of the power. Both are positive, so each gives a solution of its own."),
            (row((power, math.log(-p) / math.log(b))), "Ignores the sign of a negative power",
             "You drop the minus of the negative value and take its logarithm. A power of a positive base is never negative, so that value gives nothing.") if p < 0 else
            (row((math.log(p + q) / math.log(b),)), "Takes the logarithm of the sum",
             "You take the logarithm of the sum of the two values. Each value of the power is an equation of its own."),
        ]
        if clear(right, wrong):
            break
    middle = plus(-p - q, f"{b}^x").replace(str(abs(p + q)), f"{abs(p + q)}\\cdot ", 1) if abs(p + q) > 1 else plus(-p - q, f"{b}^x")
    return matrix(f"Give all solutions of ${b}^{{2x}}{middle}{plus(p * q)} = 0$.", right, wrong,
                  f"With $u = {b}^x$: $(u - {q})(u{plus(-p)}) = 0$, so $u$ is ${q}$ or ${p}$; only positive values have a logarithm.",
                  rtol=0, atol=0.0005, base=b, middle=-p - q, last=p * q)


def which_set(rng):
    """The set of all real solutions"""
    c, a = whole(rng, 2, 9), whole(rng, 1, 9)
    none, both, one, minus = "there is none", f"$-{c}$ and ${c}$", f"${c}$ only", f"$-{c}$ only"
    words = {
        both: ("Counts a number that does not fit",
               "You count a number and its opposite as solutions. Put both into the equation as it is given; at least one of them does not satisfy it."),
        one: ("Forgets or drops a solution", "You end with the positive number alone. Put it in, and then its opposite too: does each of them satisfy the equation as given?"),
        minus: ("Keeps the wrong number", "You end with the negative number alone. Put it into the equation as given and look at both sides, with their signs."),
        none: ("Gives up too early", "You say that nothing works. Try whole numbers from -9 to 9 in the equation as given; look at both signs."),
    }
    text, right, sides = pick(rng, [
        (f"x^2 = {c * c}", both, ("x**2", c * c)), (f"x^2 = -{c * c}", none, ("x**2", -c * c)),
        (f"\\sqrt{{x^2}} = {c}", both, ("sqrt(x**2)", c)), (f"\\sqrt{{x}} = -{c}", none, ("sqrt(x)", -c)),
        (f"\\sqrt{{x + {c * c - c}}} = x", one, (f"sqrt(x + {c * c - c})", "x")), (f"\\ln(x^2) = 2\\ln({c})", both, ("log(x**2)", f"2*log({c})")),
        (f"2\\ln(x) = \\ln({c * c})", one, ("2*log(x)", f"log({c * c})")), (f"\\sqrt{{{c * c + c} - x}} = x", one, (f"sqrt({c * c + c} - x)", "x")),
        (f"\\sqrt{{{c * c - c} - x}} = -x", minus, (f"sqrt({c * c - c} - x)", "-x")), (f"|x| = -{c}", none, ("Abs(x)", -c)),
        (f"x + {a} = {a} - {c}", minus, ("x", -c)), (f"e^{{x}} + {a + c} = {a}", none, ("exp(x)", -c)), (f"x^3 = -{c**3}", minus, ("x**3", -(c**3))),
        (f"|x| + {a} = {a + c}", both, ("Abs(x)", c)), (f"2\\ln(-x) = \\ln({c * c})", minus, ("2*log(-x)", f"log({c * c})")),
    ])
    options = [o for o in (both, one, minus, none) if o != right]
    return choice(rng, f"What are all real solutions of ${text}$?", right, [(o, *words[o]) for o in options],
                  "Put both candidates into the equation as it was given: a root is never negative, a logarithm needs a positive inside, and a square forgets the sign.",
                  sides=sides, c=c, options=(both, one, minus, none))


TEMPLATES = [linear, common_factor, quadratic, square, exponential, logarithmic, disguised, which_set]

EXPECTED = {
    "linear": {1: "-23/3", 2: "18/7"},
    "common_factor": {1: "0 13/5", 2: "-5 2"},
    "quadratic": {1: "1/2 5", 2: "-7 -5/4"},
    "square": {1: "-7 2", 2: "5 11"},
    "exponential": {1: "(2 + ln(35)/ln(7))/4", 2: "ln(18)/(2*ln(7))", 1772: "0.8856"},  # 1772 and logarithmic 0 are the lesson's examples
    "logarithmic": {0: "4", 1: "5", 2: "-1"},
    "disguised": {1: "ln(6)/ln(5)", 2: "ln(25)/ln(3)"},
    "which_set": {1: "there is none", 2: "1"},
}
