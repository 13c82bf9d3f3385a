"""One HTTP request to an answer's server over a socket that was handed out, and what came back, as plain values.

The server is hostile: whatever it sends is bounded in bytes and in time, and nothing of it is believed to be more than text.
"""

from __future__ import annotations

import contextlib
import json
import select
import socket
import time
from collections.abc import Mapping
from typing import Any

import h11

MOST_BYTES, MOST_HEAD, MOST_PIECES = 1 << 20, 64 << 10, 2000
NO_HTTP = "what came back is not HTTP"
CUT = "the connection was closed before the answer was complete"
Request = Mapping[str, Any]  # method, path, headers, body (bytes), stream, stop_after, keep, seconds


class Exchange:
    """One request on one connection, step by step, so that several can be under way at once."""

    def __init__(self, request: Request, sock: socket.socket, port: int) -> None:
        self.request, self.sock = request, sock
        self.peer = h11.Connection(h11.CLIENT, max_incomplete_event_size=MOST_HEAD)
        self.response: h11.Response | None = None
        self.pieces: list[tuple[float, bytes]] = []
        self.received = 0
        self.error = ""
        self.done = False
        self.begun = time.monotonic()
        self.until = self.begun + float(request["seconds"])
        body: bytes = request["body"]
        head = {"host": f"127.0.0.1:{port}", "user-agent": "gradus", "accept": "*/*", "connection": "close"} | dict(request["headers"])
        if body or request["method"] in ("POST", "PUT", "PATCH"):
            head.setdefault("content-length", str(len(body)))
        ask = h11.Request(method=request["method"], target=request["path"], headers=list(head.items()))
        parts = [self.peer.send(ask), self.peer.send(h11.Data(data=body)) if body else b"", self.peer.send(h11.EndOfMessage())]
        self.out = memoryview(b"".join(p or b"" for p in parts))
        sock.setblocking(False)
        sock.connect_ex(("127.0.0.1", port))

    def wants(self) -> int:
        """What to wait for."""
        return select.POLLOUT if self.out else select.POLLIN

    def step(self) -> None:
        """The descriptor is ready: go on as far as it goes without waiting."""
        try:
            if self.out:
                self.out = self.out[self.sock.send(self.out) :]
                return
            data = self.sock.recv(65536)
        except BlockingIOError:
            return
        except OSError as e:
            self.end("nobody listens there any more" if isinstance(e, ConnectionRefusedError) else CUT)
            return
        self.received += len(data)
        if self.received > MOST_BYTES:
            self.end(f"the answer is larger than {MOST_BYTES >> 20} MB")
            return
        try:
            self.peer.receive_data(data)
            self._take()
        except h11.RemoteProtocolError:
            self.end(NO_HTTP if data else CUT)

    def _take(self) -> None:
        while not self.done:
            event = self.peer.next_event()
            if event is h11.NEED_DATA or event is h11.PAUSED:
                return
            if isinstance(event, h11.Response):
                self.response = event
            elif isinstance(event, h11.Data):
                self.pieces.append((time.monotonic() - self.begun, bytes(event.data)))
                wanted = self.request["stop_after"]
                if len(self.pieces) >= (wanted or MOST_PIECES):
                    self.end("" if wanted else f"the answer came in more than {MOST_PIECES} pieces")
            elif isinstance(event, h11.EndOfMessage):
                self.end("")
            elif isinstance(event, h11.ConnectionClosed):
                self.end(CUT)

    def end(self, error: str) -> None:
        """Hang up."""
        if not self.done:
            self.done, self.error = True, error
            with contextlib.suppress(OSError):
                self.sock.close()

    def value(self) -> dict[str, Any]:
        """{"status", "type", "json" or "text", "headers" where asked for, "pieces" and "early" of a stream} or {"error"}."""
        if self.error or self.response is None:
            return {"error": self.error or CUT}
        heads = {n.decode("latin-1").lower(): v.decode("latin-1")[:1000] for n, v in self.response.headers}
        kind = heads.get("content-type", "").partition(";")[0].strip().lower()
        value: dict[str, Any] = {"status": int(self.response.status_code), "type": kind}
        if self.request["keep"]:
            value["headers"] = {n: heads.get(n.lower(), "") for n in self.request["keep"]}
        if self.request["stream"]:
            times = [t for t, _ in self.pieces]
            value["pieces"] = [p.decode("utf-8", "replace") for _, p in self.pieces]
            value["early"] = len(times) > 1 and times[-1] - times[0] > 0.05
            return value
        text = b"".join(p for _, p in self.pieces).decode("utf-8", "replace")
        if kind == "application/json":
            with contextlib.suppress(ValueError, RecursionError):
                return value | {"json": json.loads(text)}
        return value | {"text": text}
