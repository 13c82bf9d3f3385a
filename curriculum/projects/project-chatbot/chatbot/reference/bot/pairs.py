"""`pairs`: from chunks to pairs of prompt and completion, with whole documents held out.

A completion is a sentence of the document, word for word: a set made by a model would teach what the model invents.
"""

import argparse
import random
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from bot.chunks import blocks, sentences
from bot.faults import Fault
from bot.files import read_json, read_lines, replaced_folder, write_json, write_lines
from bot.settings import Settings

PROMPT = "Answer with one sentence of the text, word for word.\n\nText: {text}\n\nQuestion: What does {title} say about {key}?"
LEAST, MOST = 6, 40  # words of a sentence that is a fit completion
AROUND = 70  # words of the text in a prompt, at most
WORD = re.compile(r"[^\W\d_]{4,}")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, help="what `ingest` wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder for train.jsonl and heldout.jsonl")
    parser.add_argument("--seed", type=int, default=0)


def main(args: argparse.Namespace, settings: Settings) -> None:
    chunks = [row for row in read_lines(args.data / "chunks.jsonl") if isinstance(row, dict)]
    if missing := next((k for row in chunks for k in ("text", "source", "title") if not isinstance(row.get(k), str)), None):
        raise Fault(f"A chunk of {args.data / 'chunks.jsonl'} has no {missing}: make it again with `python -m bot ingest`.")
    made = pairs(chunks)
    train, heldout = parted(made, settings.finetune.heldout_share, args.seed)
    card = {
        "train": len(train),
        "heldout": len(heldout),
        "documents": len({p["source"] for p in made}),
        "heldout_documents": sorted({p["source"] for p in heldout}),
        "data_hash": _hash(args.data),
        "seed": args.seed,
    }
    with replaced_folder(args.out) as fresh:
        write_lines(fresh / "train.jsonl", train)
        write_lines(fresh / "heldout.jsonl", heldout)
        write_json(fresh / "card.json", card)


def pairs(chunks: list[dict[str, Any]]) -> list[dict[str, str]]:
    """One pair for each sentence that is fit and stands in one document only, in the order of the chunks."""
    split = [
        (chunk, [chunk["text"][s.start : s.end] for b in blocks(chunk["text"]) for s in sentences(chunk["text"], b, 10_000)])
        for chunk in chunks
    ]
    sources: dict[str, set[str]] = defaultdict(set)
    common = Counter(word.lower() for chunk in chunks for word in WORD.findall(chunk["text"]))
    for chunk, found in split:
        for sentence in found:
            sources[_plain(sentence)].add(chunk["source"])
    made, seen = [], set[str]()
    for chunk, found in split:
        for at, sentence in enumerate(found):
            key, plain = _key(sentence, common), _plain(sentence)
            if (
                plain in seen
                or len(sources[plain]) > 1
                or not key
                or not LEAST <= len(sentence.split()) <= MOST
                or sentence[-1] not in ".!?"
            ):
                continue
            seen.add(plain)
            prompt = PROMPT.format(text=_around(found, at), title=chunk["title"], key=key)
            made.append({"prompt": prompt, "completion": sentence, "source": chunk["source"]})
    return made


def parted(made: list[dict[str, str]], share: float, seed: int) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Training and held-out pairs, shuffled; no document has pairs in both. Fault if fewer than two documents have pairs."""
    documents = sorted({pair["source"] for pair in made})
    if len(documents) < 2:
        raise Fault(f"Pairs could be made from {len(documents)} of the documents; training needs at least two, one of them held out.")
    rng = random.Random(seed)
    rng.shuffle(documents)
    out = set(documents[: min(len(documents) - 1, max(1, round(share * len(documents))))])
    shuffled = rng.sample(made, len(made))
    return [p for p in shuffled if p["source"] not in out], [p for p in shuffled if p["source"] in out]


def _key(sentence: str, common: Counter[str]) -> str:
    """The one or two rarest words of the sentence, in its order."""
    words = list(dict.fromkeys(WORD.findall(sentence)))
    rare = sorted(words, key=lambda w: (common[w.lower()], -len(w), w))[:2]
    return " and ".join(w for w in words if w in rare)


def _around(found: list[str], at: int) -> str:
    """The sentence with its neighbours, as many as fit."""
    first, last = at, at + 1
    for before, after in ((1, 0), (0, 1)):
        low, high = max(0, first - before), min(len(found), last + after)
        if len(" ".join(found[low:high]).split()) <= AROUND:
            first, last = low, high
    return " ".join(found[first:last])


def _plain(sentence: str) -> str:
    return " ".join(sentence.lower().split())


def _hash(data: Path) -> str:
    """The data's hash as ingest wrote it, "" where there is no card."""
    card = read_json(data / "card.json") if (data / "card.json").exists() else {}
    return str(card.get("hash", "")) if isinstance(card, dict) else ""
