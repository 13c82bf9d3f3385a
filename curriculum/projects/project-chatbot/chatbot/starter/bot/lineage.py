"""From what a model was made: the hash of the code, and the finished run with all its figures, read and checked."""

from pathlib import Path
from typing import Any, NamedTuple


class Finished(NamedTuple):
    """A training run that came to its end."""

    folder: Path
    parameters: dict[str, Any]
    figures: dict[str, float]
    curve: list[tuple[int, float]]
    data_hash: str
    key: str  # one for each run: the same folder tracked twice has the same key


def finished(folder: Path) -> Finished:
    """The run in `folder`; Fault if it is none, or has not come to its end."""
    raise NotImplementedError


def code_hash(package: Path = Path(__file__).parent) -> str:
    """One hash over every source file of the bot by path and content."""
    raise NotImplementedError
