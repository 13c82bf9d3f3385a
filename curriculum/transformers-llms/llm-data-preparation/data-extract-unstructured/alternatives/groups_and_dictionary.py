"""Events for HTML, groups for Markdown, the modern interface of email, one pass over sorted lines."""

import re
import unicodedata
from email.parser import Parser
from email.policy import default
from html.parser import HTMLParser
from itertools import groupby

import numpy as np


import email
import re
import unicodedata
from email import policy
from html.parser import HTMLParser

LEFT_OUT = {"nav", "header", "footer", "aside", "script", "style"}
FRONT = re.compile(r"---\n(.*?\n)??---(?:\n|$)", re.DOTALL)
BLOCK = re.compile(
    r"^```.*\n(?P<code>(?:.*\n)*?)```.*$|^(?P<marks>#{1,6}) (?P<heading>.*)$|^- (?P<item>.*)$"
    r"|(?P<table>(?:^\|.*\n?)+)|(?P<text>(?:^(?!```|#{1,6} |- |\||\s*$).+\n?)+)",
    re.MULTILINE,
)


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
    """The record of a mail without quotations and signature."""
    message = email.message_from_string(source, policy=policy.default)
    body = message.get_body(("plain", "html"))
    text = body.get_content()
    blocks = from_html(text)["blocks"] if body.get_content_subtype() == "html" else _own_words(text)
    meta = {name: clean(message[name]) for name in ("from", "date") if name in message}
    return {"title": clean(message.get("subject", "")), "meta": meta, "blocks": blocks}


def _own_words(text):
    text = re.sub(r"(?ms)^--\s*$.*", "", text)
    text = re.sub(r"(?m)^.*wrote:\n(?=>)|^>.*", "\n", text)
    return [("paragraph", words) for part in re.split(r"\n\s*\n", text) if (words := clean(part))]


def from_pdf(lines, info):
    """The record of lines on pages: order from their places, structure from sizes and gaps."""
    blocks, last = [], None
    inside = [line for line in lines if 50 <= line[2] <= 750]
    for page, x, y, size, text in sorted(inside, key=lambda line: (line[0], line[1] >= 300, -line[2])):
        text, column = clean(text), (page, x >= 300)
        if size >= 14:
            blocks.append(("heading", 1 if size >= 18 else 2, text))
        elif blocks and blocks[-1][0] == "paragraph" and _goes_on(blocks[-1][1], last, (column, y)):
            blocks[-1] = ("paragraph", _joined(blocks[-1][1], text))
        else:
            blocks.append(("paragraph", text))
        last = column, y
    meta = {"author": clean(info["Author"])} if "Author" in info else {}
    return {"title": clean(info.get("Title", "")), "meta": meta, "blocks": blocks}


def _goes_on(text, last, here):
    if last[0] == here[0]:
        return last[1] - here[1] <= 20
    return not text.endswith((".", "!", "?", ":"))


def _joined(text, more):
    if text.endswith("-"):
        return text.removesuffix("-" if more[0].islower() else "") + more
    return f"{text} {more}"
