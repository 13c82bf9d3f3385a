"""Records out of HTML, Markdown, mail and PDF: the content, in order, and nothing around it."""

from gradus.judging import Miss, call, close, each

PAGE = [(1, 320, 680, 10, "tion of text."), (1, 72, 700, 10, "Columns are a"), (1, 320, 700, 10, "a conven-"), (1, 72, 680, 10, "habit of print,"), (1, 300, 30, 8, "Page 7")]
WEB = '<html><head><TITLE>R&amp;D</TITLE><meta charset="utf-8"><meta name="author" content="A.&nbsp;Writer"></head><body><nav><p>Home</p></nav><h2>Fish &amp;\n chips</h2><h3> </h3><p><a name="top"></a>one<br>two, <b>th</b>ree</p><div>stray</div><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td> </td></tr></table><p> </p><ul><li>last</li></ul><footer><p>Imprint</p></footer></body></html>'
MARKED = "---\ntitle: Set it up\ntags: a: b\n---\n# Install **it**\nRun the\n`setup`.\n```sh\n# as root\n  make *all*\n```\n| a | b |\n|---|---|\n| 1 | [two](x.html) |\n| 3 | |\n- 2 * 3\n"
EXPECTED = {
    "clean": "the first file of information",
    "html, a page": {"title": "R&D", "meta": {"author": "A. Writer"}, "blocks": [("heading", 2, "Fish & chips"), ("paragraph", "one two, three"), ("table", [["a", "b"], ["1", ""]]), ("paragraph", "last")]},
    "markdown, a file": {"title": "Set it up", "meta": {"tags": "a: b"}, "blocks": [("heading", 1, "Install it"), ("paragraph", "Run the setup."), ("code", "# as root\n  make *all*"), ("table", [["a", "b"], ["1", "two"], ["3", ""]]), ("paragraph", "2 * 3")]},
    "pdf, the lesson's page": {"title": "", "meta": {}, "blocks": [("paragraph", "Columns are a habit of print, a convention of text.")]},
}
WORDS = "Who's there? Nay, answer me: stand, and unfold yourself. Long live the king! You come most carefully upon your hour. ﬁle eﬀect in\u00adfor\u00admation Zürich ½ snake_case x_1 １２".split()

def say(rng, most=9):
    return " ".join(str(w) for w in rng.choice(WORDS, rng.integers(1, most)))

def html(rng):
    out = [f'<html><head><title>{say(rng)}</title><meta name="author" content="{say(rng, 3)}"><style>p {{ color: red }}</style></head><body><header><h1>Site</h1><p>Log in</p></header>']
    for kind in rng.integers(0, 8, rng.integers(2, 7)):
        a, b, c, n = say(rng), say(rng), say(rng), int(rng.integers(1, 7))
        out.append([f"<h{n} class='x'>{a}</h{n}>", f"<p>{a} <b>{b}</b>,<br>{c}</p>", f"<ul><li>{a}</li>\n<li><a href='#'>{b}</a> &amp; {c}</li></ul>", f"<table><tr><th>{a}</th><th></th></tr><tr><td>{b}</td><td>{c}</td></tr></table>",
            f"<nav><p>{a}</p><aside><h2>{b}</h2></aside><p>{c}</p></nav>", f"<div>{a}<P>{b}<script>if (a < 1) go('{c}')</script>{c}</P></div>", f"<footer><table><tr><td>{a}</td></tr></table></footer>", f"<!-- <p>{a}</p> --><p> </p>{c}<p>{b}</p>"][int(kind)])
    return "\n".join(out) + "</body></html>"

def markdown(rng):
    out = [f"---\ntitle: {say(rng)}\nauthor : {say(rng, 3)}\n---"] if rng.random() < 0.6 else []
    for kind in rng.integers(0, 7, rng.integers(2, 7)):
        a, b, c = (say(rng) for _ in range(3))
        out.append(["#" * int(rng.integers(1, 7)) + f" {a}", f"{a}\n{b}\n{c}", f"- {a}\n- **{b}** {c}", f"| {a} | `{b}` |\n|:--|--:|\n| {c} | |", f"```python\n# {a}\n\n- {b}\n```", f"see *{a}*, [{b}](https://example.org/a_b) and `{c}`", f"#{a}\n####### {b}\n2 * 3 * 4"][int(kind)])
    return "".join(part + str(rng.choice(["\n", "\n\n"])) for part in out)

def qp(text):
    return "".join(c if c.isascii() and c not in "=_?" else "".join(f"={b:02X}" for b in c.encode()) for c in text)

def mail(rng, kinds=("plain",)):
    some = [say(rng) + "\n" + say(rng), "> " + say(rng) + "\n>> old", say(rng), f"On Monday, Éva wrote:\n> {say(rng)}\n{say(rng)}", "He wrote:\n" + say(rng), "-- a dash --"]
    plain = "\n\n".join(some[i] for i in rng.permutation(6)[:4]) + str(rng.choice(["\n", "\n-- \nAda\n\nphone 12", "\n--\nAda"]))
    bodies = [f"Content-Type: text/{k}; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" + qp(plain if k == "plain" else html(rng)) for k in kinds]
    head = f"From: =?utf-8?q?=C3=89va?= <eva@example.org>\nSubject: =?utf-8?q?{qp(say(rng, 4)).replace(' ', '_')}?=\n" + "Date: Mon, 23 Nov 2026 10:00:00 +0000\n" * int(rng.integers(0, 2)) + "MIME-Version: 1.0\n"
    return head + (bodies[0] if len(kinds) == 1 else 'Content-Type: multipart/alternative; boundary="zz"\n\n' + "".join(f"--zz\n{b}\n" for b in bodies) + "--zz--\n")

def pdf(rng):
    lines = []
    for page, column in [(p, c) for p in range(1, int(rng.integers(2, 4))) for c in range(int(rng.integers(1, 3)))]:
        y = 762
        for _ in range(int(rng.integers(2, 8))):
            y -= int(rng.choice([12, 14, 20, 21, 30]))
            lines.append((page, [72, 300][column] + int(rng.integers(0, 20)), y, int(rng.choice([10, 10, 10, 10, 11, 13, 14, 17, 18, 24])), say(rng) + str(rng.choice(["", "", ".", " infor-", " UTF-"]))))
        lines += [(page, 72, 770, 10, "The Journal"), (page, 290, 30, 8, f"Page {page}")]
    return [lines[i] for i in rng.permutation(len(lines))]

def PROBES(rng):
    p = {"clean": call("clean", " the\tﬁrst \n ﬁle\u00a0of  in\u00adfor\u00admation "), "html, a page": call("from_html", WEB), "markdown, a file": call("from_markdown", MARKED), "pdf, the lesson's page": call("from_pdf", PAGE, {})}
    p["pdf, at the edges"] = call("from_pdf", [(1, 72, 751, 10, "Head"), (1, 72, 750, 10, "first"), (1, 299, 730, 13, "second"), (1, 72, 600, 10, "third X-"), (1, 300, 50, 10, "Ray end:"), (2, 72, 49, 10, "foot"), (2, 72, 400, 18, "Top"), (2, 72, 379, 14, "Sub"), (2, 72, 360, 10, "new")], {"Title": " The ﬁrst", "Author": "A\nB"})
    p |= {f"pdf, drawn {i}": call("from_pdf", pdf(rng), {"Author": say(rng, 3)} if i % 2 else {"Title": say(rng)}) for i in range(5)}
    p |= {f"html, drawn {i}": call("from_html", html(rng)) for i in range(5)} | {f"markdown, drawn {i}": call("from_markdown", markdown(rng)) for i in range(5)}
    return p | {f"mail, drawn {i}": call("from_email", mail(rng, kinds)) for i, kinds in enumerate([("plain",)] * 5 + [("html",), ("plain", "html")])}

@each("clean")
def one_spelling(got, ideal):
    """Cleaned text has one spelling and single blanks."""
    return close(got, ideal)

@each("html", "markdown", "mail", "pdf")
def right_blocks(got, ideal):
    """The blocks are the content of the file, whole, in reading order, and nothing around it."""
    for i, (mine, right) in enumerate(zip(got["blocks"], ideal["blocks"], strict=False), 1):
        if miss := close(tuple(mine), right):
            return Miss(f"Block {i}: {miss.say}")
    return None if len(got["blocks"]) == len(ideal["blocks"]) else Miss(f"Yours has {len(got['blocks'])} blocks, expected {len(ideal['blocks'])}.")

@each("html", "markdown", "mail", "pdf")
def title_and_metadata(got, ideal):
    """Title and metadata are those that the file states, decoded and cleaned."""
    return close(got["title"], ideal["title"], path="title") or close(got["meta"], ideal["meta"], path="meta")
