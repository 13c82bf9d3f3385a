"""`index`: the chunks of DATA as vectors in LanceDB and as a word index (BM25), which take the place of the old index in one step."""

import argparse
from pathlib import Path
from typing import Any

import bm25s
import pyarrow as pa
from bot.embed import Embedder, Vectors
from bot.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, metavar="DATA", help="the folder that `ingest` wrote; gets the folder index")


def rows_of(data: Path) -> list[dict[str, Any]]:
    """The chunks of DATA; Fault when there are none or when a line lacks a key."""
    raise NotImplementedError("write this part")


def embedded_text(row: dict[str, Any]) -> str:
    """What the models see of a chunk: its title says what "it" is in the text."""
    raise NotImplementedError("write this part")


def table_of(rows: list[dict[str, Any]], vectors: Vectors) -> pa.Table:
    """The columns id, text, source, title, start, end and vector (a list of fixed size of float32)."""
    raise NotImplementedError("write this part")


def word_index(rows: list[dict[str, Any]]) -> bm25s.BM25:
    """BM25 over the stems of title and text."""
    raise NotImplementedError("write this part")


def build(rows: list[dict[str, Any]], data_hash: str, embedder: Embedder, folder: Path) -> None:
    """Write the whole index into `folder`, which is replaced only when all of it is written."""
    raise NotImplementedError("write this part")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Index DATA. Fault when there is nothing to index; the old index then stays."""
    raise NotImplementedError("write this part")
