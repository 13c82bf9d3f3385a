"""What was planted in the documents must come back: the facts whole and in place, the rest counted and gone."""

import numpy as np

from gradus.judging import Miss, each
from gradus.kinds.stage_judging import asked, told

STARTS = "Bre Tol Mar Hul Wen Sar Kol Fen Gra Lin Ost Pra Vel Ner Dor Ulm".split()
ENDS = "ham dale wick mouth stead burg field ford gate moor".split()
THINGS = "mill bridge harbour school market tower library station theatre garden well barn".split()
DEEDS = "painted repaired closed opened widened measured sold described moved rented".split()
WHO = "the miller, a carpenter, two brothers, the council, a painter, some sailors, the teacher, a widow".split(", ")
WHEN = "in early spring, before the flood, after the war, during the fair, one winter, at last, by night, on Sundays".split(", ")


def town(rng) -> str:
    return str(rng.choice(STARTS)) + str(rng.choice(ENDS))


def sentence(rng, odd: str = "") -> str:
    """A sentence that stands in no other text, for it holds a number of its own."""
    mark = f" near the {odd}" if odd else ""
    return f"The {rng.choice(THINGS)} of {town(rng)}{mark} was {rng.choice(DEEDS)} by {rng.choice(WHO)} {rng.choice(WHEN)} for {rng.integers(1000, 9999)} crowns."


def sentences(rng, n: int, odd: str = "") -> list[str]:
    return [sentence(rng, odd) for _ in range(n)]


def luhn(rng) -> tuple[str, str]:
    """A number of a card whose last digit is right, and the same with a wrong one."""
    body = [4, *(int(d) for d in rng.integers(0, 10, 14))]
    total = sum((2 * d - 9 * (2 * d > 9)) if i % 2 == 0 else d for i, d in enumerate(body))
    right = (10 - total % 10) % 10
    shown = ["".join(map(str, [*body, last])) for last in (right, (right + 1 + int(rng.integers(8))) % 10)]
    return tuple(" ".join(s[i : i + 4] for i in range(0, 16, 4)) for s in shown)


def iban(rng) -> tuple[str, str]:
    """A German IBAN with right check digits, and the same with wrong ones."""
    body = "".join(map(str, rng.integers(0, 10, 18)))
    check = 98 - int(body + "131400") % 97
    wrong = (check - 2 + 1 + int(rng.integers(90))) % 97 + 2
    shown = [f"DE{c:02d}{body}" for c in (check, wrong)]
    return tuple(" ".join(s[i : i + 4] for i in range(0, 22, 4)) for s in shown)


def personal(rng) -> tuple[list[str], dict, list[str], list[str]]:
    """Sentences with personal data, how many of each kind, what must be gone, and what only looks like it and must stay."""
    mail, other = (f"{rng.choice(STARTS)}.{rng.choice(ENDS)}{rng.integers(99)}@{town(rng).lower()}.{end}".lower() for end in ("example.org", "com"))
    digits = "".join(map(str, rng.integers(2, 9, 10)))
    phones = [f"+49 {digits[:3]} {digits[3:10]}", f"({digits[:3]}) {digits[3:6]}-{digits[6:]}", f"+44-{digits[2:4]}-{digits[4:8]}-{digits[:4]}"]
    (card, no_card), (account, no_account) = luhn(rng), iban(rng)
    address, local = f"{rng.integers(60, 90)}.{rng.integers(255)}.{rng.integers(255)}.{rng.integers(1, 255)}", f"192.168.{rng.integers(255)}.{rng.integers(1, 255)}"
    gone = [mail, other, *phones, card, card.replace(" ", "-"), account, account.replace(" ", ""), address]
    stay = [no_card, no_account, local, f"release {rng.integers(2, 9)}.{rng.integers(9)}.{rng.integers(9)}", "2024-06-07", f"{digits[:6]} crowns"]
    lines = [f"Somebody wrote {s} on the wall." for s in [*gone, *stay]]
    return [lines[i] for i in rng.permutation(len(lines))], {"email": 2, "phone": 3, "card": 2, "iban": 2, "ip": 1}, gone, stay


def garbled(text: str) -> str:
    """UTF-8 read as Windows-1252."""
    return text.encode().decode("latin-1").translate({i: bytes([i]).decode("cp1252", "replace") for i in range(0x80, 0xA0) if i not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)})


def drawn(rng) -> tuple[dict, dict, dict]:
    """Files, PDFs (as lines), and what was planted in them."""
    frame = f"{town(rng)} Chronicle, all rights reserved"
    texts = {n: sentences(rng, 8) for n in ("a.md", "b.html", "c.txt", "deep/d.txt", "deep/er/e.rst", "f.txt", "g.md", "h.pdf", "i.txt")}
    odd = {"c.txt": "café", "deep/d.txt": "façade", "f.txt": "señor", "b.html": "Ångström"}
    texts |= {n: sentences(rng, 8, word) for n, word in odd.items()}
    data, masked, gone, stay = personal(rng)
    body = {n: " ".join(t) for n, t in texts.items()}
    near = body["i.txt"].split()
    near[30], near[77] = "quite", "other"
    half = " ".join([*texts["i.txt"][:4], *(extra := sentences(rng, 4))])
    long = sentences(rng, 40)
    files = {
        "a.md": f"---\ntitle: Notes\n---\n# {town(rng)}\n\n{frame}\n\n{' '.join(texts['a.md'][:4])}\n\n## More\n\n{' '.join(texts['a.md'][4:])}\n\nPage 1 of 9 of these notes\n",
        "b.html": f"<html><head><title>Pages</title><style>p{{x:y}}</style></head><body><nav><a>Menu of everything</a></nav><script>var hidden=1</script><h1>Pages</h1><p>{frame}</p>"
        f"<p>{'</p><p>'.join(texts['b.html'])}</p><footer>Foot of the page</footer></body></html>",
        "c.txt": f"{frame}\n\n{body['c.txt']}\n\nPage 2 of 9 of these notes\n".encode("cp1252"),
        "deep/d.txt": f"{frame}\n\n{garbled(body['deep/d.txt'])}\n\nPage 5 of 9 of these notes\n",
        "deep/er/e.rst": f"Towns\n=====\n\n{frame}\n\n{' '.join(texts['deep/er/e.rst'])}\n\nPage 3 of 9 of these notes\n",
        "f.txt": f"{frame}\n\n{body['f.txt']}\n\nPage 6 of 9 of these notes\n".encode("utf-16"),
        "g.md": f"{frame}\n\n{body['g.md']}\n\n" + "\n\n".join(data) + "\n\nPage 12 of 9 of these notes\n",
        "i.txt": body["i.txt"] + "\n",
        "j.txt": " ".join(near) + "\n",
        "k.txt": half + "\n",
        "l.md": f"# Long\n\n{frame}\n\n" + "\n\n".join(" ".join(long[i : i + 5]) for i in range(0, 40, 5)) + "\n\nPage 4 of 9 of these notes\n",
        "z-same.txt": body["i.txt"].upper() + "  \n",
        "photo.png": b"\x89PNG\r\n\x1a\n\0\0",
    }  # fmt: skip
    halves = [line for t in texts["h.pdf"] for line in (t[: t.index(" was")], t[t.index(" was") + 1 :])]
    planted = {
        "facts": {**texts, "k.txt": extra, "l.md": long}, "dropped": {"z-same.txt": ("duplicates", "duplicates-kept"), "j.txt": ("near_duplicates", "near-duplicates-kept")}, "masked": masked, "gone": gone, "stay": stay,
        "frames": [frame, "of these notes"], "unseen": ["Menu of everything", "hidden=1", "Foot of the page"], "encodings": {"c.txt": "café", "f.txt": "señor"}, "garbled": {"deep/d.txt": "façade"},
        "skipped": ["photo.png", "scan.pdf"],
    }  # fmt: skip
    return files, {"h.pdf": halves, "scan.pdf": []}, planted


def PROBES(rng: np.random.Generator) -> dict:
    files, pdfs, planted = drawn(rng)
    small = {"a.txt": " ".join(sentences(rng, 5))}
    return {
        "folder": asked("ingest", shown="ingest 14 documents of five kinds, twice", planted=planted, name="docs", files=files, pdfs=pdfs),
        "unreadable": asked("refused", shown="a folder in which nothing can be read", files={"photo.png": b"\x89PNG"}, pdfs={"scan.pdf": []}, before=small),
        "empty": asked("refused", shown="an empty folder", files={}, pdfs={}, before=small),
        "huge": asked("huge", shown="a file of 300 MB beside a small one", files=small, name="road.txt", megabytes=300),
    }  # fmt: skip


def plain(text: str) -> str:
    return " ".join(text.split())


def missing(got, planted, sources) -> tuple[str, str] | None:
    """The first planted sentence that no chunk of its document holds."""
    for source in sources:
        held = [plain(c["text"]) for c in got["chunks"] if c["source"] == source]
        lost = next((s for s in planted["facts"][source] if not any(s in text for text in held)), None)
        if lost:
            return source, lost
    return None


@each("folder")
def encodings(got, planted):
    """Text comes out as it was written, whatever encoding it is in."""
    if lost := missing(got, planted, planted["garbled"]):
        return told(f"In {lost[0]} the UTF-8 text had been read as Windows-1252 before; “{lost[1]}” is not put right.", "mojibake-kept")
    if lost := missing(got, planted, planted["encodings"]):
        return told(f"“{lost[1]}” of {lost[0]}, which is not in UTF-8, is in no chunk.", "one-encoding")
    return None


@each("folder")
def facts(got, planted):
    """Every sentence of every kept document stands whole in a chunk of its document."""
    if (lost := missing(got, planted, ["k.txt"])) and not any(d["source"] == "k.txt" for d in got["documents"]):
        return told(f"k.txt shares half of its text with i.txt and was dropped as its copy; “{lost[1]}” is lost.", "half-is-a-copy")
    if lost := missing(got, planted, planted["facts"]):
        return told(f"No chunk of {lost[0]} holds the whole sentence “{lost[1]}”.", "cut-anywhere")
    return None


@each("folder")
def places(got):
    """A chunk's text is its document's text from start to end, in characters; ids differ; tokens are 1 to 256 and counted."""
    texts = {d["source"]: d["text"] for d in got["documents"]}
    for c in got["chunks"]:
        if texts.get(c["source"], "")[c["start"] : c["end"]] != c["text"]:
            return told(f"Chunk {c['id']} of {c['source']} is not the characters {c['start']} to {c['end']} of the document's text.", "places-in-another-text")
        if not 1 <= c["tokens"] <= 256 or len(c["text"].split()) > 256:
            return Miss(f"Chunk {c['id']} has {len(c['text'].split())} words and says {c['tokens']} tokens.")
    if len({c["id"] for c in got["chunks"]}) < len(got["chunks"]):
        return Miss("Two chunks have the same id.")
    return None


@each("folder")
def copies(got, planted):
    """Copies and near copies are dropped and counted; the document whose path comes first stays."""
    left = {d["source"] for d in got["documents"]}
    for source, (key, mistake) in planted["dropped"].items():
        if source in left or got["card"].get(key) != 1:
            return told(f"{source} repeats i.txt; it is {'still there' if source in left else 'gone'}, and the card counts {got['card'].get(key)} {key}.", mistake)
    return Miss("i.txt, the original, was dropped.") if "i.txt" not in left else None


@each("folder")
def frames(got, planted):
    """What a reader does not read is gone: lines that most documents share, menus, scripts, footers."""
    for word, mistake in [*((f, "boilerplate-kept") for f in planted["frames"]), *((f, "whole-page-kept") for f in planted["unseen"])]:
        where = next((d["source"] for d in got["documents"] if word in d["text"]), None)
        if where:
            return told(f"“{word}” is still in {where}.", mistake)
    return None


@each("folder")
def masks(got, planted):
    """Personal data is gone from every file that was written, what only looks like it stays, and the card counts it."""
    whole = got["page"] + " ".join(r[k] for rows in (got["chunks"], got["documents"]) for r in rows for k in ("text", "title"))
    if kept := next((s for s in planted["gone"] if s in whole), None):
        return told(f"“{kept}” can still be read.", "one-format-only")
    if lost := next((s for s in planted["stay"] if s not in whole), None):
        return told(f"“{lost}” is nobody's data (its checksum or its form is wrong for that), and it was masked.", "checksum-not-asked")
    counted = {k: got["card"].get("masked", {}).get(k, 0) for k in planted["masked"]}
    return None if counted == planted["masked"] else Miss(f"The card counts {counted}, and {planted['masked']} were there.")


@each("folder")
def card(got, planted):
    """The card counts documents and chunks and names what was skipped, each with a reason."""
    said, skipped = got["card"], {s.get("source"): s.get("reason") for s in got["card"].get("skipped", [])}
    if not all(skipped.get(source) for source in planted["skipped"]):
        return told(f"{', '.join(planted['skipped'])} give no text; the card names {sorted(map(str, skipped))} as skipped.", "skipped-in-silence")
    if (said.get("documents"), said.get("chunks")) != (len(got["documents"]), len(got["chunks"])) or str(said.get("hash")) not in got["page"]:
        return Miss(f"The card says {said.get('documents')} documents and {said.get('chunks')} chunks; {len(got['documents'])} and {len(got['chunks'])} are there. card.md holds the hash too.")
    return Miss("It printed to stdout.") if got["out"] else None


@each("folder")
def again(got):
    """The same documents give the same ids and the same hash."""
    if got["ids again"] != [c["id"] for c in got["chunks"]] or got["hash again"] != got["card"].get("hash"):
        return told("The second time the ids or the hash are others.", "ids-by-chance")
    return None


@each("unreadable", "empty")
def refuses(got):
    """A folder without a document is refused with code 2 and one sentence, and what DATA held stays."""
    if got["code"] != 2 or got["lines"] != 1 or got["traceback"] or not got["kept"]:
        return told(f"Code {got['code']}, {got['lines']} lines on stderr; DATA is {'as it was' if got['kept'] else 'changed'}.", "nothing-is-fine")
    return None


@each("huge")
def large(got):
    """A file of 300 MB is skipped by name, with a reason, and never held in memory."""
    named = [s for s in got["skipped"] or [] if s.get("source") == "road.txt" and s.get("reason")]
    if not named or got["memory"] > 280 or "road.txt" in got["sources"]:
        return told(f"The command took {got['memory']:.0f} MB of memory and skipped {[s.get('source') for s in got['skipped'] or []]}.", "reads-before-it-asks")
    return None
