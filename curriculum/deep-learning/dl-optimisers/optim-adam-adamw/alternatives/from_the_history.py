"""Keeps every gradient and computes the averages afresh as weighted sums."""

import numpy as np


class Adam:
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0, decoupled=False):
        self.__dict__.update(params=list(params), lr=lr, betas=betas, eps=eps, decay=weight_decay, decoupled=decoupled)
        self.seen = [np.empty((0, p.size)) for p in self.params]

    def step(self, grads):
        for k, g in enumerate(grads):
            if g is None:
                continue
            p = self.params[k]
            old = p.copy()
            row = (g if self.decoupled else g + self.decay * old).reshape(1, -1)
            self.seen[k] = np.concatenate([self.seen[k], row])[-12000:]
            age = np.arange(len(self.seen[k]))[::-1]
            weights = [b**age / np.sum(b**age) for b in self.betas]
            mean, square = weights[0] @ self.seen[k], weights[1] @ self.seen[k] ** 2
            np.subtract(old, self.lr * (mean / (np.sqrt(square) + self.eps)).reshape(p.shape), out=p)
            if self.decoupled:
                p -= self.lr * self.decay * old


class AdamW(Adam):
    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        super().__init__(params, lr, betas, eps, weight_decay, decoupled=True)
