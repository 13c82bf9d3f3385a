"""Builds an index of given chunks and searches it; knows chunks and questions, not which chunk answers."""

import json

import stage
import warm

SLOW = {"seconds": 400}
FULL = 16384  # no file may grow beyond so many bytes, and 46 vectors take more
LIBRARIES = (
    "torch",
    "transformers.models.bert.modeling_bert",
    "transformers.models.auto.modeling_auto",
    "transformers.models.auto.tokenization_auto",
    "bm25s",
    "pandas",
    "pyarrow.dataset",
    "lance_namespace_urllib3_client.models",  # most of what lancedb waits for; lancedb itself starts a thread
)
QUIET = {"TOKENIZERS_PARALLELISM": "false", "HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1", "TRANSFORMERS_VERBOSITY": "error"}


def data_of(name, chunks, digest):
    """A DATA folder as `ingest` leaves it."""
    lines = "".join(json.dumps(c) + "\n" for c in chunks)
    return stage.put(name, {"chunks.jsonl": lines, "card.json": json.dumps({"hash": digest, "chunks": len(chunks)})})


def asked(data, questions, k, **how):
    lines = "".join(json.dumps(q) + "\n" for q in questions)
    return warm.run("search", data, "--k", k, stdin=lines, **SLOW, **how)


def table(data):
    """The rows of the vector store: ids, texts, and the length of each vector."""
    try:
        import lancedb

        rows = lancedb.connect(data / "index").open_table("chunks").to_arrow().to_pylist()
        return [{"id": str(r["id"]), "text": r["text"], "source": r["source"], "dimensions": len(r["vector"])} for r in rows]
    except Exception as error:
        raise stage.Unfit(f"DATA/index holds no LanceDB table chunks with id, text, source and vector ({type(error).__name__}).") from None


def search(chunks, questions, k):
    """Index the chunks and ask the questions."""
    warm.libraries(*LIBRARIES, **QUIET)
    data = data_of("data", chunks, "first")
    said = warm.run("index", data, **SLOW).ok().out
    done = asked(data, questions, k).ok()
    rows = warm.asked(table, data)
    if isinstance(rows, dict):
        raise stage.Unfit(rows["unfit"])
    return {"out": said, "rows": rows, "answers": stage.objects(done.out, "what search wrote", "id", "hits")}


def contents(data):
    return {n: (data / "index" / n).read_bytes() for n in stage.tree(data / "index")}


def broken(chunks, question):
    """The index when its chunks are damaged, when there is no room for it, when its chunks are others, and when it is damaged itself."""
    warm.libraries(*LIBRARIES, **QUIET)
    data = stage.WORK / "data"
    if not (data / "index").is_dir():
        raise stage.Unfit("There is no DATA/index.")
    whole, before = (data / "chunks.jsonl").read_text(), contents(data)
    (data / "chunks.jsonl").write_text(whole[: len(whole) // 2])
    cut = warm.run("index", data, **SLOW).refused()
    if contents(data) != before:
        return {"cut": cut, "kept": False, "kept_when_full": False, "full": cut, "stale": cut, "damaged": cut}
    data_of("data", chunks[: len(chunks) // 2], "second")
    full = warm.run("index", data, largest=FULL, **SLOW).refused()
    if contents(data) != before:
        return {"cut": cut, "kept": True, "kept_when_full": False, "full": full, "stale": full, "damaged": full}
    stale = asked(data, [question], 3).refused()
    data_of("data", chunks, "first")
    biggest = max((p for p in (data / "index").rglob("*") if p.is_file()), key=lambda p: p.stat().st_size, default=None)
    if biggest is None:
        raise stage.Unfit("DATA/index holds no file.")
    biggest.write_bytes(biggest.read_bytes()[: biggest.stat().st_size // 3])
    damaged = asked(data, [question], 3).refused()
    return {"cut": cut, "kept": True, "kept_when_full": True, "full": full, "stale": stale, "damaged": damaged}
