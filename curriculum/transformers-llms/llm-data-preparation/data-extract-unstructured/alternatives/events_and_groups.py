"""A flat list of events for HTML, groups of lines for Markdown, an array order for PDF."""

import re
import unicodedata
from email.parser import Parser
from email.policy import default
from html.parser import HTMLParser
from itertools import groupby

import numpy as np


def clean(text):
    """NFKC, no soft hyphens, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("\u00ad", "").split())




class _Events(HTMLParser):
    """Everything as a flat list of (what, value)."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.events = []

    def handle_starttag(self, tag, attrs):
        self.events.append(("open", tag, dict(attrs)))

    def handle_endtag(self, tag):
        self.events.append(("close", tag, None))

    def handle_data(self, data):
        self.events.append(("text", data, None))


def _visible(events):
    depth = 0
    for what, name, more in events:
        inside = name in ("nav", "header", "footer", "aside", "script", "style") and what != "text"
        if inside and what == "open":
            depth += 1
        if depth == 0:
            yield what, name, more
        if inside and what == "close":
            depth -= 1


def from_html(source):
    parser = _Events()
    parser.feed(source)
    parser.close()
    record = dict(title="", meta={}, blocks=[])
    where, words, table = None, [], None
    for what, name, more in _visible(parser.events):
        if what == "text" and where:
            words.append(name)
        elif what == "open" and name == "meta":
            if "name" in more:
                record["meta"][more["name"]] = clean(more.get("content", ""))
        elif what == "open" and name == "br":
            words.append("\n")
        elif what == "open" and name == "table":
            table = []
            record["blocks"].append(["table", table])
        elif what == "open" and name == "tr":
            table.append([])
        elif what == "open" and name in {"title", "p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"}:
            where, words = name, []
        elif what == "close" and name == where:
            text = clean("".join(words))
            where = None
            if name == "title":
                record["title"] = text
            elif name in ("td", "th"):
                table[-1].append(text)
            elif text:
                record["blocks"].append(["paragraph", text] if name in ("p", "li") else ["heading", int(name[-1]), text])
    return record


def _kind(line):
    if line.startswith("|"):
        return "table"
    if line.startswith("- "):
        return "item"
    if re.match(r"#{1,6} ", line):
        return "heading"
    return "text" if line.strip() else "empty"


def _unmarked(text):
    text = clean(text)
    for mark in (r"\*\*(\S|\S.*?\S)\*\*", r"\*(\S|\S.*?\S)\*", r"`(\S|\S.*?\S)`", r"\[([^\]]+)\]\([^()]*\)"):
        text = re.sub(mark, lambda m: m.group(1), text)
    return text


def _pieces(lines):
    for kind, group in groupby(lines, key=_kind):
        group = list(group)
        if kind == "heading":
            for line in group:
                marks, text = line.split(" ", 1)
                yield "heading", len(marks), _unmarked(text)
        elif kind == "item":
            yield from (("paragraph", _unmarked(line[2:])) for line in group)
        elif kind == "table":
            yield "table", [[_unmarked(c) for c in line.strip().removeprefix("|").removesuffix("|").split("|")] for i, line in enumerate(group) if i != 1]
        elif kind == "text":
            yield "paragraph", _unmarked(" ".join(group))


def from_markdown(source):
    meta = {}
    if source.split("\n")[0] == "---":
        front, _, source = source[4:].partition("---\n")
        for line in front.splitlines():
            meta[line.split(":")[0].strip()] = clean(":".join(line.split(":")[1:]))
    title = meta.pop("title") if "title" in meta else ""
    blocks, plain, lines = [], [], iter(source.split("\n"))
    for line in lines:
        if not line.startswith("```"):
            plain.append(line)
            continue
        blocks += _pieces(plain)
        plain, code = [], []
        for line in lines:
            if line.startswith("```"):
                break
            code.append(line)
        blocks.append(("code", "\n".join(code)))
    return {"blocks": blocks + list(_pieces(plain)), "meta": meta, "title": title}


def from_email(source):
    mail = Parser(policy=default).parsestr(source)
    plain = [part for part in mail.walk() if part.get_content_type() == "text/plain"]
    record = {"title": clean(str(mail["subject"])), "meta": {}, "blocks": []}
    for name in ("From", "Date"):
        if mail[name]:
            record["meta"][name.lower()] = clean(str(mail[name]))
    if not plain:
        page = next(part for part in mail.walk() if part.get_content_type() == "text/html")
        record["blocks"] = from_html(page.get_content())["blocks"]
        return record
    own, lines = [[]], plain[0].get_content().split("\n")
    while lines:
        line = lines.pop(0)
        if line.rstrip() == "--":
            break
        announces = line.endswith("wrote:") and lines and lines[0].startswith(">")
        if not line.strip() or line.startswith(">") or announces:
            own.append([])
        else:
            own[-1].append(line)
    record["blocks"] = [["paragraph", clean("\n".join(part))] for part in own if part]
    return record


def from_pdf(lines, info):
    record = {"title": clean(info.get("Title", "")), "meta": {}, "blocks": []}
    if "Author" in info:
        record["meta"]["author"] = clean(info["Author"])
    lines = [line for line in lines if line[2] >= 50 and line[2] <= 750]
    if not lines:
        return record
    page, x, y = (np.array([line[k] for line in lines]) for k in range(3))
    column = np.where(x < 300, 0, 1)
    paragraph, before = "", None

    def end():
        nonlocal paragraph
        if paragraph:
            record["blocks"].append(("paragraph", paragraph))
        paragraph = ""

    for i in np.lexsort((-y, column, page)):
        size, text = lines[i][3], clean(lines[i][4])
        if size >= 14:
            end()
            record["blocks"].append(("heading", 2 - int(size >= 18), text))
        else:
            same = before is not None and page[before] == page[i] and column[before] == column[i]
            if paragraph and (y[before] - y[i] > 20 if same else paragraph[-1] in ".!?:"):
                end()
            if paragraph.endswith("-"):
                paragraph = (paragraph[:-1] if text[0].islower() else paragraph) + text
            else:
                paragraph = (paragraph + " " + text).strip()
        before = i
    end()
    return record
