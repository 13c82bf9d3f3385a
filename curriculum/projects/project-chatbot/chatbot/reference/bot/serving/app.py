"""The routes: the chat in OpenAI's form, health, readiness, meters, ratings, and the pages to chat on and to watch."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi import Request as Incoming
from fastapi.responses import HTMLResponse, JSONResponse, Response, StreamingResponse

from bot.ask import Answer
from bot.guard import Buckets
from bot.serving.dashboard import Dashboard
from bot.serving.feedback import rating_of
from bot.serving.journal import Journal
from bot.serving.meters import Meters
from bot.serving.shapes import MODEL, Refused, Request, completion, event, head, request_of, usage_of
from bot.serving.worker import Full, Job, Worker
from bot.settings import Settings

PAGE = Path(__file__).with_name("page.html")
POLICY = {"Content-Security-Policy": "default-src 'self'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"}


class Service:
    """What the routes share: the worker, the limits, the meters and the logs."""

    def __init__(self, worker: Worker, settings: Settings, meters: Meters, journal: Journal) -> None:
        self._worker, self._settings, self.meters, self._journal = worker, settings, meters, journal
        self._buckets = Buckets(settings.guard.requests_per_minute, settings.guard.burst)
        self.closing = False

    def ready(self) -> bool:
        """Whether a question would be answered now."""
        return self._worker.ready.is_set() and not self.closing

    async def body(self, incoming: Incoming) -> bytes:
        """The body, read no further than the limit allows."""
        most, read = self._settings.guard.max_body_kb * 1024, bytearray()
        async for piece in incoming.stream():
            read += piece
            if len(read) > most:
                break
        return bytes(read[: most + 1])

    def _admit(self, incoming: Incoming) -> None:
        """Refused 429 if this address asked too often."""
        wait = self._buckets.wait(incoming.client.host if incoming.client else "")
        if wait:
            raise Refused(429, "Too many requests from this address.", {"Retry-After": str(int(wait) + 1)})

    async def rate(self, incoming: Incoming) -> None:
        """Write down what somebody thinks of an answer; Refused says why not."""
        self._admit(incoming)
        rating = rating_of(await self.body(incoming), self._settings.guard)
        try:
            known = await asyncio.to_thread(self._journal.rate, rating)
        except OSError as error:
            raise Refused(503, f"The rating could not be written ({error.strerror}): try again later.") from error
        if not known:
            raise Refused(404, "No answer has this id: send the id of an answer that this service gave.")

    async def chat(self, incoming: Incoming) -> Response:
        """Answer a chat request, whole or as a stream; Refused says why not."""
        began = time.monotonic()
        self._admit(incoming)
        asked = request_of(await self.body(incoming), self._settings.guard)
        if not self.ready():
            raise Refused(503, "The service is not ready.", {"Retry-After": str(self._settings.serve.retry_after_s)})
        job = Job(asked.question, asyncio.get_running_loop(), live=asked.stream)
        try:
            self._worker.ask(job)
        except Full:
            raise Refused(
                429, "As many questions wait as may: try again soon.", {"Retry-After": str(self._settings.serve.retry_after_s)}
            ) from None
        first = await self._next(job, began)  # what goes wrong before the first piece still has a status of its own
        self.meters.first.observe(time.monotonic() - began)
        if asked.stream:
            return StreamingResponse(
                self._events(asked, job, first, began), media_type="text/event-stream", headers={"Cache-Control": "no-cache"}
            )
        assert isinstance(first, Answer)
        whole = completion(asked.question, first)
        self._count(whole["id"], job, first, began)
        return JSONResponse(whole)

    async def _next(self, job: Job, began: float) -> str | Answer:
        """The next thing that is said; Refused 504 when the time is over, 500 when the worker could not."""
        try:
            said = await asyncio.wait_for(job.said.get(), max(0.01, began + self._settings.serve.timeout_s - time.monotonic()))
        except TimeoutError:
            job.dropped = True
            raise self._failed(job, began, Refused(504, f"No answer within {self._settings.serve.timeout_s:g} s.")) from None
        except asyncio.CancelledError:
            job.dropped = True
            raise
        if isinstance(said, Exception):
            raise self._failed(job, began, Refused(500, "The answer could not be made; the reason is in the service's log.")) from said
        return said

    async def _events(self, asked: Request, job: Job, first: str | Answer, began: float) -> AsyncIterator[str]:
        """The stream: who speaks, the pieces as they come, the end with its citations."""
        opening, said, spoken = head("chat.completion.chunk"), first, ""
        yield event(opening, {"role": "assistant", "content": ""})
        try:
            while not isinstance(said, Answer):
                spoken += said
                yield event(opening, {"content": said})
                said = await self._next(job, began)
            self._count(opening["id"], job, said, began)
            yield event(opening, {}, "stop", citations=list(said.citations), known=said.known)
            if asked.usage:
                yield f"data: {json.dumps({**opening, 'choices': [], 'usage': usage_of(asked.question, spoken)})}\n\n"
        except Refused as why:
            self.meters.requests.labels(str(why.status)).inc()
            yield f"data: {json.dumps(why.body())}\n\n"
        finally:
            job.dropped = True
        yield "data: [DONE]\n\n"

    def _failed(self, job: Job, began: float, why: Refused) -> Refused:
        self._journal.request(head("")["id"], job.question, None, time.monotonic() - began, why.status)
        return why

    def _count(self, key: str, job: Job, answer: Answer, began: float) -> None:
        self._journal.request(key, job.question, answer, time.monotonic() - began)
        self.meters.requests.labels("200").inc()
        self.meters.seconds.observe(time.monotonic() - began)
        self.meters.tokens.inc(len(answer.text.split()))
        self.meters.unknown.inc(not answer.known)


def application(service: Service, dashboard: Dashboard) -> FastAPI:
    """The routes of one service."""
    app = FastAPI(title="bot", docs_url=None, redoc_url=None, openapi_url=None)

    @app.exception_handler(Refused)
    async def refused(_: Incoming, why: Refused) -> JSONResponse:
        service.meters.requests.labels(str(why.status)).inc()
        return JSONResponse(why.body(), why.status, why.headers)

    @app.post("/v1/chat/completions")
    async def chat(incoming: Incoming) -> Response:
        return await service.chat(incoming)

    @app.post("/feedback")
    async def feedback(incoming: Incoming) -> JSONResponse:
        try:
            await service.rate(incoming)
        except Refused as why:  # not a chat request, so it is not counted as one
            return JSONResponse(why.body(), status_code=why.status, headers=why.headers)
        return JSONResponse({"status": "ok"})

    @app.get("/dashboard")
    def watched() -> HTMLResponse:  # in a thread of its own: the drift takes a moment
        return HTMLResponse(dashboard.page(service.meters.statuses()), headers=POLICY)

    @app.get("/v1/models")
    async def models() -> dict[str, Any]:
        return {"object": "list", "data": [{"id": MODEL, "object": "model", "created": 0, "owned_by": "you"}]}

    @app.get("/healthz")
    async def healthz() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/readyz")
    async def readyz() -> JSONResponse:
        return JSONResponse({"status": "ready"}) if service.ready() else JSONResponse({"status": "not ready"}, 503)

    @app.get("/metrics")
    async def metrics() -> Response:
        return Response(service.meters.page(), media_type="text/plain; version=0.0.4; charset=utf-8")

    @app.get("/")
    async def page() -> HTMLResponse:
        return HTMLResponse(PAGE.read_text(encoding="utf-8"), headers=POLICY)

    return app
