"""The routes: the chat in OpenAI's form, health, readiness, meters, and a page to chat on."""

from collections.abc import AsyncIterator
from pathlib import Path

from bot.ask import Answer
from bot.serving.meters import Meters
from bot.serving.shapes import Request
from bot.serving.worker import Job, Worker
from bot.settings import Settings
from fastapi import FastAPI
from fastapi import Request as Incoming
from fastapi.responses import Response

PAGE = Path(__file__).with_name("page.html")


class Service:
    """What the routes share: the worker, the limits and the meters."""

    def __init__(self, worker: Worker, settings: Settings, meters: Meters) -> None:
        raise NotImplementedError("write this part")

    def ready(self) -> bool:
        """Whether a question would be answered now."""
        raise NotImplementedError("write this part")

    async def body(self, incoming: Incoming) -> bytes:
        """The body, read no further than the limit allows."""
        raise NotImplementedError("write this part")

    async def chat(self, incoming: Incoming) -> Response:
        """Answer a chat request, whole or as a stream; Refused says why not."""
        raise NotImplementedError("write this part")

    async def _next(self, job: Job, began: float) -> str | Answer:
        """The next thing that is said; Refused 504 when the time is over, 500 when the worker could not."""
        raise NotImplementedError("write this part")

    async def _events(self, asked: Request, job: Job, first: str | Answer, began: float) -> AsyncIterator[str]:
        """The stream: who speaks, the pieces as they come, the end with its citations."""
        raise NotImplementedError("write this part")


def application(service: Service) -> FastAPI:
    """The routes of one service."""
    raise NotImplementedError("write this part")
