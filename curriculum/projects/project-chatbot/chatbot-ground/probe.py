"""Ingests, indexes and asks; knows documents and questions, not which have an answer."""

import json

import stage

SLOW = {"seconds": 500, "threads": 1}


def lines(questions):
    return "".join(json.dumps(q) + "\n" for q in questions)


def ask(files, questions, phrased):
    """Ask all questions for extracts, and the first few once more for the language model's words."""
    docs, data = stage.put("docs", files), stage.WORK / "data"
    stage.run("ingest", docs, "--out", data, **SLOW).ok()
    stage.run("index", data, **SLOW).ok()
    extracted = stage.run("ask", data, "--extract", stdin=lines(questions), **SLOW).ok()
    spoken = stage.run("ask", data, stdin=lines(questions[:phrased]), **SLOW).ok()
    keys = ("id", "answer", "citations", "known")
    chunks = {c["id"]: " ".join(c["text"].split()) for c in stage.json_lines(data / "chunks.jsonl", "id", "text")}
    return {"chunks": chunks, "extracted": stage.objects(extracted.out, "what ask wrote", *keys), "spoken": stage.objects(spoken.out, "what ask wrote", *keys)}


def refused(question):
    """Asked of a folder without an index, and with a line that is no question."""
    data = stage.WORK / "data"
    return {"nothing": stage.run("ask", stage.folder("nothing"), "--extract", stdin=lines([question]), **SLOW).refused(),
            "no question": stage.run("ask", data, "--extract", stdin=lines([question]) + "who?\n", **SLOW).refused()}  # fmt: skip
