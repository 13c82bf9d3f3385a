"""Each row of the product is a combination of the rows of the second matrix."""

def matmul(a, b):
    if any(len(r) != len(b) for r in a):
        raise ValueError("inner sizes differ")
    if any(len(r) != len(b[0]) for r in b):
        raise ValueError("ragged")
    out = []
    for row in a:
        total = [0] * len(b[0])
        for c, other in zip(row, b):
            total = [t + c * o for t, o in zip(total, other)]
        out.append(tuple(total))
    return out


def matvec(a, x):
    return [r[0] for r in matmul(a, [[v] for v in x])]
