"""Convex functions and sets: by the second derivative, by the chord, by the rules that keep convexity, and by a pair that breaks it."""

from fractions import Fraction

from gradus.drilling import choice, number

SMALL = ("Judges by the graph on a small interval", "You looked at a piece on which the curve bends upwards. Convexity is asked for everywhere: go further out, or to the other side, and it bends down.")
RISING = ("Confuses convex with increasing", "You chose a function because it rises. Convex is about bending, not about direction: the slope must not fall, whether it is positive or negative.")
PRODUCT = ("Believes products of convex functions are convex", "Each factor is convex, and you conclude that the product is. Where one factor falls and the other rises, or one is negative, the product can bend down.")


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def several(rng, values, k):
    return [values[int(i)] for i in rng.permutation(len(values))[:k]]


def signed(b, tail=""):
    """` + 3x` or ` - 3x`, nothing for 0."""
    return "" if b == 0 else f" {'+' if b > 0 else '-'} {'' if abs(b) == 1 and tail else abs(b)}{tail}"


def asked(rng, ask, right, wrong, why, **given):
    """A choice among [shown, plain] pairs; every wrong one with its name and words."""
    return choice(rng, ask, right[0], [(w[0][0], *w[1]) for w in wrong], why, candidates=[list(right), *(list(w[0]) for w in wrong)], **given)


def bends_up_from(rng):
    """Where a function begins to be convex"""
    while True:
        a, p, q = int(rng.integers(1, 4)), int(rng.integers(-5, 5)), int(rng.integers(-5, 7))
        if q > p and (p + q) % 2 == 0 and p + q and p * q:
            break
    s, m = 3 * a * (p + q) // 2, (p + q) // 2
    f = f"{'' if a == 1 else a}x^3{signed(-s, 'x^2')}{signed(3 * a * p * q, 'x')}"
    beliefs = [
        (q, "Confuses convex with increasing", "From your number on the function rises for good. Convex asks for less: the slope has to grow, even while it is still negative."),
        (p, "Takes a point without slope for the change of bending", "At your number the first derivative is 0. The bending changes where the slope stops falling, and that is asked of the second derivative."),
        (-m, "Loses a sign", "Put your number into the second derivative: it does not give 0. A sign was lost when you solved for x."),
        (m / 2, "Loses a factor in the second derivative", "You are off by a factor of two. Differentiate the square term twice and count the factors that come down."),
        (2 * m, "Stops at the factor of the first derivative", "You are off by a factor of two. The cube brings down a 3, and then a 2 as well."),
        (s, "Reads a coefficient", "You read a coefficient of the function. Differentiate twice and set that to 0."),
    ]
    wrong = [w for i, w in enumerate(beliefs) if w[0] != m and w[0] not in [v[0] for v in beliefs[:i]]]
    return number(
        f"$f(x) = {f}$ is convex on $[c, \\infty)$. Give the smallest such $c$.", m, wrong,
        f"$f''(x) = {6 * a}x{signed(-6 * a * m)}$ is negative below ${m}$ and positive above.", rtol=0, atol=0.001, f=f"{a}*x**3 - {s}*x**2 + {3 * a * p * q}*x",
    )  # fmt: skip


def coupling(rng):
    """How strong a mixed term may be"""
    while True:
        a, c = (int(v) for v in rng.choice([1, 2, 3, 4, 5, 8, 9, 12, 16, 18, 25, 27, 32], 2))
        root = round((a * c) ** 0.5)
        if root * root == a * c and a != c and root > 1 and len({2 * root, root, a * c, 4 * a * c, a + c}) == 5:
            break
    return number(
        f"$f(x, y) = {'' if a == 1 else a}x^2 + kxy + {'' if c == 1 else c}y^2$. What is the largest $k$ for which $f$ is convex?", 2 * root,
        [
            (root, "Puts the mixed coefficient into the Hessian twice", "You compare the square of the coefficients as they stand. In the Hessian the squares carry a factor 2 that the mixed term does not."),
            (a * c, "Leaves out the root", "You compare the mixed coefficient with the product of the other two. In the determinant it is squared."),
            (4 * a * c, "Leaves out the root of the determinant's condition", "You found the condition on the square of the mixed coefficient. Asked for is the coefficient."),
            (a + c, "Compares with the sum of the diagonal", "You let the mixed coefficient be as large as the other two together. Along some direction between the axes the function then bends down: the determinant decides, not the trace."),
        ],
        f"The Hessian has the rows $({2 * a}, k)$ and $(k, {2 * c})$. Its determinant ${4 * a * c} - k^2$ must not be negative, so $|k| \\le {2 * root}$.", rtol=0, atol=0.001, a=a, c=c,
    )  # fmt: skip


def functions(rng):
    """Which function is convex"""
    a, b, k = int(rng.integers(1, 6)), int(rng.integers(2, 7)), int(rng.integers(2, 5))
    right = pick(rng, [
        (f"$e^{{-{k}x}}{signed(a, 'x')}$", f"exp(-{k}*x) + {a}*x"), (f"$|x - {a}| - {b}x$", f"Abs(x - {a}) - {b}*x"), (f"$x^4{signed(a, 'x^2')}{signed(-b, 'x')}$", f"x**4 + {a}*x**2 - {b}*x"),
        (f"$\\max(-x,\\ {k}x - {b})$", f"Max(-x, {k}*x - {b})"), (f"$\\ln(1 + e^{{-{k}x}})$", f"log(1 + exp(-{k}*x))"), (f"${a + 1}x^2{signed(-b, 'x')} - {k}$", f"{a + 1}*x**2 - {b}*x - {k}"),
    ])  # fmt: skip
    rising = pick(rng, [(f"$\\arctan({k}x)$", f"atan({k}*x)"), (f"$x^3{signed(a, 'x')}$", f"x**3 + {a}*x"), (f"${a + 1}x + \\sin x$", f"{a + 1}*x + sin(x)")])
    near = pick(rng, [(f"$1 - \\cos({k}x)$", f"1 - cos({k}*x)"), (f"$x^4 - {b}x^2$", f"x**4 - {b}*x**2"), (f"$-e^{{-x^2/{b}}}$", f"-exp(-x**2/{b})"), (f"$\\ln(x^2 + {a})$", f"log(x**2 + {a})")])
    product = pick(rng, [(f"$x\\,e^{{{k}x}}$", f"x*exp({k}*x)"), (f"$x^2 (x - {b})^2$", f"x**2*(x - {b})**2"), (f"$(x^2 - {b})\\,x^2$", f"(x**2 - {b})*x**2"), (f"$x^2\\,e^{{-{k}x}}$", f"x**2*exp(-{k}*x)"), (f"$|x|\\,(x - {b})$", f"Abs(x)*(x - {b})")])
    smaller = pick(rng, [(f"$\\min(x^2,\\ {b}x)$", f"Min(x**2, {b}*x)"), (f"$\\min(|x|,\\ |x - {b}|)$", f"Min(Abs(x), Abs(x - {b}))")])
    if near[1] == f"x**4 - {b}*x**2" and product[1] == f"(x**2 - {b})*x**2":
        product = (f"$x\\,e^{{{k}x}}$", f"x*exp({k}*x)")
    return asked(rng, "Which of these functions is convex on the whole line?", right,
                 [(rising, RISING), (near, SMALL), (product, PRODUCT), (smaller, ("Takes the smaller of two convex functions", "You take the minimum of two convex functions for convex. Where they cross, the graph has a kink that points up: a chord over it runs below."))],
                 "Its slope never falls; each of the others bends down somewhere.")  # fmt: skip


def rules(rng):
    """What keeps convexity"""
    a, b = int(rng.integers(2, 7)), int(rng.integers(2, 7))
    right = pick(rng, [
        (f"${a}f(x) + {b}g(x)$", f"{a}*f(x) + {b}*g(x)"), (f"$\\max(f(x),\\ g(x) + {a})$", f"max(f(x), g(x) + {a})"), (f"$f({a}x - {b})$", f"f({a}*x - {b})"),
        (f"$e^{{f(x)}} + {a}$", f"exp(f(x)) + {a}"), (f"$f(-{a}x) + g(x)$", f"f(-{a}*x) + g(x)"), (f"$\\max(f(x), 0)^2 + {b}$", f"max(f(x), 0)**2 + {b}"),
    ])  # fmt: skip
    wrong = several(rng, [
        ((f"$f(x)\\,g({a}x)$", f"f(x)*g({a}*x)"), PRODUCT),
        ((f"${a}f(x) - {b}g(x)$", f"{a}*f(x) - {b}*g(x)"), ("Subtracts a convex function", "You keep a convex function convex while another one is taken away. Minus a convex function bends down, and nothing says that the first one bends up more.")),
        ((f"$\\min(f(x),\\ g(x) + {a})$", f"min(f(x), g(x) + {a})"), ("Takes the smaller of two convex functions", "You take the minimum for convex. Two parabolas side by side have a minimum with a ridge between the valleys.")),
        ((f"$f(g(x)) + {b}$", f"f(g(x)) + {b}"), ("Believes that any composition is convex", "You nest two convex functions. If the outer one falls where the inner one bends, the bending is turned over: take minus the argument outside and a parabola inside.")),
        ((f"$f(x)^2 + {a}$", f"f(x)**2 + {a}"), ("Squares what may be negative", "You square a convex function. Where it is negative, the square turns it over: a parabola that dips below 0 gets a hump there.")),
        ((f"$|f(x)| + {b}$", f"abs(f(x)) + {b}"), ("Folds up what is negative", "You take the size of a convex function. Where it is negative it is folded up, and its valley becomes a hill.")),
    ], 4)  # fmt: skip
    return asked(rng, "$f$ and $g$ are any convex functions of the whole line, not only positive or rising ones. Which of these is convex for sure?", right, wrong,
                 "Positive weights, maxima, an inside that is straight, and a rising convex outside keep chords above the graph. For each of the others two parabolas, or a parabola and a line, make a counter-example.")  # fmt: skip


def gap(rng):
    """How far the graph rises above a chord"""
    while True:
        k, a, b, (n, d) = int(rng.integers(1, 7)), int(rng.integers(-3, 2)), int(rng.integers(1, 5)), pick(rng, [(1, 3), (2, 3), (1, 4), (3, 4)])
        t = Fraction(n, d)

        def f(x, k=k):
            return x**3 - k * x

        z, other = t * a + (1 - t) * b, (1 - t) * a + t * b
        chord, right = t * f(a) + (1 - t) * f(b), f(z) - t * f(a) - (1 - t) * f(b)
        wrong = [
            (float(-right), "Subtracts in the wrong order", "You take the graph from the chord. Asked for is the graph minus the chord; a positive number then means a violation."),
            (float(f(other) - (1 - t) * f(a) - t * f(b)), "Gives the weight to the other point", "You put the weight on the second point. In the question it belongs to the first, both inside the function and on the chord."),
            (float(f(Fraction(a + b, 2)) - Fraction(f(a) + f(b)) / 2), "Takes the middle", "You compare in the middle of the two points. The weight says where between them the comparison is made."),
            (float(f(z) - Fraction(f(a) + f(b)) / 2), "Takes the plain mean for the chord", "You found the right point of the graph and compare it with the mean of the two ends. The chord's height changes along the way with the same weights as the point."),
            (float(f(z)), "Gives the graph alone", "You give the height of the graph. The chord's height at the same place has to be taken away."),
        ]
        v = [float(right), *(w[0] for w in wrong)]
        if b > a + 1 and all(abs(x - y) > 0.01 for i, x in enumerate(v) for y in v[:i]):
            break
    return number(f"$f(x) = x^3 - {'' if k == 1 else k}x$, $p = {a}$, $q = {b}$ and $t = {n}/{d}$. By how much does the graph lie above the chord there: $f(tp + (1-t)q) - \\big(t f(p) + (1-t) f(q)\\big)$? Negative if below; a fraction or to 0.001.",
                  float(right), wrong, f"The point is ${z}$ with $f = {f(z)}$, the chord's height there is ${chord}$.", rtol=0, atol=0.001, k=k, a=a, b=b, n=n, d=d)  # fmt: skip


def pair(rng):
    """Two points that show that a function is not convex"""
    s, m = int(rng.integers(-4, 5)), pick(rng, [1, 2, 3])
    inner, shown = (f"(x{signed(-s)})", f"(x{signed(-s)})") if s else ("x", "x")
    c = 6 * m * m
    f = f"{shown}^4 - {c}{shown}^2"
    plain = f"({inner})**4 - {c}*({inner})**2"
    right, words = (s - m, s + m), [
        ((s + 2 * m, s + 4 * m), SMALL),
        ((s - 4 * m, s + 4 * m), ("Chooses points too far apart", "Between your points there is a hump, but the function is so high at both that the chord passes far above it. The inequality itself has to break.")),
        ((s - m, s + 5 * m), ("Takes one point in the hump for enough", "One of your points lies beside the hump, and the other so high that the chord runs above the graph. Compute both sides in the middle.")),
    ]  # fmt: skip
    if rng.random() < 0.5:
        right = (s, s + m) if rng.random() < 0.5 else (s - m, s)

    def said(p):
        return [f"${p[0]}$ and ${p[1]}$", list(p)]

    return asked(rng, f"$f(x) = {f}$ is not convex. Which pair of points shows it, by the value in their middle?", said(right), [(said(p), w) for p, w in words],
                 "In the middle of the right pair the graph lies above the mean of the two values; for the other pairs below it.", f=plain)  # fmt: skip


def sets(rng):
    """Which set is convex"""
    a, b = int(rng.integers(2, 6)), int(rng.integers(2, 6))
    right = pick(rng, [
        (f"$x^2 + {a}y^2 \\le {b * b}$", f"x**2 + {a}*y**2 - {b * b}"), (f"$|x| + |y| \\le {b}$", f"Abs(x) + Abs(y) - {b}"), (f"$y \\ge {a}x^2 - {b}$", f"{a}*x**2 - {b} - y"), (f"$\\max(|x|, |y|) \\le {b}$", f"Max(Abs(x), Abs(y)) - {b}"),
        (f"$y \\ge e^{{x}} - {a}$", f"exp(x) - {a} - y"), (f"$xy \\ge {a},\\ x > 0$", f"Max({a} - x*y, -x)"), (f"$y \\le {b} - x^2$", f"y - {b} + x**2"), (f"$x \\ge {a}$ and $y \\le {b}x$", f"Max({a} - x, y - {b}*x)"),
    ])  # fmt: skip
    wrong = several(rng, [
        ((f"$x^2 + y^2 \\ge {b}$", f"{b} - x**2 - y**2"), ("Takes the outside for the inside", "You think of the round shape. Asked for is what lies outside of it, and a line between two of its points may run through the hole.")),
        ((f"$y \\le {a}x^2 - {b}$", f"y - {a}*x**2 + {b}"), ("Takes the wrong side of a convex graph", "The function is convex, and so is what lies above its graph. Below the graph the set has a bay.")),
        ((f"$x^2 + y^2 = {b * b}$", f"Abs(x**2 + y**2 - {b * b}) - 0.2"), ("Takes the rim for the disc", "You think of the filled disc. The set is its rim alone, and a chord between two of its points leaves it at once.")),
        ((f"$x \\ge {a}$ or $y \\le {b}$", f"Min({a} - x, y - {b})"), ("Takes a union for an intersection", "Both parts are convex, but joined by \"or\". What convex sets have in common is convex; taken together they need not be.")),
        ((f"$xy \\ge {a}$", f"{a} - x*y"), ("Forgets one of two pieces", "You think of one branch. Without a condition on the signs there are two pieces, and the line between them leaves the set.")),
        ((f"$\\sqrt{{|x|}} + \\sqrt{{|y|}} \\le {a}$", f"sqrt(Abs(x)) + sqrt(Abs(y)) - {a}"), ("Takes every bounded star for convex", "You see a bounded set around the origin. Its sides are bent inwards: the line between two of its tips runs outside.")),
        ((f"$x^2 - {a}y^2 \\le {b}$", f"x**2 - {a}*y**2 - {b}"), ("Overlooks the minus sign", "You read a sum of squares. With the minus the set contains everything far up and far down, and gets narrow between.")),
        ((f"$\\min(x, y) \\le {a}$", f"Min(x, y) - {a}"), ("Takes the smaller of two for the larger", "One small coordinate is enough for your set. Two such points can have a middle in which both coordinates are large.")),
    ], 4)  # fmt: skip
    return asked(rng, "Which of these sets in the plane is convex?", right, wrong, "With any two points it contains the line between them; from each of the others such a line breaks out.")


def witness(rng):
    """Two points that show that a set is not convex"""
    s, a, b = int(rng.integers(1, 4)), int(rng.integers(-3, 4)), int(rng.integers(2, 5))
    u = f"(x{signed(-a)})" if a else "x"
    shown, plain, right, inside, one, both = pick(rng, [
        (f"{u}^2 + y^2 \\ge {b * b}", f"{b * b} - (x - ({a}))**2 - y**2", ((a - b, 1), (a + b, 1)), ((a + b, 0), (a + b, b)), ((a, 0), (a + b, 0)), ((a, 0), (a, 1))),
        (f"y \\le {s}{u}^2".replace("1(", "(").replace("1x", "x"), f"y - {s}*(x - ({a}))**2", ((a - b, s), (a + b, s)), ((a - 1, -s), (a + 1, -s)), ((a, 1), (a + b, 0)), ((a, s), (a, 2 * s))),
        (f"{u}\\,y \\ge {s}", f"{s} - (x - ({a}))*y", ((a - s, -b), (a + s, b)), ((a + 1, s), (a + s + 1, s + b)), ((a - 1, 1), (a + s, b)), ((a - 1, 1), (a + 1, -1))),
        (f"|{u.strip('()')}| \\ge {b}", f"{b} - Abs(x - ({a}))", ((a - b, s), (a + b, -s)), ((a + b, -s), (a + b + 1, s)), ((a, 0), (a + b, s)), ((a - 1, 0), (a + 1, s))),
    ])  # fmt: skip

    def said(p):
        return [" and ".join(f"$({x}, {y})$" for x, y in p), [list(v) for v in p]]

    return asked(rng, f"The set of all $(x, y)$ with ${shown}$ is not convex. Which pair of points shows it?", said(right), [
        (said(inside), ("Takes a pair whose line stays inside", "Both points are in the set, but so is all that lies between them. A witness needs a point of the line outside.")),
        (said(one), ("Takes a point outside of the set", "One of your points is not in the set at all. Convexity promises something about points of the set only.")),
        (said(both), ("Takes two points outside of the set", "Neither of your points is in the set, so nothing is promised about the line between them.")),
    ], "Both points of the right pair satisfy the condition, and their middle does not.", f=plain)  # fmt: skip


TEMPLATES = [bends_up_from, coupling, functions, rules, gap, pair, sets, witness]

EXPECTED = {  # bends_up_from 0, coupling 0, gap 0 and pair 1 are the lesson's worked examples
    "bends_up_from": {0: "-4", 2: "-3"},
    "coupling": {0: "12", 2: "20"},
    "functions": {0: "$|x - 5| - 5x$", 1: "$4x^2 - 4x - 4$"},
    "rules": {0: "$e^{f(x)} + 6$", 3: "$\\max(f(x),\\ g(x) + 6)$"},
    "gap": {0: "-8", 2: "4"},
    "pair": {1: "$-2$ and $2$", 2: "$2$ and $3$"},
    "sets": {1: "$y \\le 4 - x^2$", 3: "$|x| + |y| \\le 2$"},
    "witness": {0: "$(-2, 3)$ and $(4, 3)$", 1: "$(-4, 2)$ and $(4, -2)$"},
}
