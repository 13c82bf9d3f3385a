"""Where a training run stands: written whole or not at all, so that a run killed at any moment goes on from the last one."""

from pathlib import Path
from typing import Any

import torch

from bot.faults import Fault
from bot.files import replaced_folder, write_text

FILE = "state.pt"


def save(run: Path, step: int, weights: dict[str, torch.Tensor], optimiser: Any) -> None:
    """Replace the checkpoint by the state after `step` steps."""
    with replaced_folder(run / "checkpoint") as fresh:
        torch.save({"step": step, "weights": weights, "optimiser": optimiser.state_dict()}, fresh / FILE)


def load(run: Path) -> dict[str, Any] | None:
    """The last state, or None. Fault if it cannot be read. Nothing in it is executed."""
    path = run / "checkpoint" / FILE
    if not path.exists():
        return None
    try:
        found = torch.load(path, weights_only=True)
        return {key: found[key] for key in ("step", "weights", "optimiser")}
    except Exception as error:  # noqa: BLE001  torch raises many kinds for a file that is cut or foreign
        raise Fault(f"The checkpoint {path} is damaged ({type(error).__name__}): delete {run} to start the run over.") from None


def log_of(run: Path, step: int) -> Path:
    """The log with its first `step` lines: what was logged after the checkpoint is done again."""
    path = run / "log.jsonl"
    if path.exists():
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
        if len(lines) > step:  # a line that was being written when the run was killed is among the rest
            write_text(path, "".join(lines[:step]))
    return path
