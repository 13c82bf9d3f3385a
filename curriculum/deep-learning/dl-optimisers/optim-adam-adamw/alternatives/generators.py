"""One generator a parameter: the state lives in its local variables."""

import numpy as np


def _walk(p, lr, betas, eps, before, inside):
    mean = square = np.zeros(p.shape)
    count = 0
    while True:
        g = yield
        count += 1
        np.multiply(p, before, out=p)
        g = g + inside * p
        mean = mean * betas[0] + g * (1 - betas[0])
        square = square * betas[1] + np.abs(g) ** 2 * (1 - betas[1])
        corrected = [a / -np.expm1(count * np.log(b)) for a, b in zip((mean, square), betas)]
        p += -lr * np.divide(corrected[0], corrected[1] ** 0.5 + eps)


class _Walkers:
    def _start(self, params, *how):
        self.walkers = [_walk(p, *how) for p in params]
        for w in self.walkers:
            next(w)

    def step(self, grads):
        for w, g in zip(self.walkers, grads):
            if g is not None:
                w.send(g)


class Adam(_Walkers):
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0):
        self._start(params, lr, betas, eps, 1.0, weight_decay)


class AdamW(_Walkers):
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        self._start(params, lr, betas, eps, 1.0 - lr * weight_decay, 0.0)
