"""Weights as small whole numbers: int8 with one scale a row, int4 with a scale and a least value for every 32 weights of a row."""

import torch

GROUP = 32  # weights of a row that share a scale in int4
Parts = dict[str, torch.Tensor]


def pack(weight: torch.Tensor, kind: str) -> Parts:
    """The codes and scales of a float32 matrix (out, in); `kind` is "int8" or "int4", in which two codes share a byte."""
    raise NotImplementedError


def unpack(parts: Parts) -> torch.Tensor:
    """The float32 matrix that the codes stand for, no further than half a step from the packed one."""
    raise NotImplementedError
