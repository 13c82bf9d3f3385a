"""What one answer is worth against its gold line: numbers from 0 to 1, by rules that length alone cannot win."""

from collections.abc import Sequence
from typing import Any

METRICS = ("score", "f1", "exact", "refusal", "cited")


def words(text: str) -> list[str]:
    """The maximal runs of letters, digits and underscores, in lower case."""
    raise NotImplementedError


def f1(answer: str, accepted: Sequence[str]) -> float:
    """The best overlap of words with an accepted answer: twice the words in common over the words of both, each counted as often as it stands there."""
    raise NotImplementedError


def values(answer: dict[str, Any] | None, gold: dict[str, Any]) -> dict[str, float | None]:
    """Every metric of one answer; None where a metric does not ask this question. `answer` is None when the system gave none, which is worth 0."""
    raise NotImplementedError
