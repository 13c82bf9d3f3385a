"""Where a training run stands: written whole or not at all, so that a run killed at any moment goes on from the last one."""

from pathlib import Path
from typing import Any

import torch


def save(run: Path, step: int, weights: dict[str, torch.Tensor], optimiser: Any) -> None:
    """Replace the checkpoint by the state after `step` steps."""
    raise NotImplementedError


def load(run: Path) -> dict[str, Any] | None:
    """The last state, or None. Fault if it cannot be read."""
    raise NotImplementedError
