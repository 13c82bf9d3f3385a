"""Lines that stand in many documents: headers, footers, menus, licence notices."""

import re
from collections import Counter
from collections.abc import Sequence


def shape(line: str) -> str:
    """What makes two lines the same: their words, whatever the blanks and the numbers ("Page 3 of 12")."""
    return re.sub(r"\d+", "0", " ".join(line.split()).lower())


def repeated_lines(texts: Sequence[str], share: float, at_least: int) -> frozenset[str]:
    """Shapes of lines of three words or more that stand in `share` of the texts, and in `at_least` of them; each text counts a line once."""
    counts = Counter(s for text in texts for s in {shape(line) for line in text.splitlines()} if len(s.split()) >= 3)
    needed = max(at_least, share * len(texts))
    return frozenset(s for s, n in counts.items() if n >= needed)


def without(text: str, shapes: frozenset[str]) -> str:
    """The text without the lines of these shapes."""
    kept = "\n".join(line for line in text.split("\n") if shape(line) not in shapes)
    return re.sub(r"\n{3,}", "\n\n", kept).strip("\n")
