"""Starts the service, asks it with the openai client and by hand, floods it, and ends it; knows questions, no answers."""

import json
import os
import signal
import threading
import time

import stage
import warm

SLOW = {"seconds": 500}
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


def spent(pid):
    """Processor seconds of a process so far."""
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def started(data):
    """The service, and what /healthz and /readyz said until it was ready."""
    port = stage.free_port()
    running = warm.start("serve", data, "--port", port)
    served, seen, until = stage.Service(port, running), [], time.monotonic() + 300
    while True:
        if not running.alive():
            done = running.kill()
            raise stage.Unfit(f"`{running.command}` ended with code {done.code} instead of serving: {done.err.strip()[-200:]}")
        pair = [served.ask("GET", path, seconds=5.0).get("status") for path in ("/healthz", "/readyz")]
        seen.append(pair)
        if pair == [200, 200]:
            return served, seen
        if time.monotonic() > until:
            raise stage.Unfit(f"`{running.command}` was not ready within 300 s; GET /healthz and /readyz say {pair}.")
        time.sleep(0.2)


def client_says(served, question):
    """What the openai client makes of it: whole, then streamed."""
    import openai

    client = openai.OpenAI(base_url=f"{served.url}/v1", api_key="none", timeout=120, max_retries=0)
    before = [{"role": "system", "content": "Be short."}, {"role": "user", "content": "What is the boiling point of xenon?"}, {"role": "assistant", "content": "I don't know."}]
    messages = [*before, {"role": "user", "content": question}]
    try:
        whole = client.chat.completions.create(model="bot", messages=messages)
        began, first, pieces, usage, finish = spent(served.running.process.pid), None, [], None, None
        for chunk in client.chat.completions.create(model="bot", messages=messages, stream=True, stream_options={"include_usage": True}):
            usage = chunk.usage.model_dump() if chunk.usage else usage
            for choice in chunk.choices:
                finish = choice.finish_reason or finish
                if choice.delta.content:
                    first = first or spent(served.running.process.pid) - began
                    pieces.append(choice.delta.content)
        models = [m.id for m in client.models.list().data]
    except openai.OpenAIError as error:
        raise stage.Unfit(f"The openai client says {type(error).__name__}: {str(error)[:200]}") from None
    extra = whole.model_extra or {}
    return {"content": whole.choices[0].message.content, "finish": whole.choices[0].finish_reason, "usage": whole.usage.model_dump() if whole.usage else None,
            "citations": extra.get("citations"), "known": extra.get("known"), "pieces": pieces, "first": first, "stream usage": usage, "stream finish": finish, "models": models}  # fmt: skip


def flood(served, question, n):
    """So many requests at the same moment: of each the status and the header Retry-After."""
    got, together = [None] * n, threading.Barrier(n)

    def one(i):
        together.wait()
        said = served.ask("POST", "/v1/chat/completions", {"model": "bot", "messages": [{"role": "user", "content": question}]}, seconds=200)
        got[i] = [said.get("status") or said.get("error"), said.get("headers", {}).get("retry-after")]

    threads = [threading.Thread(target=one, args=(i,)) for i in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def ended(served, question):
    """A stream under way when the service is told to end: whether it was finished, and the exit code."""
    import http.client

    line = http.client.HTTPConnection("127.0.0.1", served.port, timeout=120)
    line.request("POST", "/v1/chat/completions", json.dumps({"model": "bot", "stream": True, "messages": [{"role": "user", "content": question}]}), {"Content-Type": "application/json"})
    got = line.getresponse()
    start = got.read(1)
    os.kill(served.running.process.pid, signal.SIGTERM)
    try:
        rest = (start + got.read()).decode()
    except (OSError, http.client.HTTPException):
        rest = ""
    until = time.monotonic() + 60
    while served.running.alive() and time.monotonic() < until:
        time.sleep(0.1)
    return {"whole": rest.rstrip().endswith("data: [DONE]"), "code": served.running.kill().code}


def serve(files, question, off, bad, n):
    """Everything, on one service."""
    docs, data = stage.put("docs", files), stage.WORK / "data"
    warm.libraries(*LIBRARIES, **QUIET)
    warm.run("ingest", docs, "--out", data, **SLOW).ok()
    warm.run("index", data, **SLOW).ok()
    chunks = {c["id"]: " ".join(c["text"].split()) for c in stage.json_lines(data / "chunks.jsonl", "id", "text")}
    served, seen = started(data)
    taken = warm.run("serve", data, "--port", served.port, **SLOW).refused()
    said = client_says(served, question)
    faults = [served.ask("POST", "/v1/chat/completions", body.encode() if isinstance(body, str) else body, seconds=60) for body in bad]
    flooded = flood(served, off, n)
    after = served.ask("POST", "/v1/chat/completions", {"messages": [{"role": "user", "content": off}]}, seconds=100).get("status")
    page, metrics = served.ask("GET", "/"), served.ask("GET", "/metrics")
    return {"chunks": chunks, "seen": seen, "taken": taken, "said": said, "faults": [[f.get("status"), f.get("json")] for f in faults], "flooded": flooded, "after": after,
            "page": [page.get("status"), page.get("headers", {}).get("content-type", ""), page.get("text", "")], "metrics": metrics.get("text", ""), "ended": ended(served, question)}  # fmt: skip
