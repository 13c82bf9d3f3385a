"""Runs `ingest` on folders; knows the documents, not what was planted in them."""

import stage

OPTIONS = {"seconds": 60, "threads": 1}


def pdf(lines):
    """A PDF of one page with these lines in Latin-1; without lines it holds a rectangle only, like a scan."""
    text = "BT /F1 11 Tf 14 TL 50 800 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET" if lines else "0 0 100 100 re f"
    stream = text.encode("latin-1")
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
               b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]  # fmt: skip
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(made)
    made += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places)
    return bytes(made + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % table)


def left(data):
    """What `ingest` left in its folder."""
    chunks = stage.json_lines(data / "chunks.jsonl", "id", "text", "source", "title", "start", "end", "tokens")
    return {"chunks": chunks, "documents": stage.json_lines(data / "documents.jsonl", "source", "title", "text"),
            "card": stage.read_json(data / "card.json"), "page": stage.text(data / "card.md")}  # fmt: skip


def ingest(name, files, pdfs):
    """Ingest a folder twice, the second time from a copy of it whose first document has a new beginning."""
    docs = stage.put(name, {**files, **{path: pdf(lines) for path, lines in pdfs.items()}})
    out, again = stage.WORK / f"{name}-data", stage.WORK / f"{name}-again"
    done = stage.run("ingest", docs, "--out", out, **OPTIONS).ok()
    stage.run("ingest", docs, "--out", again, **OPTIONS).ok()
    second = left(again)
    return {**left(out), "out": done.out, "ids again": [c["id"] for c in second["chunks"]], "hash again": second["card"].get("hash")}


def refused(files, pdfs, before):
    """A folder without a readable document, given to a DATA that already holds something."""
    data = stage.WORK / "kept-data"
    stage.run("ingest", stage.put("kept", before), "--out", data, **OPTIONS).ok()
    kept = {n: (data / n).read_bytes() for n in stage.tree(data)}
    docs = stage.put("unreadable", {**files, **{path: pdf(lines) for path, lines in pdfs.items()}})
    said = stage.run("ingest", docs, "--out", data, **OPTIONS).refused()
    return {**said, "kept": {n: (data / n).read_bytes() for n in stage.tree(data)} == kept}


def huge(files, name, megabytes):
    """One file far above the limit among small ones."""
    docs = stage.put("huge", files)
    with (docs / name).open("wb") as file:
        file.write(b"The long road goes on. ")
        file.truncate(megabytes * 1_000_000)
    data = stage.WORK / "huge-data"
    done = stage.run("ingest", docs, "--out", data, **OPTIONS).ok()
    return {"memory": done.memory_mb, "sources": [d["source"] for d in left(data)["documents"]], "skipped": left(data)["card"].get("skipped")}
