"""A PDF as text. It does not look at pictures: a scanned page gives no text, and says so."""

from pathlib import Path


class Unreadable(Exception):
    """Why this PDF gives no text."""


def paper(path: Path) -> tuple[str, str]:
    """Title and text, pages parted by an empty line; words cut at a line's end are joined. Unreadable: damaged, locked or without text."""
    raise NotImplementedError("write this part")
