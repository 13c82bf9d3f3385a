"""The quantised weight is trained

You make the dequantised weight a parameter. The optimiser then moves numbers that must be one of 16 levels, and the memory that was saved is back.
"""

import torch
from torch import nn

NF4 = [float(level) for level in """
    -1.0 -0.6961928009986877 -0.5250730514526367 -0.39491748809814453 -0.28444138169288635 -0.18477343022823334 -0.09105003625154495 0.0
    0.07958029955625534 0.16093020141124725 0.24611230194568634 0.33791524171829224 0.44070982933044434 0.5626170039176941 0.7229568362236023 1.0
""".split()]


LEVELS = torch.tensor(NF4)
MIDDLES = (LEVELS[1:].double() + LEVELS[:-1]) / 2


def quantise(weight, block):
    blocks = weight.flatten().split(block)
    scales = torch.stack([numbers.abs().max() for numbers in blocks])
    ratios = weight.flatten() / _spread(scales, block, weight).clamp(min=torch.finfo(weight.dtype).tiny)
    nearest = torch.bucketize(ratios.double(), MIDDLES)
    return nearest.to(torch.uint8).view(weight.shape), scales


def dequantise(codes, scales, block):
    return LEVELS[codes.long()] * _spread(scales, block, codes).view(codes.shape)


def _spread(scales, block, like):
    """Each number's scale, in flattened order."""
    return scales.repeat_interleave(block)[:like.numel()]


class QLoRALinear(nn.Module):
    def __init__(self, weight, rank, alpha, block):
        super().__init__()
        codes, scales = quantise(weight, block)
        self.register_buffer("codes", codes)
        self.register_buffer("scales", scales)
        self.A = nn.Parameter(torch.randn(rank, weight.shape[1], dtype=weight.dtype))
        self.B = nn.Parameter(torch.zeros(weight.shape[0], rank, dtype=weight.dtype))
        self.weight = nn.Parameter(dequantise(codes, scales, block))
        self.block, self.scale = block, alpha / rank

    def forward(self, x):
        base = x @ self.weight.T
        return base + x @ self.A.T @ self.B.T * self.scale
