"""The figures of the lesson, computed with the solution."""

import torch
from answer import NF4, dequantise, quantise


def worked():
    """The levels, their widest gap, and one block there and back."""
    levels = torch.tensor(NF4, dtype=torch.float64)
    half_gap = levels.diff().max() / 2
    bits, scale_bits, size = 4, 32, 64
    block = torch.tensor([0.5, -2, 0.1, 1.3], dtype=torch.float64)
    codes, scales = quantise(block, 4)
    ratios, back = block / scales, dequantise(codes, scales, 4)
    worst = (back - block).abs().max()
    if not worst < half_gap * scales or 7e9 * (bits + scale_bits / size) / 8e9 > 4:
        raise ValueError("the text says otherwise")
    away = [(ratios[2] - levels[[7, 8]]).abs(), (ratios[3] - levels[[13, 14]]).abs()]
    return [
        [levels, 2 * half_gap, half_gap, 2, bits + scale_bits / size],
        [block, scales, ratios, codes.tolist(), levels[codes.long()], away, back, worst, half_gap * scales],
    ]
