"""Adam and AdamW, as in torch.optim."""

import numpy as np


class Adam:
    """Adam with bias correction; weight decay is added to the gradient."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0):
        self.params = list(params)
        self.lr, self.betas, self.eps, self.weight_decay = lr, betas, eps, weight_decay
        self.first = [np.zeros_like(p) for p in self.params]
        self.second = [np.zeros_like(p) for p in self.params]
        self.steps = [0] * len(self.params)

    def step(self, grads):
        for i, g in enumerate(grads):
            if g is not None:
                self._update(i, g + self.weight_decay * self.params[i])

    def _update(self, i, g):
        """One Adam update of parameter i."""
        b1, b2 = self.betas
        self.steps[i] += 1
        self.first[i] = b1 * self.first[i] + (1 - b1) * g
        self.second[i] = b2 * self.second[i] + (1 - b2) * g**2
        mean = self.first[i] / (1 - b1 ** self.steps[i])
        square = self.second[i] / (1 - b2 ** self.steps[i])
        self.params[i] -= self.lr * mean / (np.sqrt(square) + self.eps)


class AdamW(Adam):
    """Adam with decoupled weight decay."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        super().__init__(params, lr, betas, eps, weight_decay)

    def step(self, grads):
        for i, g in enumerate(grads):
            if g is not None:
                self.params[i] *= 1 - self.lr * self.weight_decay
                self._update(i, g)
