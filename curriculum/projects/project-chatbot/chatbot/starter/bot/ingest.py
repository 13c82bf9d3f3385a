"""`ingest`: a folder of documents to clean chunks with their places, and a data card."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.chunks import Chunk
from bot.readers import Document
from bot.settings import Ingest, Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("docs", type=Path, metavar="DOCS", help="the folder to read: .md .html .pdf .txt .rst, with all folders in it")
    parser.add_argument(
        "--out", type=Path, metavar="DATA", required=True, help="the folder that gets chunks.jsonl, documents.jsonl, card.md and card.json"
    )


def files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file below the folder that is not hidden, in the order of its path, as (path, source)."""
    raise NotImplementedError("write this part")


def gathered(folder: Path, options: Ingest) -> tuple[list[Document], list[dict[str, str]]]:
    """The documents that could be read, and the others with the reason."""
    raise NotImplementedError("write this part")


def dropped(documents: list[Document], twins: dict[int, int]) -> list[Document]:
    """The documents that are nobody's twin."""
    raise NotImplementedError("write this part")


def cleaned(documents: list[Document], options: Ingest) -> tuple[list[Document], dict[str, Any]]:
    """Without copies and boilerplate, personal data masked; and what was done. Boilerplate goes first, else two short pages would be copies by their frame."""
    raise NotImplementedError("write this part")


def data_hash(made: list[Chunk]) -> str:
    """One hash for all chunks: the same documents give the same hash, on any machine."""
    raise NotImplementedError("write this part")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Read, clean, cut, write. Fault when the folder gives nothing to answer from; then nothing is written."""
    raise NotImplementedError("write this part")


def lines_of(rows: list[dict[str, Any]]) -> str:
    """One JSON object a line."""
    raise NotImplementedError("write this part")
