"""torch.optim itself, on tensors that share memory with the arrays."""

import torch


class _Torch:
    def __init__(self, params, **settings):
        self.tensors = [torch.from_numpy(p) for p in params]
        self.optimiser = getattr(torch.optim, type(self).__name__)(self.tensors, **settings)

    def step(self, grads):
        for t, g in zip(self.tensors, grads):
            t.grad = None if g is None else torch.tensor(g)
        self.optimiser.step()


class Adam(_Torch):
    pass


class AdamW(_Torch):
    pass
