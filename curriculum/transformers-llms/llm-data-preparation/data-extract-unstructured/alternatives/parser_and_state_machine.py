"""A parser class, a state machine, parts of the mail one by one, an array order; clean by translate."""

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
    kept = unicodedata.normalize("NFKC", text).translate({0xAD: None})
    return re.sub(r"\s+", " ", kept).strip()


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


def _bare(text):
    text = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", text)
    text = re.sub(r"`([^`]+)`", r"\1", text)
    text = re.sub(r"\*\*([^*\s](?:[^*]*[^*\s])?)\*\*", r"\1", text)
    return clean(re.sub(r"\*([^*\s](?:[^*]*[^*\s])?)\*", r"\1", text))


def from_markdown(source):
    lines, meta, blocks, open_text, code, rows = source.split("\n"), {}, [], [], None, []

    def close():
        if open_text:
            blocks.append(("paragraph", _bare(" ".join(open_text))))
            open_text.clear()
        if rows:
            blocks.append(("table", [[_bare(c) for c in re.sub(r"^\||\|\s*$", "", r).split("|")] for i, r in enumerate(rows) if i != 1]))
            rows.clear()

    at = 0
    if lines[0] == "---":
        at = lines.index("---", 1) + 1
        for line in lines[1 : at - 1]:
            key, value = line.split(":", 1)
            meta[key.strip()] = clean(value)
    for line in lines[at:]:
        if code is not None:
            if line.startswith("```"):
                blocks.append(("code", "\n".join(code)))
                code = None
            else:
                code.append(line)
            continue
        marks = len(line) - len(line.lstrip("#"))
        heading = 0 < marks < 7 and line[marks : marks + 1] == " "
        if (not line.startswith("|") and rows) or (not line.startswith("|") and (not line.strip() or heading or line.startswith(("```", "- ")))) or (line.startswith("|") and open_text):
            close()
        if line.startswith("```"):
            code = []
        elif heading:
            blocks.append(("heading", marks, _bare(line[marks:])))
        elif line.startswith("- "):
            blocks.append(("paragraph", _bare(line[2:])))
        elif line.startswith("|"):
            rows.append(line)
        elif line.strip():
            open_text.append(line)
    close()
    title = meta.pop("title") if "title" in meta else ""
    return {"title": title, "meta": meta, "blocks": blocks}


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
