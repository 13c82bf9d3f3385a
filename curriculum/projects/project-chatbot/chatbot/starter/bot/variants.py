"""A model made small, as a folder that stands alone: its codes, what was left as it is, its configuration and its tokeniser."""

from pathlib import Path
from typing import Any


def save(model: Any, source: Path, kind: str, folder: Path) -> None:
    """Write the variant `kind` of a model that was loaded from `source`."""
    raise NotImplementedError


def plain(folder: Path) -> tuple[Any, Any]:
    """The variant as an ordinary model in float32, and its tokeniser. Fault if a file is cut or missing."""
    raise NotImplementedError


def load(folder: Path) -> tuple[Any, Any]:
    """The variant ready to run on its codes, and its tokeniser."""
    raise NotImplementedError
