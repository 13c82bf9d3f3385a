"""bucketize by the middles"""

import torch

NF4 = [
    -1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334, -0.09105003625154495, 0.0,
    0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1.0,
]


def quantise(weight, block):
    flat = weight.detach().reshape(-1)
    extra = -flat.numel() % block
    table = torch.nn.functional.pad(flat, (0, extra)).view(-1, block)
    scales = table.abs().amax(dim=1)
    levels = torch.tensor(NF4, dtype=weight.dtype)
    ratios = torch.where(scales[:, None] > 0, table / scales[:, None], torch.zeros_like(table))
    codes = torch.bucketize(ratios, (levels[1:] + levels[:-1]) / 2)
    return codes.view(-1)[:flat.numel()].view(weight.shape).byte(), scales


def dequantise(codes, scales, block):
    which = torch.arange(codes.numel()) // block
    return (torch.tensor(NF4, dtype=scales.dtype)[codes.reshape(-1).int()] * scales[which]).reshape(codes.shape)


class QLoRALinear(torch.nn.Module):
    def __init__(self, weight, rank, alpha, block):
        super().__init__()
        codes, scales = quantise(weight, block)
        self.register_buffer("codes", codes)
        self.register_buffer("scales", scales)
        self.block, self.factor = block, alpha / rank
        self.A = torch.nn.Parameter(torch.empty(rank, weight.shape[1], dtype=weight.dtype).normal_(std=0.02))
        self.B = torch.nn.Parameter(weight.new_zeros(weight.shape[0], rank))

    def forward(self, x):
        return torch.nn.functional.linear(x, dequantise(self.codes, self.scales, self.block)) + self.factor * ((x @ self.A.t()) @ self.B.t())
