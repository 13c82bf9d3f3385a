"""All optimisers share one state

Your averages live in the class, or in the module, instead of the object. A second optimiser overwrites those of the first. Each object needs its own.
"""

import numpy as np


class Adam:
    decoupled = False
    m, v, t = {}, {}, {}

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0):
        self.params = params
        self.lr, self.betas, self.eps, self.wd = lr, betas, eps, weight_decay
        for k, p in enumerate(params):
            self.m[k], self.v[k], self.t[k] = np.zeros_like(p), np.zeros_like(p), 0

    def step(self, grads):
        beta1, beta2 = self.betas
        for k, p in enumerate(self.params):
            g = grads[k]
            if g is None:
                continue
            if self.decoupled:
                p -= self.lr * self.wd * p
            else:
                g = g + self.wd * p
            self.t[k] += 1
            t = self.t[k]
            self.m[k] = beta1 * self.m[k] + (1 - beta1) * g
            self.v[k] = beta2 * self.v[k] + (1 - beta2) * g * g
            m_hat = self.m[k] / (1 - beta1**t)
            v_hat = self.v[k] / (1 - beta2**t)
            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


class AdamW(Adam):
    decoupled = True

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        super().__init__(params, lr, betas, eps, weight_decay)
