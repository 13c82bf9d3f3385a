"""Transposes, the order in a transposed product, symmetric parts, shapes, and which rules hold."""

import numpy as np

from gradus.drilling import choice, matrix

ORDER = ("Keeps the order in the transpose of a product",
         "You transpose each factor and leave the order. What acts first in the product must stand on the other side after transposing; unequal shapes show it at once.")
SYMMETRIC = ("Thinks every square matrix is symmetric",
             "You treat the matrix as its own mirror image. A square shape allows that and does not bring it about: one 1 above the diagonal is enough against it.")


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def tex(m):
    return "\\begin{pmatrix}" + "\\\\".join("&".join(f"{x:g}" for x in row) for row in np.asarray(m, float)) + "\\end{pmatrix}"


def distinct(right, wrong):
    ms = [np.asarray(m, float) for m in (right, *(w[0] for w in wrong))]
    return all(a.shape != b.shape or np.abs(a - b).max() > 0.01 for i, a in enumerate(ms) for b in ms[:i])


def transpose(rng):
    """The transpose of a matrix"""
    while True:
        m, n = pick(rng, [(2, 3), (3, 2), (3, 3), (2, 2), (2, 4)])
        a = rng.integers(-9, 10, (m, n))
        wrong = [
            (a.reshape(n, m) if m != n else a[::-1, ::-1].T, "Refills the shape in reading order" if m != n else "Mirrors at the other diagonal",
             "You keep the numbers in reading order and break the lines elsewhere. Transposing moves an entry from row i, column j to row j, column i." if m != n else
             "You mirror at the diagonal that rises to the right. The entries of the other one, from the top left, stay in place."),
            (np.rot90(a), "Turns the matrix by a quarter", "You turn the table. Transposing mirrors it: the first entry at the top left stays there."),
            (a, *SYMMETRIC) if m == n else (a[::-1, ::-1], "Reverses rows and columns", "You reverse the order of rows and of columns. The transpose has the rows as columns, in their old order."),
        ]
        if distinct(a.T, wrong):
            break
    return matrix(f"Give the transpose of ${tex(a)}$.", a.T, wrong, "The first row becomes the first column, the second the second.", rtol=0, atol=0.0005, a=a.tolist())


def product(rng):
    """The transpose of a product"""
    while True:
        a, b = rng.integers(-4, 6, (2, 2, 2))
        wrong = [
            (a.T @ b.T, *ORDER), (a @ b, "Leaves the product as it is", "You give the product itself. Its rows still have to become columns."),
            (a.T @ b, "Transposes the first factor only", "You transpose one factor and leave the other. Every factor is transposed, and their order turns."),
            (b.T * a.T, "Multiplies entry by entry", "You multiply entries that stand in the same place. A matrix product takes rows times columns, before and after transposing."),
            (b.T @ a, "Transposes the second factor only", "You turn the order and transpose one factor. Every factor is transposed."),
        ]
        if distinct((a @ b).T, wrong):
            break
    return matrix(f"Give $(AB)^{{\\mathsf T}}$ for $A = {tex(a)}$ and $B = {tex(b)}$.", (a @ b).T, wrong,
                  "It is $B^{\\mathsf T}A^{\\mathsf T}$; or multiply first and mirror then.", rtol=0, atol=0.0005, a=a.tolist(), b=b.tolist())


def symmetric_part(rng):
    """The symmetric part of a matrix"""
    while True:
        n = pick(rng, [2, 2, 3])
        a = rng.integers(-6, 8, (n, n)).astype(float)
        upper = np.triu(a) + np.triu(a, 1).T
        wrong = [
            (a + a.T, "Forgets to halve", "You add the matrix and its transpose. A matrix that is symmetric already would come out doubled; its symmetric part is itself."),
            ((a - a.T) / 2, "Gives the antisymmetric part", "You subtract. The difference turns its sign when it is transposed; the part that stays comes from adding."),
            (upper, "Copies the upper half down", "You copy the entries above the diagonal below it. That is symmetric, but the entries below have had no say; each pair is averaged."),
            (a, *SYMMETRIC),
        ]
        if distinct((a + a.T) / 2, wrong):
            break
    return matrix(f"Give the symmetric part $\\frac12(A + A^{{\\mathsf T}})$ of $A = {tex(a)}$.", (a + a.T) / 2, wrong,
                  "Each entry is averaged with its mirror image; the diagonal stays.", rtol=0, atol=0.0005, a=a.tolist())


def shape(rng):
    """The shape of a product with transposes"""
    p, q, r = (int(x) for x in rng.choice(np.arange(2, 10), 3, replace=False))
    name, factors = pick(rng, [
        ("AB^{\\mathsf T}", [("A", p, q, 0), ("B", r, q, 1)]), ("A^{\\mathsf T}B", [("A", q, p, 1), ("B", q, r, 0)]), ("A^{\\mathsf T}B^{\\mathsf T}", [("A", q, p, 1), ("B", r, q, 1)]),
        ("(AB)^{\\mathsf T}", [("B", q, p, 1), ("A", r, q, 1)]), ("(A^{\\mathsf T}B)^{\\mathsf T}", [("B", q, p, 1), ("A", q, r, 0)]), ("(AB^{\\mathsf T})^{\\mathsf T}", [("B", p, q, 0), ("A", r, q, 1)]),
    ])
    known = ", ".join(f"${n}$ has the shape $({m}, {k})$" for n, m, k, _ in sorted(factors))
    return matrix(
        f"{known}. Which shape has ${name}$?", [[p, r]],
        [([[r, p]], "Turns the shape round", "You give the shape of the transpose of the result. Write the shapes of all factors in their final order and read the outer numbers."),
         ([[q, q]], "Keeps the inner numbers", "You give the numbers that meet in the middle. They have to agree and then disappear; the outer ones remain."),
         ([[p, q]], "Stops after the first factor", "You give the shape of one factor. The product takes its rows from the left factor and its columns from the right one."),
         ([[q, r]], "Stops before the last factor", "You give the shape of the right factor. The product takes its rows from the left factor and its columns from the right one.")],
        f"The factors in their final order have the shapes $({p}, {q})$ and $({q}, {r})$.",
        rtol=0, atol=0.1, name=name, shapes={n: [m, k] for n, m, k, _ in factors},
    )


# TeX (T stands for the transpose), then both sides in NumPy, for square matrices unless shapes are given
TRUE = [
    ("(AB)^T = B^TA^T", "(A@B).T", "B.T@A.T"), ("(ABC)^T = C^TB^TA^T", "(A@B@C).T", "C.T@B.T@A.T"), ("(A^TB)^T = B^TA", "(A.T@B).T", "B.T@A"),
    ("(AB^T)^T = BA^T", "(A@B.T).T", "B@A.T"), ("(A - B)^T = A^T - B^T", "(A-B).T", "A.T-B.T"), ("(5A)^T = 5A^T", "(5*A).T", "5*A.T"),
    ("(A + I)^T = A^T + I", "(A+I).T", "A.T+I"), ("(A^TA)^T = A^TA", "(A.T@A).T", "A.T@A"), ("x^TAy = y^TA^Tx", "x@A@y", "y@A.T@x"),
    ("(AA)^T = A^TA^T", "(A@A).T", "A.T@A.T"), ("x^T(Ay) = (A^Tx)^Ty", "x@(A@y)", "(A.T@x)@y"), ("(A^TB^T)^T = BA", "(A.T@B.T).T", "B@A"), ("x^Ty = y^Tx", "x@y", "y@x"),
]
FALSE = [
    ("(AB)^T = A^TB^T", "(A@B).T", "A.T@B.T", *ORDER), ("(ABC)^T = A^TB^TC^T", "(A@B@C).T", "A.T@B.T@C.T", *ORDER), ("(A^TB)^T = AB^T", "(A.T@B).T", "A@B.T", *ORDER),
    ("(AB^T)^T = A^TB", "(A@B.T).T", "A.T@B", *ORDER), ("(ABC)^T = B^TA^TC^T", "(A@B@C).T", "B.T@A.T@C.T", "Turns only the first two factors",
     "You exchange the first two factors and leave the third at its end. All factors turn round: the last one comes first."),
    ("A^T = A", "A.T", "A", *SYMMETRIC), ("A^TB = AB", "A.T@B", "A@B", *SYMMETRIC), ("A + A^T = 2A", "A+A.T", "2*A", *SYMMETRIC),
    ("A^TA = AA^T", "A.T@A", "A@A.T", "Exchanges the factors of a symmetric product", "You read both as the same because both are symmetric. One holds the dot products of columns, the other those of rows."),
    ("A^TA = AA", "A.T@A", "A@A", *SYMMETRIC), ("AB = BA", "A@B", "B@A", "Assumes the product commutes", "You exchange two factors. What stands on the left acts last; turning first and stretching then is another map than the other way."),
    ("x^TAy = x^TA^Ty", "x@A@y", "x@A.T@y", "Transposes the middle alone", "You transpose the matrix and leave the vectors. A number is its own transpose, but then all factors turn, and the vectors change sides."),
    ("(AB)^T = BA", "(A@B).T", "B@A", "Turns the order and forgets the factors", "You turn the order and leave the factors as they are. Each of them is transposed as well."),
    ("A - A^T = 0", "A-A.T", "0*A", *SYMMETRIC), ("(A + B)^T = A^T + B", "(A+B).T", "A.T+B", "Transposes one term only", "You transpose one term of a sum. The mirror image of a sum holds the mirror image of every term."),
]
INVERSE_TRUE = [("(A^{-1})^T = (A^T)^{-1}", "inv(A).T", "inv(A.T)"), ("((AB)^{-1})^T = (A^{-1})^T(B^{-1})^T", "inv(A@B).T", "inv(A).T@inv(B).T"), ("(AB)^{-1} = B^{-1}A^{-1}", "inv(A@B)", "inv(B)@inv(A)")]
INVERSE_FALSE = [
    ("A^{-1} = A^T", "inv(A)", "A.T", "Takes the transpose for the inverse", "You take the mirror image for the map that undoes $A$. That is so for rotations and reflections, whose columns are orthonormal, and not in general."),
    ("(AB)^{-1} = A^{-1}B^{-1}", "inv(A@B)", "inv(A)@inv(B)", "Keeps the order in the inverse of a product", "You undo the factors in the order in which they stand. What acted last is undone first."),
]


def written(rule):
    return "$" + rule.replace("^T", "^{\\mathsf T}") + "$"


def holds(rng):
    """Which rule holds"""
    trues, falses = (TRUE + INVERSE_TRUE, FALSE + INVERSE_FALSE)
    right = pick(rng, trues)
    wrong = {}
    for i in rng.permutation(len(falses)):
        f = falses[int(i)]
        if f[3] not in wrong and len(wrong) < 3:
            wrong[f[3]] = f
    return choice(
        rng, "Which rule holds for all invertible square matrices $A$, $B$, $C$ of one size and all vectors $x$, $y$?", written(right[0]),
        [(written(f[0]), f[3], f[4]) for f in wrong.values()], "Transposes go through sums and numbers term by term; in a product every factor is transposed and the order turns. Inverses turn the order too.",
        rules={written(r[0]): [r[1], r[2]] for r in (right, *wrong.values())}, wanted=True,
    )


def fails(rng):
    """Which rule fails"""
    trues = TRUE + INVERSE_TRUE
    right = pick(rng, [f for f in FALSE + INVERSE_FALSE if len(written(f[0])) > 40])
    wrong = [trues[int(i)] for i in rng.permutation(len(trues))]
    short = next(t for t in wrong if len(written(t[0])) < len(written(right[0])))  # a right rule may be the shortest line too
    wrong = [short, *(t for t in wrong if t is not short)][:3]
    words = [
        ("Doubts a rule that holds", "You reject a rule that is true. Take the transposed product of the left side apart, factor by factor from the right, and compare."),
        ("Doubts a second rule that holds", "You reject a rule that is true. Check it with two small matrices that are not symmetric, and with their shapes."),
        ("Doubts a third rule that holds", "You reject a rule that is true. Write an entry of both sides as a sum and compare the indices."),
    ]
    return choice(
        rng, "Three of these rules hold for all invertible square matrices $A$, $B$, $C$ of one size and all vectors $x$, $y$. Which one fails for some of them?", written(right[0]),
        [(written(t[0]), *w) for t, w in zip(wrong, words)], f"{right[3]}: two small matrices that are not symmetric show it.",
        rules={written(r[0]): [r[1], r[2]] for r in (right, *wrong)}, wanted=False,
    )


def always_symmetric(rng):
    """Which matrix is always symmetric"""
    c = int(rng.integers(2, 8))
    right = pick(rng, [("A^TA", "A.T@A"), ("AA^T", "A@A.T"), ("A + A^T", "A+A.T"), ("A^TSA", "A.T@S@A"), ("ASA^T", "A@S@A.T"), (f"S + {c}I", f"S+{c}*I"), ("SS", "S@S"), ("A^TA + S", "A.T@A+S"), (f"{c}S - I", f"{c}*S-I"), ("xx^T", "np.outer(x,x)"), ("xy^T + yx^T", "np.outer(x,y)+np.outer(y,x)")])
    pool = [
        ("A - A^T", "A-A.T", "Takes a turning sign for symmetry", "You subtract the mirror image. Transposing this turns its sign; only a matrix that stays itself is symmetric."),
        ("AA", "A@A", *SYMMETRIC), (f"A + {c}I", f"A+{c}*I", *SYMMETRIC),
        ("SR", "S@R", "Multiplies symmetric matrices", "You believe that products of symmetric matrices are symmetric. Transposing turns their order, and the two need not commute."),
        ("AS", "A@S", "Lets one symmetric factor suffice", "You let one symmetric factor make the product symmetric. Transposed, the other factor comes out transposed and on the other side."),
        ("A^TSA^T", "A.T@S@A.T", "Transposes the same side twice", "You have the same factor on both sides. Transposing turns the order and each factor, so left and right must be mirror images."),
        ("xy^T", "np.outer(x,y)", "Takes every outer product for symmetric", "You multiply a column by a row. Its entry in row i, column j takes the i-th number from one vector and the j-th from the other."),
        ("A^T + S", "A.T+S", "Adds a symmetric matrix", "You add a symmetric matrix to one that is not. What was not its own mirror image before is not after."),
    ]
    wrong = {}
    for i in rng.permutation(len(pool)):
        f = pool[int(i)]
        if f[2] not in wrong and len(wrong) < 3:
            wrong[f[2]] = f
    return choice(
        rng, "$A$ is any square matrix, $S$ and $R$ are symmetric, all of one size; $x$ and $y$ are vectors. Which of these is always symmetric?", written(right[0]),
        [(written(f[0]), f[2], f[3]) for f in wrong.values()], "Transpose it by the rules, with $S^{\\mathsf T} = S$; the right one comes back as it was.",
        rules={written(r[0]): [r[1], f"({r[1]}).T"] for r in (right, *wrong.values())}, wanted=True,
    )


TEMPLATES = [transpose, product, symmetric_part, shape, holds, fails, always_symmetric]

EXPECTED = {  # product 1 and symmetric_part 1379 are the lesson's worked examples
    "transpose": {1: "0 -9 9; 5 -7 -5; 9 6 -4", 2: "-5 6; -7 -1; -4 -8; -2 -3"},
    "product": {1: "4 8; 5 16", 2: "0 0; 24 -4"},
    "symmetric_part": {1: "1 5.5; 5.5 -6", 1379: "1 3/2; 3/2 0"},
    "shape": {1: "5 8", 2: "3 7"},
    "holds": {1: "2", 2: "1"},
    "fails": {1: "1", 3: "3"},
    "always_symmetric": {1: "4", 2: "3"},
}
