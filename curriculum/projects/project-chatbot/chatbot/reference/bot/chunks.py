"""A document's text, cut into chunks: whole sentences, in order, each with its place."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any, NamedTuple

TOKEN = re.compile(r"\w+|[^\w\s]")
HEADING = re.compile(r"#{1,6} +\S")
# A sentence ends at . ! ? (and quotes or brackets behind it) before a blank and a capital, digit or opening mark, or where the block ends;
# not behind an initial or one of these.
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\bvs)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bNo)(?<!\bFig)[.!?]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\Wa-z_])|\n(?=[-*+] |\d+[.)] )"
)


class Span(NamedTuple):
    """A piece of text by its character offsets: text[start:end]."""

    start: int
    end: int


@dataclass(frozen=True)
class Chunk:
    """text == the document's text[start:end]; `tokens` counts words and marks."""

    id: str
    text: str
    source: str
    title: str
    start: int
    end: int
    tokens: int

    def row(self) -> dict[str, Any]:
        return asdict(self)


def count_tokens(text: str) -> int:
    """Words and punctuation marks."""
    return len(TOKEN.findall(text))


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))


def blocks(text: str) -> Iterator[Span]:
    """Paragraphs: what empty lines part; a heading is a block of its own."""
    for match in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text):
        start = match.start()
        first = text.find("\n", match.start(), match.end())
        if HEADING.match(match[0].lstrip()) and first > 0:
            yield trimmed(text, start, first)
            start = first
        span = trimmed(text, start, match.end())
        if span.end > span.start:
            yield span


def sentences(text: str, block: Span, limit: int) -> Iterator[Span]:
    """The block's sentences; one above `limit` tokens is cut between tokens."""
    cuts = [block.start, *(m.end() for m in SENTENCE_END.finditer(text, block.start, block.end)), block.end]
    for start, end in pairwise(cuts):
        span = trimmed(text, start, end)
        places = [m.start() for m in TOKEN.finditer(text, span.start, span.end)]
        edges = [span.start, *places[limit::limit], span.end]
        yield from (s for a, b in pairwise(edges) if (s := trimmed(text, a, b)).end > s.start)


def spans(text: str, limit: int, overlap: int) -> Iterator[tuple[Span, str]]:
    """Chunks as spans, each with the heading that it stands under. A heading begins a chunk, unless the chunk so far is short."""
    held: list[Span] = []
    size, fresh, heading, under = 0, 0, "", ""  # fresh: sentences of `held` that no earlier chunk has
    for block in blocks(text):
        title = HEADING.match(text, block.start) is not None
        if title:
            heading = text[block.start : block.end].lstrip("# ").rstrip("# ")
            if fresh and size > limit // 3:
                yield Span(held[0].start, held[-1].end), under
                held, size, fresh = [], 0, 0
        for sentence in sentences(text, block, limit):
            tokens = count_tokens(text[sentence.start : sentence.end])
            if fresh and size + tokens > limit:
                yield Span(held[0].start, held[-1].end), under
                held = held[len(held) - overlap :] if overlap else []
                while held and count_tokens(text[held[0].start : held[-1].end]) + tokens > limit:
                    held.pop(0)
                fresh, size = 0, count_tokens(text[held[0].start : held[-1].end]) if held else 0
            if not fresh:
                under = heading
            held.append(sentence)
            size, fresh = size + tokens, fresh + 1
    if fresh:
        yield Span(held[0].start, held[-1].end), under


def chunks(source: str, title: str, text: str, limit: int, overlap: int) -> list[Chunk]:
    """The document's chunks in order. An id says source, text and (for a text that stands twice) which one: it does not change when text above it does."""
    made, seen = [], Counter[str]()
    for span, heading in spans(text, limit, overlap):
        piece = text[span.start : span.end]
        seen[piece] += 1
        key = hashlib.sha256(f"{source}\n{seen[piece]}\n{piece}".encode()).hexdigest()[:16]
        name = title if not heading or heading == title else f"{title}: {heading}"
        made.append(Chunk(key, piece, source, name, span.start, span.end, count_tokens(piece)))
    return made
