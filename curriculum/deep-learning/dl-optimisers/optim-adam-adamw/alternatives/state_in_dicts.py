"""Two unrelated classes, state made lazily, corrections kept as running products, averages updated in place."""

import math

import numpy as np


def _advance(state, p, g, lr, betas, eps):
    if not state:
        state.update(m=np.zeros(p.shape), v=np.zeros(p.shape), c1=1.0, c2=1.0)
    m, v = state["m"], state["v"]
    state["c1"] *= betas[0]
    state["c2"] *= betas[1]
    m += (g - m) * (1.0 - betas[0])
    v *= betas[1]
    v += (1.0 - betas[1]) * np.square(g)
    root = np.sqrt(v) / math.sqrt(1.0 - state["c2"])
    p[...] = p - (lr / (1.0 - state["c1"])) * m / (root + eps)


class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0):
        self.all = [(p, {}) for p in params]
        self.how = lr, betas, eps
        self.decay = weight_decay

    def step(self, grads):
        for (p, state), g in zip(self.all, grads):
            if g is not None:
                _advance(state, p, g + self.decay * p, *self.how)


class AdamW:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2):
        self.all = [(p, {}) for p in params]
        self.how = lr, betas, eps
        self.shrink = 1.0 - lr * weight_decay

    def step(self, grads):
        for (p, state), g in zip(self.all, grads):
            if g is not None:
                p *= self.shrink
                _advance(state, p, g, *self.how)
