"""Distances by cdist"""

import torch

NF4 = [
    -1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334, -0.09105003625154495, 0.0,
    0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1.0,
]


def _expanded(scales, block, shape):
    return torch.cat([s.expand(block) for s in scales])[: shape.numel()].view(shape)


def quantise(weight, block):
    scales = torch.tensor([part.abs().max().item() for part in torch.split(weight.reshape(-1), block)], dtype=weight.dtype)
    spread = _expanded(scales, block, weight.shape)
    ratios = weight / torch.where(spread == 0, torch.ones_like(spread), spread)
    distance = torch.cdist(ratios.reshape(-1, 1), torch.tensor(NF4, dtype=weight.dtype)[:, None], p=1.0)
    return distance.min(dim=1).indices.to(torch.uint8).reshape(weight.shape), scales


def dequantise(codes, scales, block):
    return torch.take(torch.tensor(NF4, dtype=scales.dtype), codes.to(torch.int64)) * _expanded(scales, block, codes.shape)


class QLoRALinear(torch.nn.Module):
    def __init__(self, weight, rank, alpha, block):
        super().__init__()
        codes, scales = quantise(weight, block)
        self.register_buffer("codes", codes)
        self.register_buffer("scales", scales)
        self.block, self.factor = block, alpha / rank
        self.A = torch.nn.Parameter(torch.nn.init.kaiming_uniform_(torch.empty(rank, weight.shape[1], dtype=weight.dtype)))
        self.B = torch.nn.Parameter(weight.new_zeros(weight.shape[0], rank))

    def forward(self, x):
        frozen = dequantise(self.codes, self.scales, self.block).detach()
        return x.matmul(frozen.t()) + x.matmul(self.A.t()).matmul(self.B.t()).mul(self.factor)
