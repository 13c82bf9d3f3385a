"""The quantiser in NumPy"""

import numpy as np
import torch

NF4 = [
    -1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334, -0.09105003625154495, 0.0,
    0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1.0,
]


def quantise(weight, block):
    w = weight.detach().numpy().ravel()
    edges = np.arange(0, w.size, block)
    scales = np.maximum.reduceat(np.abs(w), edges)
    each = np.repeat(scales, block)[:w.size]
    ratios = np.divide(w, each, out=np.zeros_like(w), where=each > 0)
    codes = np.abs(np.subtract.outer(ratios, np.array(NF4, w.dtype))).argmin(axis=1)
    return torch.from_numpy(codes.astype(np.uint8).reshape(weight.shape)), torch.from_numpy(scales)


def dequantise(codes, scales, block):
    each = np.repeat(scales.numpy(), block)[:codes.numel()].reshape(codes.shape)
    return torch.from_numpy(np.array(NF4, each.dtype)[codes.numpy()] * each)


class QLoRALinear(torch.nn.Module):
    def __init__(self, weight, rank, alpha, block):
        super().__init__()
        codes, scales = quantise(weight, block)
        self.register_buffer("codes", codes)
        self.register_buffer("scales", scales)
        self.block, self.factor = block, alpha / rank
        self.A = torch.nn.Parameter(torch.randn(rank, weight.shape[1]).to(weight.dtype))
        self.B = torch.nn.Parameter(weight.new_zeros(weight.shape[0], rank))

    def forward(self, x):
        y = torch.einsum('...i,oi->...o', x, dequantise(self.codes, self.scales, self.block))
        return y + torch.einsum('...i,ri,or->...o', x, self.A, self.B) * self.factor
