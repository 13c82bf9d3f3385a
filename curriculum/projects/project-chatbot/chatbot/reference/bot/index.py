"""`index`: the chunks of DATA as vectors in LanceDB and as a word index (BM25), which take the place of the old index in one step."""

import argparse
from pathlib import Path
from typing import Any

import bm25s
import pyarrow as pa

from bot.embed import Embedder, Vectors
from bot.faults import Fault
from bot.files import read_json, read_lines, replaced_folder, write_json
from bot.settings import Settings
from bot.words import words

TABLE, WORDS, MANIFEST = "chunks", "words", "manifest.json"
KEYS = {"id", "text", "source", "title", "start", "end"}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, metavar="DATA", help="the folder that `ingest` wrote; gets the folder index")


def rows_of(data: Path) -> list[dict[str, Any]]:
    """The chunks of DATA; Fault when there are none or when a line lacks a key."""
    path = data / "chunks.jsonl"
    if not path.is_file():
        raise Fault(f"{data} holds no chunks.jsonl: run `python -m bot ingest DOCS --out {data}` first.")
    rows = list(read_lines(path))
    if not rows:
        raise Fault(f"{path} is empty: run `ingest` again on a folder with documents.")
    bad = next((i for i, row in enumerate(rows, 1) if not isinstance(row, dict) or not row.keys() >= KEYS), 0)
    if bad:
        raise Fault(f"Line {bad} of {path} is not a chunk: run `ingest` again.")
    return rows


def embedded_text(row: dict[str, Any]) -> str:
    """What the models see of a chunk: its title says what "it" is in the text."""
    return f"{row['title']}\n{row['text']}"


def table_of(rows: list[dict[str, Any]], vectors: Vectors) -> pa.Table:
    """The columns id, text, source, title, start, end and vector (a list of fixed size of float32)."""
    size = vectors.shape[1]
    columns: dict[str, Any] = {name: pa.array([str(row[name]) for row in rows], pa.string()) for name in ("id", "text", "source", "title")}
    columns |= {name: pa.array([int(row[name]) for row in rows], pa.int64()) for name in ("start", "end")}
    columns["vector"] = pa.FixedSizeListArray.from_arrays(pa.array(vectors.reshape(-1), pa.float32()), size)
    return pa.table(columns)


def word_index(rows: list[dict[str, Any]]) -> bm25s.BM25:
    """BM25 over the stems of title and text."""
    made = bm25s.BM25(k1=1.2, b=0.75)
    made.index([words(embedded_text(row)) or ["-"] for row in rows], show_progress=False)
    return made


def build(rows: list[dict[str, Any]], data_hash: str, embedder: Embedder, folder: Path) -> None:
    """Write the whole index into `folder`, which is replaced only when all of it is written."""
    import lancedb  # here and not above, so that damaged chunks are refused at once

    vectors = embedder.vectors([embedded_text(row) for row in rows])
    with replaced_folder(folder) as fresh:
        lancedb.connect(fresh).create_table(TABLE, table_of(rows, vectors))
        word_index(rows).save(fresh / WORDS, show_progress=False)
        write_json(fresh / MANIFEST, {"data_hash": data_hash, "chunks": len(rows), "dimensions": vectors.shape[1]})


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Index DATA. Fault when there is nothing to index; the old index then stays."""
    rows = rows_of(args.data)
    data_hash = read_json(args.data / "card.json")["hash"]
    try:
        build(rows, data_hash, Embedder(settings.embedder_folder(), settings.compute.threads), args.data / "index")
    except RuntimeError as error:  # LanceDB's way to pass on what the system refused
        if any(word in str(error).lower() for word in ("no space", "quota", "file too large")):
            raise Fault(f"The disk is full: the old index in {args.data} was kept; make room and run `index` again.") from error
        raise Fault(f"The index could not be written ({str(error).splitlines()[0]}): the old one was kept.") from error
