"""An HTML page as the text that a reader sees: no scripts, no navigation, nothing hidden."""

from bs4 import BeautifulSoup, Tag


def page(text: str) -> tuple[str, str]:
    """Title and text. Paragraphs are parted by an empty line; headings become Markdown headings; <pre> keeps its lines."""
    raise NotImplementedError("write this part")


def collect(node: Tag | BeautifulSoup, parts: list[str], kept: bool) -> None:
    """Add the text of `node` to `parts`; `kept`: inside <pre>, where white space is text."""
    raise NotImplementedError("write this part")
