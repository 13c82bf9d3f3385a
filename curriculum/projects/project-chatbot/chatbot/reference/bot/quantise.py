"""Weights as small whole numbers: int8 with one scale a row, int4 with a scale and a least value for every 32 weights of a row."""

from typing import NamedTuple

import torch

GROUP = 32  # weights of a row that share a scale in int4
Parts = dict[str, torch.Tensor]


class Kind(NamedTuple):
    """How one kind of codes is stored, for messages and file names."""

    name: str
    bits: int


KINDS = {"int8": Kind("int8", 8), "int4": Kind("int4", 4)}


def fits(weight: torch.Tensor) -> bool:
    """Only matrices whose rows are whole groups are made small; the rest (norms, biases) is a thousandth of a model."""
    return weight.dim() == 2 and weight.shape[1] % GROUP == 0


def pack(weight: torch.Tensor, kind: str) -> Parts:
    """The codes and scales of a float32 matrix (out, in)."""
    return _pack8(weight) if kind == "int8" else _pack4(weight)


def unpack(parts: Parts) -> torch.Tensor:
    """The float32 matrix that the codes stand for, no further than half a step from the packed one."""
    if "least" not in parts:
        return parts["codes"].float() * parts["scale"].float()[:, None]
    codes, shape = parts["codes"], parts["scale"].shape
    both = torch.stack([codes & 15, codes >> 4], dim=-1).reshape(*shape, GROUP)  # two neighbours share a byte
    return (both.float() * parts["scale"].float()[..., None] + parts["least"].float()[..., None]).reshape(shape[0], -1)


def _pack8(weight: torch.Tensor) -> Parts:
    scale = (weight.abs().amax(dim=1) / 127).clamp(min=1e-12)
    return {"codes": (weight / scale[:, None]).round().clamp(-127, 127).to(torch.int8), "scale": scale}


def _pack4(weight: torch.Tensor) -> Parts:
    groups = weight.reshape(weight.shape[0], -1, GROUP)
    least, most = groups.amin(dim=-1), groups.amax(dim=-1)
    least = least.half()  # rounded before the codes are chosen, so that the codes make up for it
    scale = ((most - least.float()) / 15).clamp(min=1e-7).half()
    codes = ((groups - least.float()[..., None]) / scale.float()[..., None]).round().clamp(0, 15).to(torch.uint8).reshape(weight.shape)
    return {"codes": codes[:, ::2] | codes[:, 1::2] << 4, "scale": scale, "least": least}
