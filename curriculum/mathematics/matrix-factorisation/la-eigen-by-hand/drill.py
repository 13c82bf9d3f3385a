"""Characteristic polynomials, eigenvalues, eigenvectors and multiplicities of small matrices."""

import numpy as np

from gradus.drilling import choice, matrix, number

SLIP = ("Sign slip in the characteristic polynomial",
        "You have a term with the wrong sign. The trace is subtracted, and the determinant takes the product of the other diagonal away; check with sum and product of the roots.")
ZERO = ("Reports the zero vector", "You choose the zero vector. It satisfies the equation with every number, and so singles out none; an eigenvector has a direction.")
MULTIPLICITY = ("Confuses algebraic with geometric multiplicity",
                "You count how often the root occurs. What decides is how many independent vectors solve the equation for it, and that can be fewer.")


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def tex(m):
    return "\\begin{pmatrix}" + "\\\\".join("&".join(f"{x:g}" for x in row) for row in np.asarray(m, float)) + "\\end{pmatrix}"


def row(values):
    return [sorted({round(float(v), 12) + 0.0 for v in values})]


def clear(right, wrong):
    rows = [right, *(w[0] for w in wrong)]
    return all(len(a[0]) != len(b[0]) or max(abs(x - y) for x, y in zip(a[0], b[0])) > 0.01 for i, a in enumerate(rows) for b in rows[:i])


def whole(rng):
    """A 2 x 2 matrix of whole numbers with two different whole eigenvalues p < q, and their eigenvectors as columns."""
    while True:
        p, q = sorted(int(x) for x in rng.integers(-6, 8, 2))
        a, b = (int(x) for x in rng.integers(-4, 5, 2))
        d = p + q - a
        if p == q or not b or (a * d - p * q) % b or not a * d - p * q:
            continue
        m = np.array([[a, b], [(a * d - p * q) // b, d]])
        if np.abs(m).max() < 13:
            return m, p, q


def polynomial(rng):
    """The characteristic polynomial"""
    while True:
        m = rng.integers(-6, 8, (2, 2))
        (a, b), (c, d) = m.tolist()
        t, det = a + d, a * d - b * c
        wrong = [
            ([[1, t, det]], *SLIP),
            ([[1, -t, a * d + b * c]], "Adds the other diagonal's product", "You add the product of the other diagonal. A determinant takes it away."),
            ([[1, -t, a * d]], "Leaves the other diagonal out", "You use the diagonal alone, as for a triangular matrix. Here the other two entries take part in the determinant."),
            ([[1, -det, t]], "Exchanges trace and determinant", "You have the trace where the determinant belongs. The number without the unknown is what remains for the unknown 0: the determinant itself."),
        ]
        if t and clear([[1, -t, det]], wrong):
            break
    return matrix(f"Give the characteristic polynomial $\\lambda^2 + p\\lambda + q$ of ${tex(m)}$: its three coefficients.", [[1, -t, det]], wrong,
                  f"The trace is ${t}$, the determinant ${det}$.", rtol=0, atol=0.0005, m=m.tolist())


def eigenvalues(rng):
    """The eigenvalues of a 2 x 2 matrix"""
    while True:
        m, p, q = whole(rng)
        wrong = [
            (row((-p, -q)), *SLIP), (row((m[0, 0], m[1, 1])), "Reads the diagonal", "You read the diagonal. It holds the eigenvalues of a triangular matrix only."),
            (row((max(p, q, key=abs),)), "Gives one eigenvalue of two", "You stop at one root. The polynomial is of second degree; the trace tells you the other."),
            (row((p + q, p * q)), "Gives trace and determinant", "You give the sum and the product of the eigenvalues. They are the coefficients of the polynomial, up to a sign, and not its roots."),
        ]
        if clear(row((p, q)), wrong):
            break
    return matrix(f"Give the eigenvalues of ${tex(m)}$.", row((p, q)), wrong, f"$\\lambda^2 - ({p + q})\\lambda + ({p * q}) = (\\lambda - ({p}))(\\lambda - ({q}))$.",
                  rtol=0, atol=0.0005, m=m.tolist())


def eigenvector(rng):
    """An eigenvector"""
    while True:
        m, p, q = whole(rng)
        s, other = (p, q) if rng.random() < 0.5 else (q, p)
        (a, b), (c, d) = m.tolist()
        y = (s - a) / b
        wrong = [
            ((a - s) / b, "Loses the sign when solving the row", "You divide the two entries of a row and forget that one term changes sides. Put your vector into the row: it must give 0."),
            ((other - a) / b, "Takes the other eigenvalue", "Your vector belongs to the other eigenvalue. Multiply the matrix by it and see by how much it is stretched."),
            (b / (s - a), "Exchanges the entries of the vector", "You have the two entries in the wrong places. Multiply the first row by your vector: 0 does not come out."),
            (c / s if s else c / b + 1, "Divides an entry by the eigenvalue", "You divide an entry by the eigenvalue. The eigenvalue comes off the diagonal first; then the row is solved."),
        ]
        values = [y, *(w[0] for w in wrong)]
        if all(abs(u - v) > 0.01 for i, u in enumerate(values) for v in values[:i]):
            break
    return number(f"${tex(m)}$ has the eigenvalue ${s}$. Its eigenvector is $(1, y)$. Give $y$, to 0.0005.", y, wrong,
                  f"The first row of $A - ({s})I$ is $({a - s}, {b})$, and $({a - s}) + ({b})y = 0$.", rtol=0, atol=0.0005, m=m.tolist(), value=s)


def triangular(rng):
    """The eigenvalues of a triangular matrix"""
    while True:
        d = rng.integers(-6, 9, 3)
        if rng.random() < 0.4:
            d[2] = d[pick(rng, [0, 1])]
        m = np.diag(d) + np.triu(rng.integers(-5, 6, (3, 3)), 1)
        m = m.T if rng.random() < 0.5 else m
        wrong = [
            (row(-d), *SLIP), (row((d.sum(),)), "Gives the trace", "You add the diagonal. The eigenvalues are its entries one by one; their sum is the trace."),
            (row((d[0] * d[1] * d[2],)), "Gives the determinant", "You multiply the diagonal. The eigenvalues are its entries one by one; their product is the determinant."),
            (row(m[m != 0][:2]) if len(row(m[m != 0][:2])[0]) == 2 else row((d[0], d[0] + 1)), "Reads a row", "You read entries of a row. Off the diagonal of a triangle the entries turn the eigenvectors, but not the eigenvalues."),
        ]
        if clear(row(d), wrong):
            break
    return matrix(f"Give the different eigenvalues of ${tex(m)}$.", row(d), wrong, "Subtracting the unknown from the diagonal leaves a triangle, whose determinant is the product of its diagonal.",
                  rtol=0, atol=0.0005, m=m.tolist())


def related(rng):
    """The eigenvalues of a related matrix"""
    while True:
        p, q = sorted(int(x) for x in rng.integers(-5, 7, 2))
        k, c = 3, int(rng.integers(2, 8))
        kind = pick(rng, ["power", "inverse", "shift", "both"])
        if p == q or (not p * q and kind == "inverse") or abs(p) == abs(q):
            continue
        name, f, other, words = {
            "power": (f"A^{k}", lambda x: x**k, lambda x: k * x, ("Multiplies by the exponent", "You multiply the eigenvalue by the exponent. Each application multiplies the vector by the eigenvalue once more.")),
            "inverse": ("A^{-1}", lambda x: 1 / x, lambda x: -x, ("Takes the opposite for the inverse", "You turn the sign. Undoing a stretch by a factor is a stretch by one over that factor.")),
            "shift": (f"A + {c}I", lambda x: x + c, lambda x: x, ("Leaves the shift out", "You keep the eigenvalues. Adding a multiple of the identity adds that multiple of the vector to its image.")),
            "both": (f"{c}A - I", lambda x: c * x - 1, lambda x: c * (x - 1), ("Subtracts before multiplying", "You shift first and stretch then. Follow an eigenvector through the expression as it stands.")),
        }[kind]
        wrong = [
            (row((other(p), other(q))), *words), (row((f(-p), f(-q))), "Turns the signs of the eigenvalues", "You start from eigenvalues with the opposite sign. Follow an eigenvector through the expression, with its own factor."),
            (row((f(p) * f(q),)), "Gives their product", "You multiply the two results. That is the determinant of the new matrix; each eigenvector keeps a factor of its own."),
            (row((f(p) + 1, f(q) + 1)), "Adds one too many", "You add one to what each eigenvector is multiplied by. The image is counted, not the image and the vector together."),
        ]
        if clear(row((f(p), f(q))), wrong):
            break
    return matrix(f"$A$ has the eigenvalues ${p}$ and ${q}$. Give the eigenvalues of ${name}$.", row((f(p), f(q))), wrong, "The eigenvectors stay; follow one of them through the expression.",
                  rtol=0, atol=0.0005, p=p, q=q, name=name)


def which_vector(rng):
    """Which vector is an eigenvector"""
    while True:
        m, p, q = whole(rng)
        s = p if rng.random() < 0.5 else q
        v = np.array([m[0, 1], s - m[0, 0]])
        v = v // np.gcd(*v)
        if not v.all() or abs(v[0]) == abs(v[1]) or np.abs(v).max() > 9:
            continue
        k = pick(rng, [1, 2, -1])
        wrong = [v[::-1], np.array([-v[0], v[1]]), np.zeros(2, int)]
        if any(m[0] @ w * w[1] == m[1] @ w * w[0] for w in wrong[:2]):
            continue
        break
    words = [("Exchanges the entries of the vector", "Your vector has the entries in exchanged places. Multiply: its image does not lie on its line."),
             ("Loses the sign when solving the row", "One entry has the wrong sign. Multiply: the image points elsewhere."), ZERO]
    texts = [f"$({int(x)},\\ {int(y)})$" for x, y in (k * v, *wrong)]
    return choice(rng, f"Which of these is an eigenvector of ${tex(m)}$?", texts[0], [(t, *w) for t, w in zip(texts[1:], words)],
                  f"Multiply each: the image of the right one is ${s}$ times the vector.", m=m.tolist(), options=texts)


def diagonalisable(rng):
    """What can be diagonalised"""
    a, b = (int(x) for x in rng.choice(np.arange(-6, 9), 2, replace=False))
    k, c = pick(rng, [1, 2, 3, -1, -2]), int(rng.integers(1, 5))
    yes = [
        ([[a, k], [0, b]], "two different eigenvalues"), ([[a, 0, k], [0, a, c], [0, 0, b]], "two independent eigenvectors for the double eigenvalue"),
        ([[a, c], [c, b]], "a symmetric matrix"), ([[a, 0, 0], [k, b, 0], [0, 0, a]], "two independent eigenvectors for the double eigenvalue"), ([[0, c], [c, 0]], "two different eigenvalues"),
    ]
    no = [
        ([[a, k], [0, a]], *MULTIPLICITY),
        ([[a, 0, 0], [k, a, 0], [0, c, b]], "Counts the eigenvalues and not the vectors", "You find three eigenvalues with repetition and stop. The repeated one has a single direction here, so the vectors do not fill space."),
        ([[a, c], [-c, a]], "Overlooks that no eigenvalue is real", "You take it for diagonalisable over the real numbers. Its polynomial has no real root: it turns every vector off its line."),
        ([[a, k, 0], [0, a, 0], [0, 0, a]], "Takes equal diagonal entries for a diagonal matrix", "You see one number on the diagonal and think of a multiple of the identity. The entry beside it tilts all vectors but those of a plane."),
    ]
    right, why = pick(rng, yes)
    wrong = [no[int(i)] for i in rng.permutation(len(no))[:3]]
    options = [f"${tex(m)}$" for m in (right, *(w[0] for w in wrong))]
    return choice(rng, "Which of these matrices can be diagonalised over the real numbers?", options[0], [(o, w[1], w[2]) for o, w in zip(options[1:], wrong)],
                  f"The right one has {why}.", matrices=[right, *(w[0] for w in wrong)], options=options)


TEMPLATES = [polynomial, eigenvalues, eigenvector, triangular, related, which_vector, diagonalisable]

EXPECTED = {  # 1072, 3554, 240, 0 and 3554 are the lesson's worked examples
    "polynomial": {1: "1 -7 -4", 1072: "1 -7 10"},
    "eigenvalues": {1: "-3 5", 3554: "2 5"},
    "eigenvector": {1: "-7", 2: "-2"},
    "triangular": {1: "-6 -5 0", 2: "-5 -3 6"},
    "related": {0: "1/5 1/2", 2: "-1/2 1/5", 240: "8 125"},
    "which_vector": {1: "$(-1,\\ 7)$", 3554: "2"},
    "diagonalisable": {1: "4", 2: "1"},
}
