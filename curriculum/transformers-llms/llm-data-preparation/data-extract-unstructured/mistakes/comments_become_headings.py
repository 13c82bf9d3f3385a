"""Headings inside of code

You look for headings and lists everywhere, also between fences. A line of code that begins with a hash is a comment. Inside of a fence nothing is
marked up.
"""

import email
import re
import unicodedata
from email import policy
from html.parser import HTMLParser

LEFT_OUT = {"nav", "header", "footer", "aside", "script", "style"}
FRONT = re.compile(r"---\n(.*?\n)??---(?:\n|$)", re.DOTALL)
BLOCK = re.compile(
    r"(?P<code>^\Z\A)|^(?P<marks>#{1,6}) (?P<heading>.*)$|^- (?P<item>.*)$"
    r"|(?P<table>(?:^\|.*\n?)+)|(?P<text>(?:^(?!```|#{1,6} |- |\||\s*$).+\n?)+)",
    re.MULTILINE,
)


def clean(text):
    """NFKC, no soft hyphens, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("\u00ad", "").split())


def from_html(source):
    """The record of a web page without what surrounds its content."""
    page = _Page()
    page.feed(source)
    return page.record


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.record = {"title": "", "meta": {}, "blocks": []}
        self.left_out, self.text = [], ""

    def handle_starttag(self, tag, attributes):
        given, blocks = dict(attributes), self.record["blocks"]
        if tag in LEFT_OUT:
            self.left_out.append(tag)
        elif tag == "meta" and "name" in given:
            self.record["meta"][given["name"]] = clean(given["content"])
        elif self.left_out:
            return
        elif tag == "br":
            self.text += " "
        elif tag == "table":
            blocks.append(("table", []))
        elif tag == "tr":
            blocks[-1][1].append([])
        elif re.fullmatch("title|p|li|td|th|h[1-6]", tag):
            self.text = ""

    def handle_data(self, data):
        if not self.left_out:
            self.text += data

    def handle_endtag(self, tag):
        text, blocks = clean(self.text), self.record["blocks"]
        if tag in LEFT_OUT:
            self.left_out.pop()
        elif self.left_out:
            return
        elif tag == "title":
            self.record["title"] = text
        elif tag in ("td", "th"):
            blocks[-1][1][-1].append(text)
        elif tag in ("p", "li") and text:
            blocks.append(("paragraph", text))
        elif (heading := re.fullmatch("h([1-6])", tag)) and text:
            blocks.append(("heading", int(heading[1]), text))


def from_markdown(source):
    """The record of a Markdown file."""
    front, meta = FRONT.match(source), {}
    if front:
        source = source[front.end() :]
        for line in front[1].splitlines():
            key, _, value = line.partition(":")
            meta[key.strip()] = clean(value)
    blocks = [_block(match) for match in BLOCK.finditer(source)]
    return {"title": meta.pop("title", ""), "meta": meta, "blocks": blocks}


def _block(found):
    if found["code"] is not None:
        return "code", found["code"].removesuffix("\n")
    if found["marks"]:
        return "heading", len(found["marks"]), _plain(found["heading"])
    if found["table"]:
        head, _, *rows = found["table"].strip().splitlines()
        return "table", [[_plain(cell) for cell in row.strip().removeprefix("|").removesuffix("|").split("|")] for row in [head, *rows]]
    return "paragraph", _plain(found["item"] or found["text"])


def _plain(text):
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", clean(text))
    return re.sub(r"(\*\*|\*|`)(?! )(.+?)(?<! )\1", r"\2", text)


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
