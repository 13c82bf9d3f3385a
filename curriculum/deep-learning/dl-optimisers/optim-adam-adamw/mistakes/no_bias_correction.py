"""Bias correction skipped

You use the two running averages as they are. Both start at zero, so the first ones are far too small, and not equally: with the usual settings the first step is about
three times the learning rate, and it takes a few thousand steps until that has faded. Look at what each average holds after a single gradient.
"""

import numpy as np


class Adam:
    decoupled = False

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0):
        self.params = params
        self.lr, self.betas, self.eps, self.wd = lr, betas, eps, weight_decay
        self.m = [np.zeros_like(p) for p in params]
        self.v = [np.zeros_like(p) for p in params]
        self.t = [0 for p in params]

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
            m_hat = self.m[k]
            v_hat = self.v[k]
            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


class AdamW(Adam):
    decoupled = True

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        super().__init__(params, lr, betas, eps, weight_decay)
