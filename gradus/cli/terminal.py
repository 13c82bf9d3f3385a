"""Where commands print: text that a learner or an answer made is escaped, never read as markup or as terminal controls."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from gradus.plaintext import safe

WIDEST = 110
THEME = Theme({"good": "green", "bad": "red", "ours": "magenta", "quiet": "dim", "head": "bold", "key": "bold cyan"})


class Failure(Exception):
    """What a command could not do, and what to do next; ends the program with `code`."""

    def __init__(self, say: str, next: str = "", code: int = 2) -> None:
        super().__init__(say)
        self.say, self.next, self.code = say, next, code


def console(stderr: bool = False) -> Console:
    """A console on the streams of this moment; colours and box drawing only where the stream can show them."""
    stream = sys.stderr if stderr else sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    out = Console(stderr=stderr, theme=THEME, highlight=False, soft_wrap=False, emoji=False)
    wide = out.width if out.is_terminal or os.environ.get("COLUMNS") else WIDEST
    out.width = min(wide, WIDEST)
    return out


def plain(text: str, style: str = "", keep: str = "") -> Text:
    """Text of whatever origin, safe to print; `keep` lists control characters that stay ("\\n")."""
    return Text(safe(text, 20_000, keep), style=style)


def lines(*rows: str | Text) -> None:
    """Print rows; a str is taken as it stands, without markup.  Into a pipe or a file nothing is wrapped."""
    out = console()
    for row in rows:
        out.print(row if isinstance(row, Text) else plain(row, keep="\n"), soft_wrap=not out.is_terminal)


def raw(text: str) -> None:
    """Print text for machines or files: no wrapping, no styling."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
    sys.stdout.flush()


def commands(rows: Iterable[tuple[str, str]]) -> None:
    """Two columns: a command and what it does."""
    listed = list(rows)
    wide = max((len(c) for c, _ in listed), default=0) + 2
    for command, does in listed:
        lines(Text.assemble("  ", (safe(command.ljust(wide)), "key"), (safe(does), "quiet")))


def short_path(path: Path) -> str:
    """A path as it is easiest to read: below the current folder or the home folder."""
    for root, shown in ((Path.cwd(), ""), (Path.home(), "~/")):
        try:
            return shown + str(path.resolve().relative_to(root.resolve()))
        except (ValueError, OSError):
            continue
    return str(path)
