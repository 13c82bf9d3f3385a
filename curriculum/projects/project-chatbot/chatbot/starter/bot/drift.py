"""`drift`: whether recent questions are unlike those of before, in what they mean or in how long they are."""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bot.settings import Settings


class Comparison:
    """Compares streams of questions; a text is embedded once, however often it is asked."""

    def __init__(self, settings: Settings) -> None:
        raise NotImplementedError("write this part")

    def learn(self, texts: Iterable[str]) -> None:
        """Embed what `drift` will be asked about; everything else is forgotten."""
        raise NotImplementedError("write this part")

    def drift(self, before: Sequence[str], recent: Sequence[str], seed: int = 0) -> dict[str, Any]:
        """{"drift", "signals"} of two streams whose texts were learnt."""
        raise NotImplementedError("write this part")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, help="the data of the bot")
    parser.add_argument("--baseline", type=Path, required=True, help='JSON lines with "question", as the service logs them')
    parser.add_argument("--recent", type=Path, nargs="+", required=True, help="one such file or several; each gets a line of its own")
    parser.add_argument("--seed", type=int, default=0)


def main(args: argparse.Namespace, settings: Settings) -> None:
    raise NotImplementedError("write this part")


def questions(path: Path, least: int) -> list[str]:
    """The questions of a log. Fault if they are too few to say anything."""
    raise NotImplementedError("write this part")
