"""`drift`: whether recent questions are unlike those of before, in what they mean or in how long they are."""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.faults import Fault
from bot.files import read_lines
from bot.settings import Settings
from bot.shift import length, meaning

if TYPE_CHECKING:
    from bot.embed import Embedder


class Comparison:
    """Compares streams of questions; a text is embedded once, however often it is asked."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._vectors: dict[str, Any] = {}
        self._embedder: Embedder | None = None

    def learn(self, texts: Iterable[str]) -> None:
        """Embed what `drift` will be asked about; everything else is forgotten."""
        wanted = list(dict.fromkeys(texts))
        new = [text for text in wanted if text not in self._vectors]
        if new and self._embedder is None:
            from bot.embed import Embedder  # takes seconds, so faulty files are told before

            self._embedder = Embedder(self._settings.embedder_folder(), self._settings.compute.threads)
        found = dict(zip(new, self._embedder.vectors(new), strict=True)) if self._embedder and new else {}
        self._vectors = {text: found[text] if text in found else self._vectors[text] for text in wanted}

    def drift(self, before: Sequence[str], recent: Sequence[str], seed: int = 0) -> dict[str, Any]:
        """{"drift", "signals"} of two streams whose texts were learnt."""
        rules = self._settings.monitor
        vectors = [np.array([self._vectors[text] for text in texts]) for texts in (before, recent)]
        found = {
            "embedding": meaning(vectors[0], vectors[1], rules.splits, seed),
            "length": length(_lengths(before), _lengths(recent), rules.splits, seed),
        }
        signals = {name: {"p_value": p, "drift": p < rules.level / len(found)} for name, p in found.items()}
        return {"drift": any(s["drift"] for s in signals.values()), "signals": signals}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, help="the data of the bot")
    parser.add_argument("--baseline", type=Path, required=True, help='JSON lines with "question", as the service logs them')
    parser.add_argument("--recent", type=Path, nargs="+", required=True, help="one such file or several; each gets a line of its own")
    parser.add_argument("--seed", type=int, default=0)


def main(args: argparse.Namespace, settings: Settings) -> None:
    least = settings.monitor.least
    before, streams = questions(args.baseline, least), [questions(path, least) for path in args.recent]
    compared = Comparison(settings)
    compared.learn(text for texts in (before, *streams) for text in texts)
    for path, recent in zip(args.recent, streams, strict=True):
        print(json.dumps({"recent": path.name, **compared.drift(before, recent, args.seed)}), flush=True)


def questions(path: Path, least: int) -> list[str]:
    """The questions of a log. Fault if they are too few to say anything."""
    rows: list[Any] = list(read_lines(path))
    found = [row["question"] for row in rows if isinstance(row, dict) and isinstance(row.get("question"), str) and row["question"].strip()]
    if len(found) < least:
        raise Fault(f"{path} holds {len(found)} questions, and {least} are needed to tell a drift from chance: wait for more.")
    return found


def _lengths(texts: Sequence[str]) -> "np.ndarray[Any, np.dtype[np.float64]]":
    return np.array([len(text.split()) for text in texts], dtype=np.float64)
