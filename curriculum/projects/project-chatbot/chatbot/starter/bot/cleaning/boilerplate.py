"""Lines that stand in many documents: headers, footers, menus, licence notices."""

from collections.abc import Sequence


def shape(line: str) -> str:
    """What makes two lines the same: their words, whatever the blanks and the numbers ("Page 3 of 12")."""
    raise NotImplementedError("write this part")


def repeated_lines(texts: Sequence[str], share: float, at_least: int) -> frozenset[str]:
    """Shapes of lines of three words or more that stand in `share` of the texts, and in `at_least` of them; each text counts a line once."""
    raise NotImplementedError("write this part")


def without(text: str, shapes: frozenset[str]) -> str:
    """The text without the lines of these shapes."""
    raise NotImplementedError("write this part")
