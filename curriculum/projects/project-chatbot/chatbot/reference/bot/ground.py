"""From a question to the sentences that answer it: extracted, never invented, each from a chunk that can be cited."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.chunks import Span, blocks, sentences
from bot.guard import gives_orders, without_secrets
from bot.search import Hit, Searcher
from bot.settings import Settings
from bot.words import words

UNKNOWN = "I don't know: the documents do not say."
NAMES = re.compile(r"(?<=\w )[A-Z][\w-]*|\w*\d[\w.-]*")  # written with a capital inside of a sentence, or with digits
LONGEST = 120  # tokens of a sentence that is quoted whole


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
    text, found = without_secrets(text), []
    for block in blocks(text):
        if text.startswith("#", block.start):
            continue
        found += [" ".join(text[s.start : s.end].split()) for s in sentences(text, Span(*block), LONGEST)]
    return [sentence for sentence in found if not gives_orders(sentence)]


class Grounder:
    """Finds the answer of a question in one DATA folder, opened once."""

    def __init__(self, data: Path, settings: Settings) -> None:
        self._searcher = Searcher(data, settings)
        self._options = settings.answer

    def coverage(self, question: Sequence[str], there: frozenset[str], near: frozenset[str]) -> float:
        """The share of the question's words that the sentence holds, rare words counting more; what only the rest of the chunk holds counts a third."""
        rarity = {word: 1 + self._searcher.rarity(word) for word in set(question)}
        held = sum(r * (1.0 if word in there else 0.3 if word in near else 0.0) for word, r in rarity.items())
        return held / (sum(rarity.values()) or math.inf)

    def fit(self, question: str, sentence: str, hit: Hit, cosine: float) -> float:
        """0 to 1: half by meaning, half by words; a chunk that lacks a name of the question is about somebody else, and fits half as well."""
        near = frozenset(words(f"{hit.title} {hit.text}"))
        score = 0.5 * max(0.0, cosine) + 0.5 * self.coverage(words(question), frozenset(words(sentence)), near)
        named = [word for name in NAMES.findall(question) for word in words(name)]
        return score if all(word in near for word in named) else 0.5 * score

    def extracts(self, questions: Sequence[str]) -> list[Extract]:
        """For each question the best sentences, or that nothing is known."""
        found = self._searcher.search(questions, self._options.chunks)
        told = [[(sentence, hit) for hit in hits for sentence in quoted(hit.text)] for hits in found]
        flat = list(dict.fromkeys(sentence for rows in told for sentence, _ in rows))  # many questions find the same chunks
        vectors = self._searcher.embedder.vectors([*questions, *flat])
        asked, rest = vectors[: len(questions)], vectors[len(questions) :]
        meant, made = dict(zip(flat, rest, strict=True)), []
        for question, vector, rows in zip(questions, asked, told, strict=True):
            scored = [Scored(sentence, hit, self.fit(question, sentence, hit, float(meant[sentence] @ vector))) for sentence, hit in rows]
            made.append(self._best(question, sorted(scored, key=lambda s: -s.score)))
        return made

    def _best(self, question: str, scored: list[Scored]) -> Extract:
        """The best sentence, and others of the same chunk that are nearly as good."""
        if not scored or scored[0].score < self._options.threshold:
            return Extract(question, UNKNOWN, (), scored[0].score if scored else 0.0, False)
        top = scored[0]
        same = [s for s in scored if s.hit.chunk == top.hit.chunk and s.score >= 0.9 * top.score][: self._options.sentences]
        text = " ".join(dict.fromkeys(s.text for s in same))
        return Extract(question, text, (top.hit.chunk,), top.score, True)
