"""`search`: the chunks that a question asks for, by meaning (vectors) and by words (BM25), the two lists fused by rank."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from bot.embed import Vectors
from bot.settings import Settings


@dataclass(frozen=True)
class Hit:
    """One chunk that was found; `row` is its place in the index."""

    chunk: str
    source: str
    score: float
    title: str
    text: str
    row: int


def fused(lists: Iterable[tuple[float, Sequence[int]]], constant: int) -> list[tuple[int, float]]:
    """Reciprocal rank fusion (Cormack, Clarke and Buettcher 2009): an entry on rank r (from 1) of a list adds weight / (constant + r). Best first."""
    raise NotImplementedError("write this part")


class Searcher:
    """The index of one DATA folder, opened once. Fault when it is missing, damaged, or made of other data."""

    def __init__(self, data: Path, settings: Settings) -> None:
        raise NotImplementedError("write this part")

    def rarity(self, word: str) -> float:
        """How much a word tells (its inverse document frequency): log(1 + chunks / (chunks that hold it + 1/2)). A word that no chunk holds tells most."""
        raise NotImplementedError("write this part")

    def by_meaning(self, vector: Vectors) -> list[int]:
        """Rows by the cosine of their vector with this one, best first."""
        raise NotImplementedError("write this part")

    def by_words(self, question: str) -> list[int]:
        """Rows by BM25, best first; only those that share a word with the question."""
        raise NotImplementedError("write this part")

    def word_weight(self, question: str) -> float:
        """How much the word list counts: more when the question holds a name that the documents hold too, for then it is a look-up."""
        raise NotImplementedError("write this part")

    def search(self, questions: Sequence[str], k: int) -> list[list[Hit]]:
        """The k best chunks for each question, best first; none for an empty question."""
        raise NotImplementedError("write this part")


def questions_from(stream: TextIO) -> list[dict[str, Any]]:
    """One object {"id", "question"} a line; Fault names the line that is none. All are read before the first is answered."""
    raise NotImplementedError("write this part")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, metavar="DATA", help="a folder with an index")
    parser.add_argument("--k", type=int, default=5, help="how many chunks for each question (5)")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Questions as JSON lines on stdin, hits as JSON lines on stdout, in the order of the questions."""
    raise NotImplementedError("write this part")
