"""`feedback`: what users said about answers becomes training pairs; nothing that measures the model is ever learnt from.

An answer that was rated up is learnt, of one rated down its correction; a rejected answer without a correction teaches nothing.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from bot.chunks import blocks, sentences
from bot.faults import Fault
from bot.files import read_json, read_lines, replaced_folder, write_json, write_lines
from bot.settings import Settings

PROMPT = "Answer with one sentence of the text, word for word.\n\nText: {text}\n\nQuestion: {question}"
LEAST = 4  # words from which on a sentence says where it is from
AROUND = 70  # words of the text in a prompt, at most
UNSAID = "I don't know"  # an answer that says nothing teaches nothing


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, help="what `ingest` wrote")
    parser.add_argument("pairs", type=Path, help="what `pairs` wrote")
    parser.add_argument("--log", type=Path, required=True, help="the ratings, as the service writes them")
    parser.add_argument("--gold", type=Path, required=True, help="the questions that measure the model")
    parser.add_argument("--out", type=Path, required=True, help="folder for the pairs with what was learnt")


def main(args: argparse.Namespace, settings: Settings) -> None:
    chunks = [row for row in read_lines(args.data / "chunks.jsonl") if isinstance(row, dict)]
    train, heldout = list(read_lines(args.pairs / "train.jsonl")), list(read_lines(args.pairs / "heldout.jsonl"))
    asked = {plain(row["question"]) for row in read_lines(args.gold) if isinstance(row, dict) and isinstance(row.get("question"), str)}
    kept, left = taught(ratings(args.log), asked)
    learnt = []
    closed = {pair["source"] for pair in heldout}
    for question, answer in kept.items():
        if (pair := paired(question, answer, chunks, closed)) is None:
            left["held out"] += 1
        else:
            learnt.append(pair)
    card = {
        "train": len(train) + len(learnt),
        "learnt": len(learnt),
        "heldout": len(heldout),
        "left_out": dict(sorted(left.items())),
        "data_hash": _hash(args.pairs, learnt),
    }
    with replaced_folder(args.out) as fresh:
        write_lines(fresh / "train.jsonl", train + learnt)
        write_lines(fresh / "heldout.jsonl", heldout)
        write_json(fresh / "card.json", card)


def ratings(path: Path) -> list[dict[str, Any]]:
    """The lines of the log, oldest first. Fault names the one that is no rating."""
    rows = []
    for number, row in enumerate(read_lines(path), 1):
        if (
            not isinstance(row, dict)
            or not all(isinstance(row.get(key), str) for key in ("question", "answer"))
            or row.get("rating") not in ("up", "down")
            or not isinstance(row.get("correction"), str | None)
        ):
            raise Fault(f'Line {number} of {path} is no rating: it needs "question", "answer", "rating" (up or down) and "correction".')
        rows.append(row)
    return rows


def taught(rows: list[dict[str, Any]], asked: set[str]) -> tuple[dict[str, str], Counter[str]]:
    """Question to the answer that it teaches, by the last rating of each question; and how many teach nothing, by reason."""
    latest = {plain(row["question"]): row for row in rows}
    kept, left = {}, Counter({"repeated": len(rows) - len(latest)})
    for key, row in latest.items():
        answer = row["answer"] if row["rating"] == "up" else row["correction"] or ""
        if key in asked:
            left["measures the model"] += 1
        elif not answer.strip() or answer.startswith(UNSAID):
            left["no right answer"] += 1
        else:
            kept[row["question"].strip()] = " ".join(answer.split())
    return kept, left


def paired(question: str, answer: str, chunks: list[dict[str, Any]], closed: set[str]) -> dict[str, str] | None:
    """The pair with the text around the answer, if it stands in a document; None if a sentence of it stands in a held-out one."""
    told = [plain(s) for s in split(answer) if len(s.split()) >= LEAST] or [plain(answer)]
    found = next((chunk for chunk in chunks if told[0] in plain(chunk["text"])), None)
    if any(one in plain(chunk["text"]) for chunk in chunks if chunk["source"] in closed for one in told):
        return None
    if found is None:
        return {"prompt": f"Question: {question}", "completion": answer, "source": "feedback"}
    return {
        "prompt": PROMPT.format(text=around(found["text"], told[0]), question=question),
        "completion": answer,
        "source": found["source"],
    }


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[s.start : s.end] for b in blocks(text) for s in sentences(text, b, 10_000)]


def around(text: str, sentence: str) -> str:
    """The sentence with its neighbours, if they are not too long."""
    all_ = split(text)
    at = next((k for k, one in enumerate(all_) if sentence in plain(one)), None)
    if at is None:
        return sentence
    near = " ".join(all_[max(0, at - 1) : at + 2])
    return near if len(near.split()) <= AROUND else all_[at]


def plain(text: str) -> str:
    """Without capitals, marks at the end and double spaces: two spellings of one question are one question."""
    return re.sub(r"[\s.?!]+$", "", " ".join(text.lower().split()))


def _hash(pairs: Path, learnt: list[dict[str, str]]) -> str:
    """From which documents and which ratings: the data's hash as it was where nothing is learnt."""
    card = read_json(pairs / "card.json") if (pairs / "card.json").exists() else {}
    before = str(card.get("data_hash", "")) if isinstance(card, dict) else ""
    return hashlib.sha256(f"{before}\n{json.dumps(learnt)}".encode()).hexdigest() if learnt else before
