"""Matrices of rotations, reflections, shears and scalings, their compositions, and what a given matrix does."""

import math

import numpy as np

from gradus.drilling import choice, matrix

WRONG_ORDER = ("Composes in the wrong order",
               "You put the first map on the left. A matrix acts on the vector to its right, so what happens first stands next to the vector; "
               "read the product from right to left.")
ROWS = ("Puts images of basis vectors in rows",
        "You write where the first basis vector goes into the first row. A matrix times $(1, 0)$ picks its first column, so the images belong into columns.")
BACK = ("Turns the direction round",
        "Your matrix undoes the map. Put the point $(1, 0)$ or $(0, 1)$ into it: it goes the opposite way of what is asked.")
SWAPPED = ("Exchanges the two axes",
           "Your matrix does to one axis what is asked for the other. Follow $(1, 0)$ and $(0, 1)$ one by one and say which of them should stay.")


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def distinct(right, wrong):
    ms = [np.asarray(m, dtype=float) for m in (right, *(w[0] for w in wrong))]
    return all(np.abs(a - b).max() > 0.05 for i, a in enumerate(ms) for b in ms[:i])


def rotation(degrees):
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.round(np.array([[c, -s], [s, c]]), 12) + 0.0


def basis_images(rng):
    """The matrix from the images of the basis vectors"""
    while True:
        a, b, c, d = (int(x) for x in rng.integers(-6, 7, 4))
        m = np.array([[a, c], [b, d]])
        wrong = [
            (m.T, *ROWS),
            (m[:, ::-1], "Exchanges the two columns",
             "You have the images as columns, in exchanged places. The first column is what the matrix does to $(1, 0)$."),
            (m + np.eye(2), "Adds the start to the image",
             "You add the basis vector to its image, as if the image were a displacement. The image is where the vector arrives, not how far it moves."),
        ]
        if a * d - b * c and distinct(m, wrong):
            break
    return matrix(
        f"A linear map sends $(1, 0)$ to $({a}, {b})$ and $(0, 1)$ to $({c}, {d})$. Give its matrix.",
        m, wrong,
        f"The images are the columns: `{a} {c}; {b} {d}`.",
        e1=[a, b], e2=[c, d],
    )


def rotate_or_reflect(rng):
    """The matrix of a rotation or a reflection"""
    if rng.random() < 0.55:
        angle, way = int(pick(rng, [20, 30, 60, 70, 90, 110, 120, 150])), pick(rng, ["counter-clockwise", "clockwise"])
        sign = 1 if way == "counter-clockwise" else -1
        m = rotation(sign * angle)
        cos, sin = m[0, 0], m[1, 0]
        wrong = [
            (m.T, *BACK),
            (np.array([[cos, sin], [sin, -cos]]), "Reflects instead of rotating",
             "Your matrix turns the plane over: its second column lies on the wrong side of the first. A rotation keeps the orientation, so its determinant is 1."),
            (np.array([[sin, -cos], [cos, sin]]), "Exchanges sine and cosine",
             "You have sine where the cosine belongs. Check a tiny angle: nothing should move then, so the diagonal must be nearly 1."),
        ]
        ask, why = f"rotates the plane {way} by {angle} degrees", "The basis vectors go to $(\\cos, \\sin)$ and $(-\\sin, \\cos)$ of the angle, counted counter-clockwise."
        given = {"turn": sign * angle}
    else:
        angle = int(pick(rng, [15, 30, 60, 75, 105, 120, 150, 165]))
        c, s = math.cos(math.radians(2 * angle)), math.sin(math.radians(2 * angle))
        m = np.round(np.array([[c, s], [s, -c]]), 12) + 0.0
        c1, s1 = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        wrong = [
            (np.array([[c1, s1], [s1, -c1]]), "Uses the mirror's angle once",
             "You send the first basis vector onto the mirror line. It lies as far on the other side of the mirror as on this one, so the angle counts twice."),
            (rotation(2 * angle), "Rotates instead of reflecting",
             "Your first column is right, the second turns along with it. A reflection turns the plane over: its determinant is -1."),
            (-m, "Reflects in the perpendicular line",
             "Your mirror stands at a right angle to the one asked for. A vector along the mirror must stay where it is."),
            (np.array([[c1 * c1, c1 * s1], [c1 * s1, s1 * s1]]), "Projects instead of reflecting",
             "Your matrix drops every point onto the mirror. A reflection goes as far again behind it, and nothing is lost."),
        ]
        ask, why = f"reflects the plane in the line through the origin at {angle} degrees to the x-axis", "The image of $(1, 0)$ stands at twice the mirror's angle, that of $(0, 1)$ a right angle behind it."
        given = {"mirror": angle}
    return matrix(f"Give the matrix that {ask}, to three decimals or exactly.", m, wrong, why, rtol=0, atol=0.00051, **given)


def shear_or_scale(rng):
    """The matrix of a shear or a scaling"""
    while True:
        k, p = int(pick(rng, [-5, -4, -3, -2, 2, 3, 4, 5])), pick(rng, [(0, "x", "y"), (1, "y", "x")])
        axis, along, by = p
        m = np.eye(2)
        if rng.random() < 0.5:
            m[axis, 1 - axis] = k
            ask = f"shears the plane along the {along}-axis: a point's {along} grows by {k} times its {by}, and {by} stays as it is" if k > 0 else (
                f"shears the plane along the {along}-axis: a point's {along} shrinks by {-k} times its {by}, and {by} stays as it is")
            scaled = np.eye(2)
            scaled[axis, axis] = k
            wrong = [
                (m.T, *SWAPPED), (2 * np.eye(2) - m, *BACK),
                (scaled, "Scales instead of shearing",
                 "You multiply the coordinate by a number. In a shear it is shifted by an amount that depends on the other coordinate."),
            ]
        else:
            q = int(pick(rng, [-5, -4, -3, -2, 2, 3, 4, 5]))
            m = np.diag([float(k), float(q)])
            ask = f"multiplies every x by {k} and every y by {q}"
            wrong = [
                (m[::-1, ::-1], *SWAPPED),
                (np.array([[0.0, k], [q, 0.0]]), "Fills the other diagonal",
                 "Your matrix makes the new x out of the old y. Each coordinate should depend on itself alone."),
                (m + np.eye(2), "Adds the factor to one",
                 "You add the factor to the identity, which makes it one larger. Multiplying by a factor is that factor itself in its place."),
            ]
        if distinct(m, wrong):
            break
    return matrix(
        f"Give the matrix that {ask}.", m, wrong,
        "Follow $(1, 0)$ and $(0, 1)$: their images are the columns.",
        images=[[float(x) for x in m @ v] for v in ((1.0, 0.0), (0.0, 1.0))],
    )


PARTS = [
    ("rotate by 90 degrees counter-clockwise", [[0, -1], [1, 0]]),
    ("rotate by 90 degrees clockwise", [[0, 1], [-1, 0]]),
    ("reflect in the x-axis", [[1, 0], [0, -1]]),
    ("reflect in the y-axis", [[-1, 0], [0, 1]]),
    ("reflect in the line y = x", [[0, 1], [1, 0]]),
    ("add {k} times y to x", [[1, "k"], [0, 1]]),
    ("add {k} times x to y", [[1, 0], ["k", 1]]),
    ("multiply x by {k}", [["k", 0], [0, 1]]),
    ("multiply y by {k}", [[1, 0], [0, "k"]]),
]


def part(rng):
    words, m = pick(rng, PARTS)
    k = int(rng.integers(2, 6))
    return words.format(k=k), np.array([[k if x == "k" else x for x in row] for row in m])


def composition(rng):
    """The matrix of two maps, one after the other"""
    while True:
        (first, a), (second, b) = part(rng), part(rng)
        m = b @ a
        wrong = [
            (a @ b, *WRONG_ORDER), (m.T, *ROWS),
            (a + b, "Adds the two maps",
             "You add the matrices. That sends a vector to the sum of both images; here the second map works on the result of the first."),
            (a * b, "Multiplies entry by entry",
             "You multiply the matrices entry by entry. An image is a whole vector; the second map mixes both of its coordinates, which rows times columns does."),
        ]
        if distinct(m, wrong):
            break
    return matrix(
        f"First {first}, then {second}. Give the matrix of the whole.", m, wrong,
        f"The first map stands on the right: `{b[0][0]} {b[0][1]}; {b[1][0]} {b[1][1]}` times `{a[0][0]} {a[0][1]}; {a[1][0]} {a[1][1]}`.",
        first=a.tolist(), second=b.tolist(),
    )


def two_images(rng):
    """The matrix from the images of two other vectors"""
    while True:
        m = rng.integers(-4, 5, (2, 2))
        v = np.array(pick(rng, [[[1, 1], [1, 0]], [[1, 1], [0, 1]], [[1, 1], [1, -1]], [[2, 0], [1, 1]], [[1, 2], [0, 1]], [[1, 0], [3, 1]]])).T  # columns
        w = m @ v
        wrong = [
            (w, "Takes any two images for the columns",
             "You write the two images down as columns. That holds for the images of $(1, 0)$ and $(0, 1)$ only; express those by the given vectors first."),
            (m.T, *ROWS),
            (w.T, "Puts the given images in rows",
             "You write the two images down as rows. Columns are what a matrix does to $(1, 0)$ and $(0, 1)$, and those are not the vectors given here."),
            (w @ v, "Multiplies by the given vectors again",
             "You apply the given vectors once more. They are what the map was fed with; to get back to $(1, 0)$ and $(0, 1)$ you have to undo them."),
        ]
        if abs(np.linalg.det(m)) > 0.5 and distinct(m, wrong):
            break
    (p, q), (r, s) = v.T.tolist(), w.T.tolist()
    return matrix(
        f"A linear map sends $({p[0]}, {p[1]})$ to $({r[0]}, {r[1]})$ and $({q[0]}, {q[1]})$ to $({s[0]}, {s[1]})$. Give its matrix.",
        m, wrong,
        f"Write $(1,0)$ and $(0,1)$ as combinations of the given vectors; their images are the same combinations of the images: `{m[0][0]} {m[0][1]}; {m[1][0]} {m[1][1]}`.",
        inputs=[p, q], outputs=[r, s],
    )


def describe(rng):
    """What a given matrix does"""
    k = int(rng.integers(2, 7))
    kinds = {
        "turn": ("rotates counter-clockwise by 90 degrees and stretches by {k}", [[0, -k], [k, 0]]),
        "back": ("rotates clockwise by 90 degrees and stretches by {k}", [[0, k], [-k, 0]]),
        "mirror": ("reflects in the line y = x and stretches by {k}", [[0, k], [k, 0]]),
        "across": ("reflects in the line y = -x and stretches by {k}", [[0, -k], [-k, 0]]),
        "half": ("rotates by 180 degrees and stretches by {k}", [[-k, 0], [0, -k]]),
        "xshear": ("adds {k} times y to x and keeps y as it is", [[1, k], [0, 1]]),
        "yshear": ("adds {k} times x to y and keeps x as it is", [[1, 0], [k, 1]]),
        "flip": ("reflects in the y-axis and stretches by {k}", [[-k, 0], [0, k]]),
        "drop": ("drops every point onto the x-axis, stretched by {k}", [[k, 0], [0, 0]]),
    }
    beliefs = {
        ("turn", "back"): BACK, ("back", "turn"): BACK,
        ("xshear", "yshear"): ROWS, ("yshear", "xshear"): ROWS,
    }
    usual = {
        "mirror": ("Sees a reflection", "You see a reflection. Its determinant would be negative, and some line would stay where it is; check both with this matrix."),
        "across": ("Sees a reflection in the falling diagonal", "You see a reflection in y = -x. Put $(1, -1)$ in: it would have to stay on its line, with the same direction."),
        "turn": ("Sees a quarter turn to the left", "You see a quarter turn counter-clockwise. It would send $(1, 0)$ upwards and $(0, 1)$ to the left; read the columns."),
        "back": ("Sees a quarter turn to the right", "You see a quarter turn clockwise. It would send $(1, 0)$ downwards and $(0, 1)$ to the right; read the columns."),
        "half": ("Sees a half turn", "You see a half turn. It would send every vector to its opposite, so each column would lie on its own axis."),
        "flip": ("Sees a reflection in the upright axis", "You see a reflection in the y-axis. It would keep the direction of $(0, 1)$; read the second column."),
        "xshear": ("Sees a shear along x", "You see a shear along the x-axis. It would leave $(1, 0)$ where it is; read the first column."),
        "yshear": ("Sees a shear along y", "You see a shear along the y-axis. It would leave $(0, 1)$ where it is; read the second column."),
        "drop": ("Sees a projection", "You see everything fall onto the x-axis. Then the second column would have to be zero and the determinant too."),
    }
    right = pick(rng, [n for n in kinds if n != "drop"])
    others = [n for n in kinds if n != right]
    first = [n for n in others if (right, n) in beliefs]
    rest = [n for n in (others[int(i)] for i in rng.permutation(len(others))) if n not in first]
    wrong = [
        (f"It {kinds[n][0].format(k=k)}.", *beliefs.get((right, n), usual[n]))
        for n in [*first, *rest][:3]
    ]
    shift = "It moves every point by the vector ({}, {}).".format(*np.array(kinds[right][1]).sum(axis=1))
    wrong.append((shift, "Treats translation as linear",
                  "You read the entries as a shift. A matrix times the zero vector is the zero vector, so no matrix can move the origin."))
    m = kinds[right][1]
    return choice(
        rng,
        f"What does $\\begin{{pmatrix}} {m[0][0]} & {m[0][1]} \\\\ {m[1][0]} & {m[1][1]} \\end{{pmatrix}}$ do to the points of the plane?",
        f"It {kinds[right][0].format(k=k)}.", wrong,
        f"Its columns say that $(1, 0)$ goes to $({m[0][0]}, {m[1][0]})$ and $(0, 1)$ to $({m[0][1]}, {m[1][1]})$.",
    )


def which_is_linear(rng):
    """Which map has a matrix"""
    a, b, c, d, e = (int(x) * int(s) for x, s in zip(rng.integers(2, 8, 5), pick(rng, [(1, 1, 1, 1, 1), (1, -1, 1, -1, 1), (-1, 1, -1, 1, 1)])))

    def plus(x):
        return f" + {x}" if x > 0 else f" - {-x}"

    right = pick(rng, [
        f"$(x, y) \\mapsto ({a}x{plus(b)}y,\\ {c}x)$", f"$(x, y) \\mapsto ({a}y,\\ {b}x{plus(c)}y)$",
        f"$(x, y) \\mapsto ({a}x,\\ 0)$", f"$(x, y) \\mapsto (x{plus(d)}y,\\ {e}y - x)$",
    ])
    wrong = [
        (pick(rng, [f"$(x, y) \\mapsto (x{plus(a)},\\ y{plus(b)})$", f"$(x, y) \\mapsto ({c}x{plus(a)}y{plus(d)},\\ {d}y)$", f"$(x, y) \\mapsto ({a}y,\\ {b}x{plus(c)}y{plus(e)})$"]),
         "Treats translation as linear",
         "You accept an added constant. It moves the origin, while a matrix leaves the origin alone; a map with a constant is affine, a linear one plus a shift."),
        (pick(rng, [f"$(x, y) \\mapsto ({a}xy,\\ y)$", f"$(x, y) \\mapsto (x,\\ {b}xy)$", f"$(x, y) \\mapsto (x^2,\\ {c}y)$"]),
         "Accepts products of coordinates",
         "You accept coordinates multiplied with one another. Double the input: such a term becomes four times as large, and a linear map's output only doubles."),
        (pick(rng, [f"$(x, y) \\mapsto (|x|,\\ {d}y)$", f"$(x, y) \\mapsto ({e}x,\\ |y|)$", f"$(x, y) \\mapsto (|{a}x{plus(b)}y|,\\ y)$"]),
         "Accepts absolute values",
         "You accept an absolute value. Send a vector and its opposite through it: the images should cancel, and they do not."),
    ]
    return choice(
        rng, "Exactly one of these maps of the plane can be written as a matrix times $(x, y)$. Which one?", right, wrong,
        "Linear means: the image of a sum is the sum of the images, and factors pass through. So each new coordinate is a number times x plus a number times y, and nothing else.",
    )


TEMPLATES = [basis_images, rotate_or_reflect, shear_or_scale, composition, two_images, describe, which_is_linear]

EXPECTED = {
    "basis_images": {1: "-6 4; -5 6", 2: "4 -5; -3 -3"},
    "rotate_or_reflect": {
        1: "-1/2 sqrt(3)/2; -sqrt(3)/2 -1/2",
        3: "sqrt(3)/2 -1/2; 1/2 sqrt(3)/2",
        4: "[[sqrt(3)/2, -1/2], [-1/2, -sqrt(3)/2]]",
    },
    "shear_or_scale": {1: "-2 0; 0 -5", 2: "1 4; 0 1"},
    "composition": {1: "0 -5; 1 0", 4: "4 0; 5 1"},  # 4 and two_images 1 are the lesson's worked examples
    "two_images": {1: "-3 3; 4 -2", 2: "3 -2; -4 -2"},
    "describe": {1: "It rotates by 180 degrees and stretches by 4.", 2: "It reflects in the line y = x and stretches by 6."},
    "which_is_linear": {1: "4", 2: "2"},
}
