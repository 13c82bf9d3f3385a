"""Regular expressions for HTML, a state machine for Markdown, the older interface of email, columns sorted apart for PDF."""

import html
import re
import unicodedata
from email import message_from_bytes
from email.header import decode_header, make_header


def clean(text):
    out = ""
    for c in unicodedata.normalize("NFKC", text):
        if c != "\u00ad":
            out += " " if c.isspace() else c
    return re.sub(" +", " ", out).strip(" ")


def from_html(source):
    title, meta, blocks, stack, text, raw = "", {}, [], [], [], None
    for piece in re.split(r"(<!--.*?-->|</?[a-zA-Z][^>]*>)", source):
        tag = re.match(r"</?([a-zA-Z][a-zA-Z0-9]*)", piece)
        name = tag[1].lower() if tag else ""
        if raw:  # inside of script or style only the end counts
            if piece.lower().startswith("</" + raw):
                raw = None
                stack.pop()
            continue
        if not tag:
            if not stack and not piece.startswith("<!--"):
                text.append(html.unescape(piece))
            continue
        closing = piece.startswith("</")
        if name in ("nav", "header", "footer", "aside", "script", "style"):
            stack.pop() if closing else stack.append(name)
            raw = name if name in ("script", "style") and not closing else None
        elif name == "meta" and (key := re.search(r"name=[\"']([^\"']*)", piece)):
            meta[key[1]] = clean(html.unescape(re.search(r'content="([^"]*)', piece)[1]))
        elif stack:
            pass
        elif name == "br":
            text.append("\n")
        elif not closing:
            if name == "table":
                blocks.append(("table", []))
            elif name == "tr":
                blocks[-1][1].append([])
            elif name in ("title", "p", "li", "td", "th") or re.fullmatch(r"h\d", name):
                text = []
        else:
            words = clean("".join(text))
            if name == "title":
                title = words
            elif name in ("td", "th"):
                blocks[-1][1][-1].append(words)
            elif words and name in ("p", "li"):
                blocks.append(("paragraph", words))
            elif words and re.fullmatch(r"h\d", name):
                blocks.append(("heading", int(name[1:]), words))
    return {"title": title, "meta": meta, "blocks": blocks}


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
    message = message_from_bytes(source.encode("utf-8"))
    parts = {}
    for part in message.walk():
        if not part.is_multipart():
            parts.setdefault(part.get_content_type(), part.get_payload(decode=True).decode(part.get_content_charset() or "utf-8"))
    meta = {k: clean(str(make_header(decode_header(message[k])))) for k in ("from", "date") if message[k]}
    title = clean(str(make_header(decode_header(message["subject"]))))
    if "text/plain" not in parts:
        return {"title": title, "meta": meta, "blocks": from_html(parts["text/html"])["blocks"]}
    lines = [*parts["text/plain"].splitlines(), ""]
    stop = next((i for i, line in enumerate(lines) if line.rstrip() == "--"), len(lines))
    groups = [[]]
    for i, line in enumerate(lines[:stop]):
        cited = line[:1] == ">" or (line.endswith("wrote:") and lines[i + 1][:1] == ">")
        if cited or not line.strip():
            groups.append([])
        else:
            groups[-1].append(line)
    return {"title": title, "meta": meta, "blocks": [("paragraph", clean(" ".join(g))) for g in groups if g]}


def from_pdf(lines, info):
    columns = {}
    for page, x, y, size, text in lines:
        if not (y > 750 or y < 50):
            columns.setdefault((page, 0 if x < 300 else 1), []).append((y, size, clean(text)))
    blocks, open_text = [], None
    for key in sorted(columns):
        above = None
        for y, size, text in sorted(columns[key], reverse=True):
            if size >= 14:
                blocks.append(["heading", 2 if size < 18 else 1, text])
                open_text = None
            else:
                far = above - y > 20 if above is not None else (open_text or ".")[-1] in ".!?:"
                if open_text is None or far:
                    blocks.append(["paragraph", text])
                else:
                    hyphen = open_text[-1] == "-"
                    head = open_text[:-1] if hyphen and text[0].islower() else open_text
                    blocks[-1][1] = head + ("" if hyphen else " ") + text
                open_text = blocks[-1][1]
            above = y
    return {"title": clean(info.get("Title") or ""), "meta": {"author": clean(info["Author"])} if info.get("Author") else {}, "blocks": blocks}
