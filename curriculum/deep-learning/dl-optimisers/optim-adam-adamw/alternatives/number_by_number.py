"""Plain Python floats, one entry at a time."""

import numpy as np


class Adam:
    coupled = True

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0):
        self.params, self.lr, self.betas, self.eps, self.decay = params, lr, betas, eps, weight_decay
        self.memory = {}

    def step(self, grads):
        a, b = self.betas
        for k, (p, g) in enumerate(zip(self.params, grads)):
            if g is None:
                continue
            for i in np.ndindex(p.shape):
                w, d = float(p[i]), float(g[i])
                m, v, t = self.memory.get((k, i), (0.0, 0.0, 0))
                if self.coupled:
                    d += self.decay * w
                m, v, t = a * m + (1 - a) * d, b * v + (1 - b) * d * d, t + 1
                self.memory[k, i] = m, v, t
                step = self.lr * (m / (1 - a**t)) / ((v / (1 - b**t)) ** 0.5 + self.eps)
                p[i] = w - step - (0.0 if self.coupled else self.lr * self.decay * w)


class AdamW(Adam):
    coupled = False

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        super().__init__(params, lr=lr, betas=betas, eps=eps, weight_decay=weight_decay)
