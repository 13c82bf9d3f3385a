"""The levels computed from quantiles of the normal distribution, codes by sorted borders, a plain Linear for the product."""

import numpy as np
import torch
from scipy.stats import norm


def _levels():
    offset = 0.9677083
    right, left = norm.ppf(np.linspace(offset, 0.5, 9)[:-1]), -norm.ppf(np.linspace(offset, 0.5, 8)[:-1])
    values = np.sort(np.concatenate([right, [0.0], left]))
    return (values / values.max()).astype("float32").astype("float64")


def quantise(weight, block):
    levels, codes, scales = _levels(), [], []
    numbers = weight.detach().numpy().astype("float64").ravel()
    for start in range(0, len(numbers), block):
        part = numbers[start:start + block]
        scale = max(part.max(), -part.min())
        codes += np.searchsorted((levels[1:] + levels[:-1]) / 2, part / scale if scale else part).tolist()
        scales.append(scale)
    return torch.tensor(codes, dtype=torch.uint8).reshape(weight.shape), torch.tensor(scales, dtype=weight.dtype)


def dequantise(codes, scales, block):
    levels = _levels()
    flat = [levels[c] * float(scales[i // block]) for i, c in enumerate(codes.flatten().tolist())]
    return torch.tensor(flat, dtype=scales.dtype).reshape(codes.shape)


class QLoRALinear(torch.nn.Module):
    def __init__(self, weight, rank, alpha, block):
        super().__init__()
        codes, scales = quantise(weight, block)
        self.register_buffer("codes", codes)
        self.register_buffer("scales", scales)
        self.A = torch.nn.Parameter(torch.rand(rank, weight.shape[1]).to(weight.dtype) - 0.5)
        self.B = torch.nn.Parameter(torch.zeros(len(weight), rank).to(weight.dtype))
        self.settings = alpha, rank, block

    def forward(self, x):
        alpha, rank, block = self.settings
        whole = dequantise(self.codes, self.scales, block) + alpha / rank * self.B @ self.A
        return torch.nn.functional.linear(x, whole)
