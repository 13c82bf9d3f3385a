"""From a question to the sentences that answer it: extracted, never invented, each from a chunk that can be cited."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.search import Hit
from bot.settings import Settings

UNKNOWN = "I don't know: the documents do not say."
LONGEST = 120


@dataclass(frozen=True)
class Extract:
    """The sentences that answer, and the ids of the chunks that hold them; `known` is False when none is good enough."""

    question: str
    text: str
    citations: tuple[str, ...]
    score: float
    known: bool


@dataclass(frozen=True)
class Scored:
    """A sentence of a chunk and how well it fits the question (0 to 1)."""

    text: str
    hit: Hit
    score: float


def quoted(text: str) -> list[str]:
    """The sentences of a chunk's text, on one line each: no headings, no secrets, and nothing that gives orders to the machine that reads it."""
    raise NotImplementedError("write this part")


class Grounder:
    """Finds the answer of a question in one DATA folder, opened once."""

    def __init__(self, data: Path, settings: Settings) -> None:
        raise NotImplementedError("write this part")

    def coverage(self, question: Sequence[str], there: frozenset[str], near: frozenset[str]) -> float:
        """The share of the question's words that the sentence holds, rare words counting more; what only the rest of the chunk holds counts a third."""
        raise NotImplementedError("write this part")

    def fit(self, question: str, sentence: str, hit: Hit, cosine: float) -> float:
        """0 to 1: half by meaning, half by words; a chunk that lacks a name of the question is about somebody else, and fits half as well."""
        raise NotImplementedError("write this part")

    def extracts(self, questions: Sequence[str]) -> list[Extract]:
        """For each question the best sentences, or that nothing is known."""
        raise NotImplementedError("write this part")
