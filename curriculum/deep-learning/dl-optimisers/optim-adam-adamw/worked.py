"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import Adam, AdamW


def worked():
    """One weight and two gradients."""
    lr, betas, decay = 0.1, (0.5, 0.75), 0.5
    plain, decayed = [np.array([1.0])], [np.array([1.0])]
    adam = Adam(plain, lr, betas, eps=0.0)
    adamw = AdamW(decayed, lr, betas, eps=0.0, weight_decay=decay)
    told = [1, lr, betas, decay]
    for t, g in ((1, 2.0), (2, -1.0)):
        before, shrunk = plain[0].copy(), decayed[0] * (1 - lr * decay)
        adam.step([np.array([g])])
        adamw.step([np.array([g])])
        m, v = adam.first[0], adam.second[0]
        told += [t, abs(g), m, v, m / (1 - betas[0] ** t), v / (1 - betas[1] ** t), before - plain[0]]
        told += [plain[0].copy(), shrunk, shrunk - decayed[0], decayed[0].copy()]
    return told
