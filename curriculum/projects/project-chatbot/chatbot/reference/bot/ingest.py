"""`ingest`: a folder of documents to clean chunks with their places, and a data card."""

import argparse
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot import readers
from bot.card import card_text
from bot.chunks import Chunk, chunks
from bot.cleaning.boilerplate import repeated_lines, shape, without
from bot.cleaning.duplicates import copies, near_copies
from bot.cleaning.personal import KINDS, masked
from bot.faults import Fault
from bot.files import write_together
from bot.readers import Document, Unread
from bot.settings import Ingest, Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("docs", type=Path, metavar="DOCS", help="the folder to read: .md .html .pdf .txt .rst, with all folders in it")
    parser.add_argument(
        "--out", type=Path, metavar="DATA", required=True, help="the folder that gets chunks.jsonl, documents.jsonl, card.md and card.json"
    )


def files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file below the folder that is not hidden, in the order of its path, as (path, source)."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from ((Path(root, n), Path(root, n).relative_to(folder).as_posix()) for n in sorted(names) if not n.startswith("."))


def gathered(folder: Path, options: Ingest) -> tuple[list[Document], list[dict[str, str]]]:
    """The documents that could be read, and the others with the reason."""
    documents, skipped = [], []
    for path, source in sorted(files(folder), key=lambda f: f[1]):
        try:
            if not path.resolve().is_relative_to(folder.resolve()):
                raise Unread("it is a link to outside of the folder")
            documents.append(readers.read(path, source, options.max_file_mb))
        except Unread as why:
            skipped.append({"source": source, "reason": str(why)})
        except OSError as error:
            skipped.append({"source": source, "reason": f"the system refused to read it: {error.strerror}"})
    return documents, skipped


def dropped(documents: list[Document], twins: dict[int, int]) -> list[Document]:
    """The documents that are nobody's twin."""
    return [d for i, d in enumerate(documents) if i not in twins]


def cleaned(documents: list[Document], options: Ingest) -> tuple[list[Document], dict[str, Any]]:
    """Without copies and boilerplate, personal data masked; and what was done. Boilerplate goes first, else two short pages would be copies by their frame."""
    exact = copies([d.text for d in documents])
    documents = dropped(documents, exact)
    shapes = repeated_lines([d.text for d in documents], options.boilerplate_share, options.boilerplate_documents)
    lines = sum(shape(line) in shapes for d in documents for line in d.text.split("\n"))
    documents = [d for d in (replace(d, text=without(d.text, shapes)) for d in documents) if d.text.strip()]
    near = near_copies([d.text for d in documents], options.near_duplicate)
    documents = dropped(documents, near)
    found = Counter({name: 0 for name, *_ in KINDS})
    for i, document in enumerate(documents):
        (text, in_text), (title, in_title) = masked(document.text), masked(document.title)
        documents[i] = replace(document, text=text, title=title)
        found.update(in_text)
        found.update(in_title)
    return documents, {"duplicates": len(exact), "near_duplicates": len(near), "boilerplate_lines": lines, "masked": dict(found)}


def data_hash(made: list[Chunk]) -> str:
    """One hash for all chunks: the same documents give the same hash, on any machine."""
    whole = hashlib.sha256()
    for chunk in made:
        whole.update(f"{chunk.id} {chunk.title}\n{chunk.text}\n".encode())
    return whole.hexdigest()


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Read, clean, cut, write. Fault when the folder gives nothing to answer from; then nothing is written."""
    options, folder = settings.ingest, args.docs
    if not folder.is_dir():
        raise Fault(f"{folder} is not a folder: name the folder that holds your documents.")
    documents, skipped = gathered(folder, options)
    if not documents:
        why = f"the first of {len(skipped)} files, {skipped[0]['source']}: {skipped[0]['reason']}" if skipped else "it is empty"
        raise Fault(f"{folder} holds no document that can be read ({why}): put .md, .html, .pdf, .txt or .rst files into it and try again.")
    kept, done = cleaned(documents, options)
    made = [c for d in kept for c in chunks(d.source, d.title, d.text, options.chunk_tokens, options.overlap_sentences)]
    card = {
        "documents": len(kept),
        "chunks": len(made),
        **done,
        "skipped": skipped,
        "encodings": dict(sorted(Counter(d.encoding for d in kept if d.encoding).items())),
        "repaired": sum(d.repaired for d in kept),
        "hash": data_hash(made),
    }
    out = args.out
    write_together(
        {
            out / "chunks.jsonl": lines_of([c.row() for c in made]),
            out / "documents.jsonl": lines_of([{"source": d.source, "title": d.title, "text": d.text} for d in kept]),
            out / "card.json": json.dumps(card, ensure_ascii=False, indent=2) + "\n",
            out / "card.md": card_text(card),
        }
    )


def lines_of(rows: list[dict[str, Any]]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
