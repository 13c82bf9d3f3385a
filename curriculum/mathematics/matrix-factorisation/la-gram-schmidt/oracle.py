"""NumPy's QR in long double where it has one, column by column with the sign put right; ranks by least squares."""

import numpy as np


def orthonormal_basis(vectors):
    if len({len(v) for v in vectors}) > 1:
        raise ValueError("lengths")
    kept, basis = [], []
    for v in vectors:
        size = np.abs(v).max(initial=0)
        if not size:
            continue
        v = np.asarray(v, float) / size
        v = v / np.sqrt(v @ v)
        columns = np.array(kept + [v]).T
        q, r = np.linalg.qr(columns)
        if len(kept) < columns.shape[0] and abs(r[-1, -1]) > 1e-10:
            kept.append(v)
            basis.append(q[:, -1] * np.sign(r[-1, -1]))
    return basis
