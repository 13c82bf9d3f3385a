"""Loops over numbers"""

import torch

NF4 = [
    -1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334, -0.09105003625154495, 0.0,
    0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1.0,
]


def quantise(weight, block):
    numbers = weight.flatten().tolist()
    codes, scales = [], []
    for start in range(0, len(numbers), block):
        part = numbers[start:start + block]
        scale = max(abs(v) for v in part)
        scales.append(scale)
        for v in part:
            r = v / scale if scale else 0.0
            codes.append(min(range(16), key=lambda i: abs(NF4[i] - r)))
    return torch.tensor(codes, dtype=torch.uint8).reshape(weight.shape), torch.tensor(scales, dtype=weight.dtype)


def dequantise(codes, scales, block):
    values = [NF4[c] * scales[i // block].item() for i, c in enumerate(codes.flatten().tolist())]
    return torch.tensor(values, dtype=scales.dtype).reshape(codes.shape)


class QLoRALinear(torch.nn.Module):
    def __init__(self, weight, rank, alpha, block):
        super().__init__()
        codes, scales = quantise(weight, block)
        self.register_buffer("codes", codes)
        self.register_buffer("scales", scales)
        self.block, self.factor = block, alpha / rank
        self.A = torch.nn.Parameter(torch.rand(rank, weight.shape[1], dtype=weight.dtype) * 2 - 1)
        self.B = torch.nn.Parameter(weight.new_zeros(weight.shape[0], rank))

    def forward(self, x):
        whole = dequantise(self.codes, self.scales, self.block) + self.factor * (self.B @ self.A)
        return x @ whole.T
