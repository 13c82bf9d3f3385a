"""A judge that compares two answers, and whether it may be trusted: it is asked in both orders, and about an answer against its own padded copy."""

from pathlib import Path
from typing import Any


def trial(judge: Path, items: list[dict[str, str]], limit: float) -> dict[str, Any]:
    """Both probes of a judge over `items` ({"question", "a", "b"}): {"position", "length", "trusted", "a", "b", "ties"}."""
    raise NotImplementedError


def verdicts(judge: Path, asked: list[tuple[str, str, str]]) -> list[str]:
    """What the program `judge` says of each (question, first, second): "first", "second" or "tie". Fault if it fails or says anything else."""
    raise NotImplementedError
