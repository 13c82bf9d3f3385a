"""Asks the service honest and other questions, sends what is too long, and asks too often; knows which is which no more than the service."""

import contextlib
import http.client
import json
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

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
CHAT = "/v1/chat/completions"
AT_ONCE = 4


def chat(served, question, stream=False):
    """The status, the text of the answer, and all that came."""
    said = served.ask("POST", CHAT, {"stream": stream, "messages": [{"role": "user", "content": question}]}, seconds=200)
    raw = str(said.get("text", ""))
    return {
        "status": said.get("status") or said.get("error"),
        "content": "".join(map(text_of, events(raw) if stream else [said.get("json")])),
        "raw": raw[:20_000],
    }


def events(raw):
    """The objects of a stream."""
    for line in raw.splitlines():
        with contextlib.suppress(ValueError):
            yield json.loads(line.removeprefix("data:"))


def text_of(body):
    """What one body or event says; nothing where it has another form."""
    choices = body.get("choices") if isinstance(body, dict) else None
    first = choices[0] if isinstance(choices, list) and choices and isinstance(choices[0], dict) else {}
    part = first.get("message") or first.get("delta")
    return str(part.get("content") or "") if isinstance(part, dict) else ""


def heavy(port, size, chunked):
    """The status that a body of so many bytes gets; read even where the service hangs up before it has all."""
    body = json.dumps({"messages": [{"role": "user", "content": "x" * size}]}).encode()
    length = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {len(body)}"
    sent = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body) if chunked else body
    head = f"POST {CHAT} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n{length}\r\nConnection: close\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
        with contextlib.suppress(OSError):
            line.sendall(head + sent)
        got = b""
        with contextlib.suppress(OSError):
            while b"\r\n" not in got and (piece := line.recv(4096)):
                got += piece
    return int(got.split()[1]) if got.startswith(b"HTTP/") else "no answer"


def flood(port, n):
    """So many small requests from ten threads, and ten of another address amid the second half of them; the statuses."""
    one, other = [], []

    def send(lines, address):
        line = lines.get(address) or http.client.HTTPConnection("127.0.0.1", port, timeout=60, source_address=(address, 0))
        try:
            line.request("POST", CHAT, b'{"messages": []}', {"Content-Type": "application/json"})
            got = line.getresponse()
            got.read()
            lines[address] = line
            return got.status
        except (OSError, http.client.HTTPException) as error:
            line.close()
            if lines.pop(address, None):  # it was kept open for long enough
                return send(lines, address)
            return type(error).__name__

    def some():
        lines = {}
        for k in range(n // 10):
            one.append(send(lines, "127.0.0.1"))
            if k == n // 10 - 3:
                other.append(send(lines, "127.0.0.2"))
        for line in lines.values():
            line.close()

    threads = [threading.Thread(target=some) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return one, other


def guard(files, questions, long, large, n):
    """Everything, on one service."""
    docs, data = stage.put("docs", files), stage.WORK / "data"
    warm.libraries(*LIBRARIES, **QUIET)
    warm.run("ingest", docs, "--out", data, **SLOW).ok()
    warm.run("index", data, **SLOW).ok()
    with stage.service("serve", data, seconds=300, threads=2) as served, ThreadPoolExecutor(AT_ONCE) as pool:
        answers = dict(
            zip([q["id"] for q in questions], pool.map(lambda q: chat(served, q["question"], q["stream"]), questions), strict=True)
        )
        too_long = chat(served, long)["status"]
        too_large = [heavy(served.port, large, chunked) for chunked in (False, True)]
        one, other = flood(served.port, n)
        return {
            "answers": answers,
            "long": too_long,
            "large": too_large,
            "flood": one,
            "others": other,
            "health": served.ask("GET", "/healthz").get("status"),
        }
