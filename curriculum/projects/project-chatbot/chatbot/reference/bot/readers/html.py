"""An HTML page as the text that a reader sees: no scripts, no navigation, nothing hidden."""

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString, PreformattedString

UNSEEN = ["script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "svg", "iframe", "head", "title"]
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.I)
BLOCKS = frozenset(
    ["p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr"]
    + ["blockquote", "figure", "figcaption", "pre", "hr", "body", "details", "summary"]
)


def page(text: str) -> tuple[str, str]:
    """Title and text. Paragraphs are parted by an empty line; headings become Markdown headings; <pre> keeps its lines."""
    soup = BeautifulSoup(text, "html.parser")
    heading = soup.find("h1")
    title = soup.title.get_text(" ", strip=True) if soup.title else heading.get_text(" ", strip=True) if heading else ""
    body = soup.select_one("main, [role=main]") or soup.body or soup
    for tag in soup.select(", ".join([*UNSEEN, "[hidden]", "[aria-hidden=true]", "a.headerlink"])):
        tag.extract()
    for tag in [t for t in soup.select("[style]") if HIDDEN.search(str(t["style"]))]:
        tag.extract()
    parts: list[str] = []
    collect(body, parts, False)
    joined = "".join(parts)
    return title, re.sub(r" *\n *\n[\s]*\n| *\n *\n", "\n\n", joined).strip()


def collect(node: Tag | BeautifulSoup, parts: list[str], kept: bool) -> None:
    """Add the text of `node` to `parts`; `kept`: inside <pre>, where white space is text."""
    for child in node.children:
        if isinstance(child, Tag):
            name = child.name
            block = name in BLOCKS
            if name == "br":
                parts.append("\n")
                continue
            if block:
                parts.append("\n\n" if name not in ("li", "tr", "dt", "dd") else "\n")
            if re.fullmatch("h[1-6]", name):
                parts.append("#" * int(name[1]) + " ")
            if name == "li":
                parts.append("- ")
            collect(child, parts, kept or name == "pre")
            if name in ("td", "th"):
                parts.append("  ")
            if block:
                parts.append("\n\n" if name not in ("li", "tr", "dt", "dd") else "\n")
        elif isinstance(child, NavigableString) and not isinstance(child, (Comment, PreformattedString)):
            parts.append(str(child) if kept else re.sub(r"\s+", " ", str(child)) if child.strip() else " ")
