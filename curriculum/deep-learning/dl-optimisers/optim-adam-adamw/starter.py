"""Adam and AdamW on NumPy arrays."""

import numpy as np


class Adam:
    """Adam with bias correction; weight decay is added to the gradient."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0):
        raise NotImplementedError

    def step(self, grads):
        """Change every array of params in place; grads[i] belongs to params[i] and may be None."""
        raise NotImplementedError


class AdamW:
    """Adam with decoupled weight decay."""

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
        raise NotImplementedError

    def step(self, grads):
        """As Adam.step."""
        raise NotImplementedError
