"""Who may talk to the server, and how much: this machine's own pages only, two megabytes at most.

The server listens on the loopback address without a login, so any page in the learner's browser could reach it: names that
only resolve to this machine are refused by their Host, whatever another page asks of the API by its Origin or by what the browser
says of where the request comes from.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gradus.api.errors import answer

LARGEST = 2_000_000  # bytes of a request's body
LARGEST_OF = {"/api/import": 100_000_000}  # years of answers in one file
HOSTS = {"127.0.0.1", "localhost", "::1"}
READS = {"GET", "HEAD", "OPTIONS"}
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class Guard:
    """Stands before the whole application."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with the body read and the headers added."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def decorated(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        headers = Headers(scope=scope)
        if not _local(headers.get("host", "")):
            say = "Gradus answers only at 127.0.0.1 or localhost."
            await answer(403, say, "host", "Open the address that `gradus up` printed.")(scope, receive, decorated)
            return
        if scope["method"] in READS and not (
            scope["path"].startswith("/api/") and headers.get("sec-fetch-site") in {"cross-site", "same-site"}
        ):
            await self.app(scope, receive, decorated)
            return
        if not _same_origin(headers):
            say = "This request comes from another page and was refused."
            await answer(403, say, "origin", "Do it in the Gradus page itself.")(scope, receive, decorated)
            return
        most = LARGEST_OF.get(scope["path"], LARGEST)
        body = await _body(headers, receive, most)
        if body is None:
            say = f"This is more than {most // 1_000_000} MB" + ("." if most > LARGEST else "; an answer is a text of at most 1 MB.")
            next = "Import it with `gradus import FILE`." if most > LARGEST else "Take the data out of the answer."
            await answer(413, say, "too_large", next)(scope, receive, decorated)
            return
        await self.app(scope, _replayed(body, receive), decorated)


def _local(host: str) -> bool:
    try:
        return urlsplit(f"//{host}").hostname in HOSTS
    except ValueError:
        return False


def _same_origin(headers: Headers) -> bool:
    if headers.get("sec-fetch-site", "none") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    return origin is None or origin == f"http://{headers['host']}"


async def _body(headers: Headers, receive: Receive, most: int) -> bytes | None:
    """The whole body, or None as soon as it is too large."""
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > most:
        return None
    parts, size = [], 0
    while True:
        message = await receive()
        part = message.get("body", b"")
        size += len(part)
        if size > most:
            return None
        parts.append(part)
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            return b"".join(parts)


def _replayed(body: bytes, receive: Receive) -> Receive:
    sent = False

    async def again() -> Message:
        nonlocal sent
        if sent:
            return await receive()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
