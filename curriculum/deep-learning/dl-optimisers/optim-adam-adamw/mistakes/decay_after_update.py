"""Decay taken after the update

You update the weight first and shrink the result. The difference is small, lr times decay times one step, but it is there: the step you have just made is shrunk as well.
The order here is decay first, on the old value, then the Adam step.
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
            if not self.decoupled:
                g = g + self.wd * p
            self.t[k] += 1
            t = self.t[k]
            self.m[k] = beta1 * self.m[k] + (1 - beta1) * g
            self.v[k] = beta2 * self.v[k] + (1 - beta2) * g * g
            m_hat = self.m[k] / (1 - beta1**t)
            v_hat = self.v[k] / (1 - beta2**t)
            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)
            if self.decoupled:
                p -= self.lr * self.wd * p


class AdamW(Adam):
    decoupled = True

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        super().__init__(params, lr, betas, eps, weight_decay)
