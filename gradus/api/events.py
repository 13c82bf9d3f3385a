"""GET /api/events: one stream of news for every open page."""

from __future__ import annotations

from collections.abc import AsyncIterator

from fastapi import APIRouter
from fastapi.sse import EventSourceResponse

from gradus.api.errors import OF_STREAM
from gradus.api.here import Here
from gradus.api.verdictshapes import LiveEvent

router = APIRouter(prefix="/api", tags=["events"])


@router.get("/events", response_class=EventSourceResponse, responses={422: OF_STREAM[422]})
async def events(here: Here) -> AsyncIterator[LiveEvent]:
    """Submissions from anywhere, and files changed by something else than a page."""
    async for event in here.live.listen():
        yield event
