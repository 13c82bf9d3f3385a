"""`search`: the chunks that a question asks for, by meaning (vectors) and by words (BM25), the two lists fused by rank."""

import argparse
import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import bm25s
import numpy as np

from bot.embed import Embedder, Vectors
from bot.faults import Fault
from bot.files import read_json
from bot.index import MANIFEST, TABLE, WORDS
from bot.settings import Search, Settings
from bot.words import words

# A name that people look up as it is written: it has a digit, an underscore, a dot or a capital inside ("E-4471", "read_csv", "os.path", "BaseModel").
NAME = re.compile(r"\b(?=\w*[\d_]|\w+[.-]\w*\d|\w*[a-z][A-Z]|\w+\.\w)[\w.-]*\w")


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
    scores: dict[int, float] = defaultdict(float)
    for weight, ranked in lists:
        for rank, row in enumerate(ranked, 1):
            scores[row] += weight / (constant + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


class Searcher:
    """The index of one DATA folder, opened once. Fault when it is missing, damaged, or made of other data."""

    def __init__(self, data: Path, settings: Settings) -> None:
        folder = data / "index"
        again = f"run `python -m bot index {data}` again"
        if not (folder / MANIFEST).is_file():
            raise Fault(f"{data} has no index: {again.replace(' again', '')} first.")
        manifest = read_json(folder / MANIFEST)
        card = data / "card.json"
        if card.is_file() and read_json(card)["hash"] != manifest["data_hash"]:
            raise Fault(f"The index in {data} is of other documents than its chunks: {again}.")
        import lancedb  # here and not above, so that an index of other data is refused at once

        try:
            self._table = lancedb.connect(folder).open_table(TABLE)
            self._rows: list[dict[str, Any]] = self._table.to_arrow().drop_columns(["vector"]).to_pylist()
            self._words = bm25s.BM25.load(folder / WORDS, load_corpus=False)
            whole = len(self._rows) == manifest["chunks"] == self._words.scores["num_docs"]
        except Exception as error:  # the libraries raise what their parsers meet in damaged files
            raise Fault(f"The index in {data} is damaged ({type(error).__name__}): {again}.") from error
        if not whole:
            raise Fault(f"The index in {data} is incomplete: {again}.")
        self._place = {row["id"]: i for i, row in enumerate(self._rows)}
        self._options: Search = settings.search
        self._damaged = f"The index in {data} is damaged: {again}."
        self.embedder = Embedder(settings.embedder_folder(), settings.compute.threads)

    def __len__(self) -> int:
        return len(self._rows)

    def rarity(self, word: str) -> float:
        """How much a word tells (its inverse document frequency). A word that no chunk holds tells most."""
        column = self._words.vocab_dict.get(word)
        places = self._words.scores["indptr"]
        return self.rarity_of(0 if column is None else int(places[column + 1] - places[column]))

    def rarity_of(self, held: int) -> float:
        """log(1 + chunks / (chunks that hold it + 1/2))."""
        return math.log(1 + len(self._rows) / (held + 0.5))

    def by_meaning(self, vector: Vectors) -> list[int]:
        """Rows by the cosine of their vector with this one, best first."""
        try:
            asked: Any = self._table.search(vector, query_type="vector")
            found = asked.distance_type("dot").limit(self._options.candidates).select(["id", "_distance"]).to_list()
        except RuntimeError as error:
            raise Fault(self._damaged) from error
        return [self._place[hit["id"]] for hit in found]

    def by_words(self, question: str) -> list[int]:
        """Rows by BM25, best first; only those that share a word with the question."""
        known = [word for word in words(question) if word in self._words.vocab_dict]
        if not known:
            return []
        scores = self._words.get_scores(known)
        best = np.argsort(-scores, kind="stable")[: self._options.candidates]
        return [int(i) for i in best if scores[i] > 0]

    def word_weight(self, question: str) -> float:
        """How much the word list counts: more when the question holds a name that few chunks hold too, for then it is a look-up."""
        few = self.rarity_of(max(2, len(self._rows) // 200))
        known = [word for name in NAME.findall(question) for word in words(name) if word in self._words.vocab_dict]
        return self._options.name_weight if any(self.rarity(word) >= few for word in known) else self._options.word_weight

    def search(self, questions: Sequence[str], k: int) -> list[list[Hit]]:
        """The k best chunks for each question, best first; none for an empty question."""
        vectors = self.embedder.vectors(questions)
        return [self._hits(question, vector, k) if question.strip() else [] for question, vector in zip(questions, vectors, strict=True)]

    def _hits(self, question: str, vector: Vectors, k: int) -> list[Hit]:
        lists = [(self._options.vector_weight, self.by_meaning(vector)), (self.word_weight(question), self.by_words(question))]
        best = fused(lists, self._options.rrf_constant)[:k]
        return [Hit(r["id"], r["source"], round(score, 6), r["title"], r["text"], row) for row, score in best for r in [self._rows[row]]]


def questions_from(stream: TextIO) -> list[dict[str, Any]]:
    """One object {"id", "question"} a line; Fault names the line that is none. All are read before the first is answered."""
    asked = []
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("question"), str):
            raise Fault(f'Line {number} of the questions is not an object with "id" and "question": nothing was answered.')
        asked.append(row)
    return asked


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, metavar="DATA", help="a folder with an index")
    parser.add_argument("--k", type=int, default=5, help="how many chunks for each question (5)")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Questions as JSON lines on stdin, hits as JSON lines on stdout, in the order of the questions."""
    if args.k < 1:
        raise Fault("--k must be 1 or more.")
    asked = questions_from(sys.stdin)
    found = Searcher(args.data, settings).search([row["question"] for row in asked], args.k)
    for row, hits in zip(asked, found, strict=True):
        print(
            json.dumps(
                {"id": row["id"], "hits": [{"chunk": h.chunk, "source": h.source, "score": h.score} for h in hits]}, ensure_ascii=False
            )
        )
