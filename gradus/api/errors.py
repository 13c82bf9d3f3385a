"""Every error has one shape: what happened, its code, and what to do next."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from gradus.study import Busy, Refused
from gradus.workspace import ChangedOnDisk

log = logging.getLogger("gradus.api")
STATUS = {
    "unknown_step": 404, "unknown_concept": 404, "unknown_submission": 404, "unknown_file": 404, "unknown_project": 404, "no_repository": 409, "all_proved": 409, "none_open": 409, "planned_step": 409, "hint_later": 409,
    "hints_used_up": 409, "earlier_missing": 409, "unknown_review": 404, "nothing_due": 409, "not_learned": 409, "review_over": 409,
    "nothing_to_ask": 409, "no_question": 409, "planned_concept": 409, "nothing_to_run": 409, "busy": 429, "unfit_step": 409,
    "run_over": 409, "not_here": 409,
}  # fmt: skip


class Trouble(BaseModel):
    """What went wrong, in words for the learner."""

    say: str
    code: str
    next: str


class ErrorOut(BaseModel):
    """The body of every answer with a 4xx or 5xx status."""

    error: Trouble


class OnDisk(BaseModel):
    """What the file holds now."""

    text: str
    hash: str


class Conflict(ErrorOut):
    """The file was changed by something else since the page read it."""

    on_disk: OnDisk


# On a stream's address FastAPI would give errors the stream's media type; they are JSON like all others.
OF_STREAM: dict[int | str, dict[str, Any]] = {
    status: {"description": "Refused", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorOut"}}}}
    for status in (404, 422)
}


def answer(status: int, say: str, code: str, next: str, **more: Any) -> JSONResponse:
    """An error as a response."""
    return JSONResponse({"error": {"say": say, "code": code, "next": next}, **more}, status)


def install(app: FastAPI) -> None:
    """Turn every exception into that shape."""

    @app.exception_handler(Refused)
    async def refused(_: Request, e: Refused) -> JSONResponse:
        told = answer(STATUS.get(e.code, 422), e.say, e.code, e.next)
        if isinstance(e, Busy):
            told.headers["Retry-After"] = str(e.retry_after)
        return told

    @app.exception_handler(ChangedOnDisk)
    async def changed(_: Request, e: ChangedOnDisk) -> JSONResponse:
        say, next = str(e), "Choose which text to keep."
        return answer(409, say, "changed_on_disk", next, on_disk={"text": e.text, "hash": e.hash})

    @app.exception_handler(RequestValidationError)
    async def unreadable(_: Request, e: RequestValidationError) -> JSONResponse:
        first = e.errors()[0] if e.errors() else {"loc": ("body",), "msg": "it cannot be read"}
        where = ".".join(str(p) for p in first["loc"][1:]) or "the request"
        return answer(
            422,
            f"This request cannot be read: {where}: {first['msg']}.",
            "unreadable_request",
            "Reload the page; it may be older than the server.",
        )

    @app.exception_handler(HTTPException)
    async def http(_: Request, e: HTTPException) -> JSONResponse:
        say = {404: "There is nothing at this address.", 405: "This address does not take that kind of request."}.get(
            e.status_code, str(e.detail)
        )
        return answer(e.status_code, say, f"http_{e.status_code}", "Go back to the map.")

    @app.exception_handler(Exception)
    async def ours(request: Request, e: Exception) -> JSONResponse:
        log.exception("%s %s failed", request.method, request.url.path, exc_info=e)
        return answer(
            500, "Something in Gradus failed, not you. Nothing was counted.", "broken", "Try again; the server's log has the details."
        )
