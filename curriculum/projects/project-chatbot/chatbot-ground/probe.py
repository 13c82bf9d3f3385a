"""Ingests, indexes and asks; knows documents and questions, not which have an answer."""

import json

import stage
import warm

SLOW = {"seconds": 500}
LIBRARIES = (
    "torch",
    "transformers.models.bert.modeling_bert",
    "transformers.models.auto.modeling_auto",
    "transformers.models.auto.tokenization_auto",
    "transformers.models.llama.modeling_llama",
    "bm25s",
    "pandas",
    "pyarrow.dataset",
    "lance_namespace_urllib3_client.models",  # most of what lancedb waits for; lancedb itself starts a thread
)
QUIET = {"TOKENIZERS_PARALLELISM": "false", "HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1", "TRANSFORMERS_VERBOSITY": "error"}


def lines(questions):
    return "".join(json.dumps(q) + "\n" for q in questions)


def answers(done, what):
    """What `ask` wrote, one answer for each line; ids of chunks are texts."""
    rows = stage.objects(done.ok().out, what, "id", "answer", "citations", "known")
    for n, row in enumerate(rows, 1):
        if not (isinstance(row["answer"], str) and isinstance(row["citations"], list) and isinstance(row["known"], bool)):
            raise stage.Unfit(f'Line {n} of {what}: "answer" must be text, "citations" a list, "known" true or false.')
        row["citations"] = [str(c) for c in row["citations"]]
    return rows


def ask(files, questions, phrased):
    """Ask all questions for extracts, and the first few once more for the language model's words."""
    warm.libraries(*LIBRARIES, **QUIET)
    docs, data = stage.put("docs", files), stage.WORK / "data"
    warm.run("ingest", docs, "--out", data, **SLOW).ok()
    warm.run("index", data, **SLOW).ok()
    chunks = {str(c["id"]): " ".join(str(c["text"]).split()) for c in stage.json_lines(data / "chunks.jsonl", "id", "text")}
    extracted = answers(warm.run("ask", data, "--extract", stdin=lines(questions), **SLOW), "what ask --extract wrote")
    spoken = answers(warm.run("ask", data, stdin=lines(questions[:phrased]), **SLOW), "what ask wrote")
    return {"chunks": chunks, "extracted": extracted, "spoken": spoken}


def refused(question):
    """Asked of a folder without an index, and with a line that is no question."""
    warm.libraries(*LIBRARIES, **QUIET)
    data = stage.WORK / "data"
    return {"nothing": warm.run("ask", stage.folder("nothing"), "--extract", stdin=lines([question]), **SLOW).refused(),
            "no question": warm.run("ask", data, "--extract", stdin=lines([question]) + "who?\n", **SLOW).refused()}  # fmt: skip
