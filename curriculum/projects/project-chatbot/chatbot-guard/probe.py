"""Asks the service honest and other questions, sends what is too long, and asks too often; knows which is which no more than the service."""

import threading

import stage

SLOW = {"seconds": 500, "threads": 2}


def chat(served, question):
    said = served.ask("POST", "/v1/chat/completions", {"messages": [{"role": "user", "content": question}]}, seconds=200)
    body = said.get("json") if isinstance(said.get("json"), dict) else {}
    choices = body.get("choices") or [{}]
    return {"status": said.get("status") or said.get("error"), "known": body.get("known"), "content": str((choices[0].get("message") or {}).get("content") or "")}


def flood(served, n):
    """So many small requests from ten threads; the statuses."""
    got, ten = [], range(10)

    def some():
        for _ in range(n // len(ten)):
            got.append(served.ask("POST", "/v1/chat/completions", {"messages": []}, seconds=60).get("status"))

    threads = [threading.Thread(target=some) for _ in ten]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def guard(files, questions, long, large, n):
    """Everything, on one service."""
    docs, data = stage.put("docs", files), stage.WORK / "data"
    stage.run("ingest", docs, "--out", data, **SLOW).ok()
    stage.run("index", data, **SLOW).ok()
    with stage.service("serve", data, seconds=300, threads=2) as served:
        answers = {q["id"]: chat(served, q["question"]) for q in questions}
        too_long, too_large = chat(served, long)["status"], chat(served, large)["status"]
        return {"answers": answers, "long": too_long, "large": too_large, "flood": flood(served, n), "health": served.ask("GET", "/healthz").get("status")}
