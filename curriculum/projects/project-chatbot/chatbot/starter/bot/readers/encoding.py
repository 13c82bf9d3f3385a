"""Bytes to text, when nobody says which encoding it is, and text that was read in the wrong one to what it should have been."""


def decoded(raw: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. UTF-8 wins wherever it fits, whatever a page says about itself; a byte order mark wins over all.

    Else mostly-ASCII text is Windows-1252 (the Western habit); the rest is left to charset-normalizer's statistics.
    """
    raise NotImplementedError("write this part")


def repaired(text: str) -> str:
    """The text with UTF-8 that was read as Windows-1252 (once, or twice over) put right; other text comes back as it is."""
    raise NotImplementedError("write this part")


def tidied(text: str) -> str:
    """One form for the same text: NFC, "\\n", no invisible characters, no ligatures, no blanks at line ends, at most one empty line."""
    raise NotImplementedError("write this part")
