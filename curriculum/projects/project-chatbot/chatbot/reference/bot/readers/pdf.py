"""A PDF as text. It does not look at pictures: a scanned page gives no text, and says so."""

import logging
import re
from pathlib import Path

import pypdf
from pypdf.errors import PyPdfError

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports every oddity of a file; ours is the one sentence below


class Unreadable(Exception):
    """Why this PDF gives no text."""


def paper(path: Path) -> tuple[str, str]:
    """Title and text, pages parted by an empty line; words cut at a line's end are joined. Unreadable: damaged, locked or without text."""
    try:
        reader = pypdf.PdfReader(path, strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("it is locked by a password")
        pages = [page.extract_text() or "" for page in reader.pages]
        title = (reader.metadata.title if reader.metadata else "") or ""
    except Unreadable:
        raise
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        RecursionError,
        NotImplementedError,
        OSError,
        EOFError,
    ):
        raise Unreadable("it is damaged: no PDF reader's structure was found") from None
    text = "\n\n".join(pages)
    if not text.strip():
        raise Unreadable("it is a PDF without text, perhaps scanned: only pictures are in it")
    return title, re.sub(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])", "", text)
