"""Degrees and radians, angles in figures, arcs, exact values in every quadrant, and all angles with a given value."""

import math
from fractions import Fraction

from gradus.drilling import choice, expression, matrix, number

SWAPPED = ("Swaps sine and cosine",
           "You give the other coordinate. The cosine is how far right the point of the unit circle lies, the sine how far up.")
QUARTER = ("Wrong sign in this quarter",
           "The size is right and the sign is not. Draw the point: left of the vertical axis the cosine is negative, below the horizontal axis the sine is.")
SIZE = {0: "0", 30: "1/2", 45: "sqrt(2)/2", 60: "sqrt(3)/2", 90: "1"}
TAN = {0: "0", 30: "sqrt(3)/3", 45: "1", 60: "sqrt(3)"}


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def of_pi(f):
    """A fraction of pi as typed."""
    top = "pi" if f.numerator == 1 else "-pi" if f.numerator == -1 else f"{f.numerator}*pi"
    return "0" if not f else top if f.denominator == 1 else f"{top}/{f.denominator}"


def tex_pi(f):
    sign, top = "-" * (f < 0), "\\pi" if abs(f.numerator) == 1 else f"{abs(f.numerator)}\\pi"
    return sign + (top if f.denominator == 1 else f"\\frac{{{top}}}{{{f.denominator}}}")


def to_radians(rng):
    """Degrees in radians"""
    d = pick(rng, [k for k in range(-350, 721, 5) if k % 360 and k % 90])
    f = Fraction(d, 180)
    return expression(
        f"Write {d}° in radians.", of_pi(f),
        [
            (of_pi(f / 2), "Takes a full turn for one pi", "You divide by 360 only. A full turn is twice pi, so half a turn is one pi."),
            (of_pi(f * 2), "Takes a quarter turn for one pi", "You count a quarter turn as pi. The half circle of radius 1 has the length pi, so that is half a turn."),
            (f"180*{d}/pi" if d > 0 else f"-180*{-d}/pi", "Converts the other way",
             "You multiply by 180 and divide by pi, which turns radians into degrees. The result should be a small number: a whole turn is about 6.28 radians."),
            (f"{d}/180", "Leaves pi out", "You have the share of a half turn. A half turn is pi radians long, so that share still has to be multiplied."),
        ],
        f"${d}\\cdot\\pi/180 = {tex_pi(f)}$.", names=(), degrees=d,
    )


def to_degrees(rng):
    """Radians in degrees"""
    f = Fraction(int(pick(rng, [k for k in range(-23, 24) if k])), pick(rng, [2, 3, 4, 5, 6, 9, 10, 12]))
    while f.denominator == 1:
        f = Fraction(int(rng.integers(1, 24)), pick(rng, [2, 3, 4, 5, 6, 9, 10, 12]))
    d = float(180 * f)
    return number(
        f"Write ${tex_pi(f)}$ radians in degrees.", d,
        [
            (2 * d, "Takes one pi for a full turn", "You count pi as a full turn. The full circle of radius 1 has the length of two pi, so one pi is half of it."),
            (d / 2, "Takes one pi for a quarter turn", "You count pi as a quarter turn. The half circle of radius 1 has the length pi."),
            (float(180 / f), "Turns the fraction over", "You divide by the fraction of pi instead of multiplying. More radians must give more degrees."),
            (math.degrees(1) * float(f), "Leaves pi out", "You convert the fraction without its pi. The pi is part of the number: it is about 3.14 times as large."),
        ],
        f"A half turn is $\\pi$, so this is ${tex_pi(f).replace(chr(92) + 'pi', '180^' + chr(92) + 'circ')}$.", rtol=0, atol=0.01, num=f.numerator, den=f.denominator,
    )


def missing(rng):
    """A missing angle in a figure"""
    kind = int(rng.integers(5))
    a, b = int(rng.integers(21, 80)), int(rng.integers(21, 80))
    n = int(rng.integers(5, 13))
    full = ("Takes the whole turn for the sum", "You subtract from 360. The angles of a triangle, like those on a straight line, make half a turn together.")
    if kind == 0:
        ask, right, given = f"A triangle has the angles {a}° and {b}°. How large is the third, in degrees?", 180 - a - b, ("triangle", a, b)
        wrong = [(360 - a - b, *full), (a + b, "Gives the angle outside", "You add the two. That is the angle outside the third corner; inside, the three make half a turn."),
                 (90 - a, "Takes a right angle for granted", "You complete to 90 degrees. Nothing says that one corner is a right angle."),
                 (180 - a, "Subtracts one angle only", "You take a single angle away from the half turn. Both known angles share it with the third.")]
    elif kind == 1:
        ask, right, given = f"Two angles of a triangle are {a}° and {b}°. One side is extended beyond the third corner: how large is the angle outside it, in degrees?", a + b, ("outside", a, b)
        wrong = [(180 - a - b, "Gives the angle inside", "You give the third angle of the triangle. The one outside completes it to a straight line."),
                 (360 - a - b, *full), (180 - a, "Uses one angle only", "You complete a single known angle to a straight line. The outside angle stands at the other corner and depends on both."),
                 (90 - b, "Takes a right angle for granted", "You complete to 90 degrees. Nothing says that one corner is a right angle.")]
    elif kind == 2:
        ask, right, given = f"In an isosceles triangle the angle between the two equal sides is {a}°. How large is each of the others, in degrees?", (180 - a) / 2, ("apex", a)
        wrong = [(180 - a, "Forgets to halve", "You give both base angles together. They are equal and share what the third leaves."),
                 (180 - 2 * a, "Takes the given angle for one at the base", "You treat the given angle as one of the equal ones. The equal angles lie opposite to the equal sides."),
                 ((360 - a) / 2, *full), (a, "Makes the wrong angles equal", "You copy the given angle. Equal sides make the angles opposite to them equal, and the one between them is the third.")]
    elif kind == 3:
        ask, right, given = f"All {n} angles of a polygon with {n} corners are equal. How large is each, in degrees?", (n - 2) * 180 / n, ("polygon", n)
        wrong = [(360 / n, "Gives the turn at a corner", "You divide a full turn by the corners. That is by how much you turn when you walk round; the inner angle completes it to a straight line."),
                 (180.0 * (n - 2), "Gives the sum of all", "You give all angles together. They are equal, so each is that sum divided by their number."),
                 ((n - 1) * 180 / n, "Cuts the polygon into too many triangles", "You count one triangle too many. From one corner the diagonals cut a square into two triangles and a pentagon into three."),
                 (180.0, "Makes every corner straight", "You give a straight angle. Then no corner would turn, and the path round would never close.")]
    else:
        ask, right, given = f"Two lines cross. One of the four angles is {a}°. How large is the angle beside it, in degrees?", 180 - a, ("beside", a)
        wrong = [(a, "Gives the angle opposite", "You give the angle across the crossing, which is equal to the given one. The one beside it completes a straight line."),
                 (360 - a, *full), (90 - a, "Takes a right angle for granted", "You complete to 90 degrees. Two angles on one side of a line make half a turn.")]
    if len({float(right), *(float(w[0]) for w in wrong)}) <= len(wrong):
        return missing(rng)
    return number(ask, float(right), wrong, "Angles of a triangle and angles along a line make 180 degrees; a polygon is cut into two triangles fewer than it has corners.",
                  rtol=0, atol=0.01, figure=given)


def arc(rng):
    """The length of an arc"""
    r, d = pick(rng, [3, *range(5, 40)]), pick(rng, [20, 25, 30, 36, 40, 45, 50, 72, 75, 80, 100, 110, 120, 135, 140, 150, 200, 240, 270, 300])
    right = r * math.radians(d)
    what = pick(rng, [("A robot drives on a circle of radius {r} m and turns by {d}°. How many metres does it drive?", "m"), ("A wheel of radius {r} cm turns by {d}° without slipping. How many centimetres does it roll?", "cm"),
                      ("How long is the arc of a circle of radius {r} mm that is seen from the centre under {d}°, in millimetres?", "mm")])
    return number(
        f"{what[0].format(r=r, d=d)} Give the number to 0.01 or exactly, as in `5pi/3`.", right,
        [
            (r * d, "Feeds degrees where radians are needed", "You multiply the radius by the degrees. The formula counts the angle in radians; a path of one turn is only about six radii long."),
            (right / 2, "Takes the half circle for the whole", "You take the share of the turn of a path of pi radii. The whole circle is twice that long."),
            (r * right / 2, "Gives the area", "You give the area of the slice. The length of its curved edge grows with the radius, not with the radius squared."),
            (right * 2, "Uses the diameter for the radius", "Your path is twice as long as it should be: the radius enters once, not the diameter."),
        ],
        f"{d}° are ${tex_pi(Fraction(d, 180))}$ radians, times the radius {r}.", rtol=0, atol=0.011, radius=r, degrees=d,
    )


def value(name, degrees):
    """(exact value as typed, size as typed, sign) of sin, cos or tan at a multiple of 30 or 45 degrees."""
    d = degrees % 360
    near = min(d % 180, 180 - d % 180)
    s = math.sin(math.radians(d)) if name == "sin" else math.cos(math.radians(d)) if name == "cos" else math.tan(math.radians(d))
    size = TAN[near] if name == "tan" else SIZE[near if name == "sin" else 90 - near]
    sign = 0 if size == "0" else 1 if s > 0 else -1
    return ("-" if sign < 0 else "") + size, size, sign


def exact(rng):
    """An exact value"""
    name = pick(rng, ["sin", "cos", "tan"])
    d = pick(rng, [k for k in range(-330, 721, 15) if (k % 30 == 0 or k % 45 == 0) and k % 90])
    right, size, sign = value(name, d)
    other = {"sin": "cos", "cos": "sin", "tan": "tan"}[name]
    near = min(d % 180, 180 - d % 180)
    sizes = ["1/2", "sqrt(2)/2", "sqrt(3)/2"]
    wrong = [("-" * (sign > 0) + size, *QUARTER)]
    if name == "tan":
        flipped = {30: "sqrt(3)", 60: "sqrt(3)/3", 45: "sqrt(2)/2"}[near]
        wrong.append(("-" * (sign < 0) + flipped, "Turns the tangent over" if near != 45 else "Gives the sine for the tangent",
                      "You divide cosine by sine. The tangent is the slope: up over across." if near != 45 else
                      "You give one coordinate of the point. The tangent is the slope of the ray: up over across."))
        wrong.append(("-" * (sign < 0) + ("sqrt(3)" if near == 45 else SIZE[near]), "Takes the value of another angle" if near == 45 else "Gives the sine for the tangent",
                      "You take the value that belongs to another angle of the table. Halfway between the axes the slope is as far up as across." if near == 45 else
                      "You give one coordinate of the point. The tangent is the slope of the ray: up over across."))
    elif near == 45:
        wrong.append(("-" * (sign < 0) + "sqrt(3)/2", "Takes the value of another angle", "You take the value that belongs to another angle of the table. At 45 degrees both coordinates have the same size; half a square shows it."))
        wrong.append(("-" * (sign < 0) + "1/2", "Halves the angle's value", "You give one half. Twice the square of one half is not 1, and at 45 degrees both coordinates have one size."))
    else:
        wrong.append((value(other, d)[0] if value(other, d)[0] not in (right, "-" + right) else "1", *SWAPPED))
        wrong.append(("-" * (sign < 0) + "sqrt(2)/2", "Takes the value of 45 degrees", "You take the value of the half square. This angle belongs to half an equilateral triangle."))
        wrong.append(("-" * (sign < 0) + next(s for s in sizes[::2] if s != size) + "*2", "Forgets to halve", "Your number is larger than 1 in size, or 1 itself. The point lies on a circle of radius 1, and only at a quarter turn does a coordinate reach it."))
    inside = tex_pi(Fraction(d, 180)) if rng.random() < 0.5 else f"{d}^\\circ"
    return expression(f"Give the exact value of $\\{name}\\left({inside}\\right)$.", right, wrong,
                      f"The angle is {d % 360}° within a turn, {near}° from the horizontal axis; the size there is `{size}` and the sign {'positive' if sign > 0 else 'negative'}.",
                      names=(), function=name, degrees=d)


def from_another(rng):
    """One value from another"""
    a, b, c = pick(rng, [(3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41), (12, 35, 37)])
    if rng.random() < 0.5:
        a, b = b, a
    quarter = int(rng.integers(1, 5))
    know, want = pick(rng, [("sin", "cos"), ("cos", "sin"), ("sin", "tan"), ("cos", "tan")])
    cs, sn = (1 if quarter in (1, 4) else -1), (1 if quarter in (1, 2) else -1)
    sine, cosine = (Fraction(sn * a, c), Fraction(cs * b, c)) if know == "sin" else (Fraction(sn * b, c), Fraction(cs * a, c))
    values = {"sin": sine, "cos": cosine, "tan": sine / cosine}
    right, given = values[want], values[know]
    third = {"cos": 1 - abs(given), "sin": 1 - abs(given), "tan": 1 / right}[want]
    fourth = {"cos": 1 - given * given, "sin": 1 - given * given, "tan": given / (1 - abs(given))}[want]
    wrong = [
        (str(-right), *QUARTER),
        (str(third), "Completes to 1 without squares" if want != "tan" else "Turns the tangent over",
         "You take the size away from 1. It is the squares that add up to 1: 3/5 and 2/5 do not lie on the unit circle." if want != "tan" else
         "You divide cosine by sine. The tangent is the slope: up over across."),
        (str(fourth), "Leaves the root out" if want != "tan" else "Completes to 1 without squares",
         "You have the square of the value. Its root is wanted, with the sign that belongs to the quarter." if want != "tan" else
         "You complete the known value to 1. It is the squares of sine and cosine that add up to 1."),
        (str(given), "Takes sine and cosine for equal" if want != "tan" else "Takes the known value for the slope",
         "You copy the known value. The two coordinates of a point on the circle are equal in size at 45 degrees only." if want != "tan" else
         "You copy the known value. The slope divides the two coordinates, and only one of them is known so far."),
    ]
    if len({Fraction(w[0]) for w in wrong} | {right}) < 5:
        return from_another(rng)
    names = ["first", "second", "third", "fourth"]
    return expression(
        f"$\\{know}\\theta = {'-' if given < 0 else ''}\\frac{{{abs(given.numerator)}}}{{{given.denominator}}}$ and $\\theta$ lies in the {names[quarter - 1]} quarter, between {90 * quarter - 90}° and {90 * quarter}°. "
        f"Give $\\{want}\\theta$ exactly.", str(right), wrong,
        f"The squares of sine and cosine add up to 1, so the other coordinate has the size $\\frac{{{b}}}{{{c}}}$; the quarter gives the signs: sine {'positive' if sn > 0 else 'negative'}, cosine {'positive' if cs > 0 else 'negative'}.",
        names=(), know=know, want=want, given=str(given), quarter=quarter,
    )


def all_angles(rng):
    """All angles with a given value"""
    name, near = pick(rng, ["sin", "cos", "tan"]), pick(rng, [30, 45, 60])
    sign = pick(rng, [1, -1])
    angles = {("sin", 1): (near, 180 - near), ("sin", -1): (180 + near, 360 - near), ("cos", 1): (near, 360 - near), ("cos", -1): (180 - near, 180 + near),
              ("tan", 1): (near, 180 + near), ("tan", -1): (180 - near, 360 - near)}[name, sign]
    size = {"sin": SIZE[near], "cos": SIZE[90 - near], "tan": TAN[near]}[name]
    other = {"sin": "cos", "cos": "sin", "tan": "sin"}[name]
    swapped = {("sin", 1): (near, 180 - near), ("sin", -1): (180 + near, 360 - near), ("cos", 1): (near, 360 - near), ("cos", -1): (180 - near, 180 + near)}[other, sign]
    opposite = sorted((a + 180) % 360 for a in angles) if name != "tan" else sorted((360 - a) % 360 for a in angles)
    wrong = [
        ([[angles[0]]], "Misses the second angle in a turn", "You name one angle, as a calculator does. In a full turn the same value comes a second time; find the other point of the circle with it."),
        ([opposite], *QUARTER), ([sorted(swapped)], "Mirrors at the wrong axis", "You find the partner of the angle as if another function were asked. Same height means mirrored left and right, same position across means mirrored up and down."),
        ([sorted((near + (sign < 0) * 180, (near + (sign < 0) * 180 + 180) % 360))], "Adds a half turn",
         "You take the second angle a half turn after the first. There both coordinates have turned their sign; only their quotient is the same.") if name != "tan" else
        ([[near, 360 - near] if sign > 0 else [180 - near, 180 + near]], "Mirrors up and down",
         "You mirror the angle at the horizontal axis. That turns the height and with it the slope; a slope returns after half a turn."),
    ]
    k = pick(rng, [1, 2 if name != "tan" else 3])
    times = {("1/2", 2): "1", ("sqrt(2)/2", 2): "\\sqrt2", ("sqrt(3)/2", 2): "\\sqrt3", ("sqrt(3)/3", 3): "\\sqrt3", ("1", 3): "3", ("sqrt(3)", 3): "3\\sqrt3",
             ("1/2", 1): "\\frac12", ("sqrt(2)/2", 1): "\\frac{\\sqrt2}2", ("sqrt(3)/2", 1): "\\frac{\\sqrt3}2", ("sqrt(3)/3", 1): "\\frac1{\\sqrt3}", ("1", 1): "1", ("sqrt(3)", 1): "\\sqrt3"}[size, k]
    ask = f"Give all angles $\\theta$ from 0° up to but not including 360° with ${'' if k == 1 else k}\\{name}\\theta = {'-' * (sign < 0)}{times}$."
    return matrix(ask, [list(angles)], wrong, f"The angle nearest to the horizontal axis is {near}°; the two quarters where the {name} has this sign give {angles[0]}° and {angles[1]}°.",
                  rtol=0, atol=0.01, function=name, near=near, sign=sign)


def python(rng):
    """Degrees in Python"""
    d, name = int(pick(rng, [k for k in range(5, 360, 5) if k % 90])), pick(rng, ["sin", "cos", "tan"])
    v = pick(rng, [0.2, 0.3, 0.4, 0.6, 0.7, 0.8])
    if rng.random() < 0.5:
        right = pick(rng, [f"math.{name}({d} * math.pi / 180)", f"math.{name}(math.radians({d}))"])
        wrong = [
            (f"math.{name}({d})", "Feeds degrees to a radian function", "You pass degrees to a function that counts in radians. It takes the number for many turns and returns a value that looks harmless."),
            (pick(rng, [f"math.{name}({d} * 180 / math.pi)", f"math.{name}(math.degrees({d}))"]), "Converts the other way", "You turn the number from radians into degrees, which makes it larger still. The function wants radians, where a turn is about 6.28."),
            (f"math.radians(math.{name}({d}))", "Converts the result", "You convert what comes out. The value is a plain number; it is the angle that goes in which has a unit."),
        ]
        ask = f"Which call gives the {dict(sin='sine', cos='cosine', tan='tangent')[name]} of {d}°?"
    else:
        right = pick(rng, [f"math.degrees(math.a{name}({v}))", f"math.a{name}({v}) * 180 / math.pi"])
        wrong = [
            (f"math.a{name}({v})", "Takes radians for degrees", "You read what comes back as degrees. The inverse functions answer in radians, so a quarter turn comes back as about 1.57."),
            (pick(rng, [f"math.radians(math.a{name}({v}))", f"math.a{name}({v}) * math.pi / 180"]), "Converts the other way", "You make the angle smaller. A quarter turn is 1.57 radians and 90 degrees, so the number has to grow."),
            (f"math.a{name}(math.degrees({v}))", "Converts the value", "You convert what goes in. That is a ratio without a unit; the angle that comes out has one."),
        ]
        ask = f"Which call gives an angle in degrees whose {dict(sin='sine', cos='cosine', tan='tangent')[name]} is {v}?"
    return choice(rng, ask, right, wrong, "Python's functions count angles in radians: convert what goes into sine, cosine and tangent, and what comes out of their inverses.",
                  d=d, v=v, name=name, inverse="degrees whose" in ask, options=[right, *(w[0] for w in wrong)])


TEMPLATES = [to_radians, to_degrees, missing, arc, exact, from_another, all_angles, python]

EXPECTED = {
    "to_radians": {103: "4pi/3", 1: "31pi/36", 2: "55pi/18"},
    "to_degrees": {1: "-60", 2: "135"},
    "missing": {1: "64.5", 2: "144"},
    "arc": {2: "17pi/2"},
    "exact": {63: "-1/2", 1: "-sqrt(3)/2", 2: "-sqrt(3)"},
    "from_another": {49: "-4/5", 1: "-24/25", 2: "9/41"},
    "all_angles": {60: "30 150"},
    "python": {1: "math.cos(math.radians(170))", 2: "1"},
}
