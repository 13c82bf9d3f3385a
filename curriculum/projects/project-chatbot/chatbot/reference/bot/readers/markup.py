"""Markdown, reStructuredText and plain text: a title, and the text without the marks that only a machine reads."""

import re

RULE = re.compile(r"^([=\-~^\"'*+#.:_`])\1{2,}\s*$")


def plain(text: str) -> tuple[str, str]:
    """The title is the first line if it is short enough to be one."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return (first if len(first) <= 80 and not first.endswith((".", ",", ";")) else ""), text


def markdown(text: str) -> tuple[str, str]:
    """Front matter and comments go; of links and pictures the words stay. Fenced code stays as it is."""
    title = ""
    text = text.replace("\r\n", "\n")
    if front := re.match(r"---\n(.*?)\n---\n", text, re.S):
        named = re.search(r"^title:\s*[\"']?(.+?)[\"']?\s*$", front[1], re.M)
        title, text = named[1] if named else "", text[front.end() :]
    parts = re.split(r"(^```.*?^```|^~~~.*?^~~~)", text, flags=re.S | re.M)
    for i in range(0, len(parts), 2):
        part = re.sub(r"<!--.*?-->", "", parts[i], flags=re.S)
        parts[i] = re.sub(r"!?\[([^\]\n]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)", r"\1", part)
    text = "".join(parts)
    heading = re.search(r"^#\s+(.+?)\s*#*$", "".join(parts[::2]), re.M)
    return title or (heading[1] if heading else plain(text)[0]), text


def restructured(text: str) -> tuple[str, str]:
    """Roles and links become their words, directives without text go, underlined titles become Markdown headings."""
    text = re.sub(r"^\.\. (?:_[^:\n]+:|\w[\w:-]*::[^\n]*|[^\n]*)\n(?:[ \t]+:[^\n]*\n)*", "", text + "\n", flags=re.M)
    text = re.sub(r":[\w:+-]+:`(?:[~!])?([^`<]+?)(?:\s*<[^`>]*>)?`", r"\1", text)
    text = re.sub(r"`([^`<\n]+?)\s*<[^`>]*>`_{1,2}", r"\1", text)
    lines, kept, levels = text.split("\n"), [], dict[str, int]()
    for i, line in enumerate(lines):
        below = lines[i + 1] if i + 1 < len(lines) else ""
        if RULE.match(line):
            continue
        if line.strip() and not line.startswith(" ") and RULE.match(below) and len(below.strip()) >= len(line.strip()) - 2:
            level = levels.setdefault(below[0], len(levels) + 1)
            kept.append("#" * min(level, 6) + " " + line.strip())
        else:
            kept.append(line)
    joined = "\n".join(kept)
    heading = re.search(r"^# (.+)$", joined, re.M)
    return (heading[1] if heading else plain(joined)[0]), joined
