"""A file of any kind that is read, as plain text with a title."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.readers import html, markup, pdf
from bot.readers.encoding import decoded, repaired, tidied


class Unread(Exception):
    """This file gives no text; its text says why, in words for the data card."""


@dataclass(frozen=True)
class Document:
    """One file as text. `source` is its path below the folder that was read, with "/"; `encoding` is empty for a PDF."""

    source: str
    title: str
    text: str
    encoding: str = ""
    repaired: bool = False


# ending -> function from text to (title, text)
MARKUPS: dict[str, Callable[[str], tuple[str, str]]] = {
    ".md": markup.markdown,
    ".markdown": markup.markdown,
    ".rst": markup.restructured,
    ".txt": markup.plain,
    ".html": html.page,
    ".htm": html.page,
}
ENDINGS = (*MARKUPS, ".pdf")


def read(path: Path, source: str, max_mb: float) -> Document:
    """The file as a document; Unread says why it gives none. The size is asked before anything is read."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise Unread(f"files of the kind {ending or '(no ending)'} are not read")
    size = path.stat().st_size / 1e6
    if size > max_mb:
        raise Unread(f"{size:.0f} MB is more than the {max_mb:g} MB that [ingest] max_file_mb allows")
    title, text, encoding, mended = paper(path) if ending == ".pdf" else written(path, ending)
    text = tidied(text)
    if not text.strip():
        raise Unread("it holds no text")
    return Document(source, tidied(title).strip() or path.stem.replace("_", " ").replace("-", " "), text, encoding, mended)


def paper(path: Path) -> tuple[str, str, str, bool]:
    """Title and text of a PDF, no encoding, not repaired."""
    try:
        return *pdf.paper(path), "", False
    except pdf.Unreadable as why:
        raise Unread(str(why)) from None


def written(path: Path, ending: str) -> tuple[str, str, str, bool]:
    """Title and text of a text file, its encoding, and whether mojibake was repaired."""
    raw = path.read_bytes()
    if b"\0" in raw[:4096] and raw[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise Unread("it is binary, not text")
    whole, encoding = decoded(raw)
    right = repaired(whole)
    return *MARKUPS[ending](right), encoding, right != whole
