"""One thread that answers: questions wait in a bounded queue and are answered several at a time."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.ask import Answer
from bot.ground import Grounder
from bot.language import Phraser
from bot.settings import Serve

Said = str | Answer | Exception


class Full(Exception):
    """As many questions wait as may."""


@dataclass
class Job:
    """A question under way. What is said comes out of `said`, in the event loop that asked."""

    question: str
    loop: asyncio.AbstractEventLoop
    live: bool = False
    said: "asyncio.Queue[Said]" = field(default_factory=asyncio.Queue)
    dropped: bool = False

    def tell(self, what: Said) -> None:
        """From the worker's thread to whoever waits; no matter if that one has gone."""
        raise NotImplementedError("write this part")


class Worker:
    """Loads on its own thread, then answers. `ready` is set when it can; `failed` holds what stopped it."""

    def __init__(self, load: Callable[[], tuple[Grounder, Phraser | None]], options: Serve, batched: Callable[[int], None]) -> None:
        raise NotImplementedError("write this part")

    def start(self) -> None:
        raise NotImplementedError("write this part")

    def stop(self, seconds: float) -> None:
        """Answer what waits, then end; give up after `seconds`."""
        raise NotImplementedError("write this part")

    def ask(self, job: Job) -> None:
        """Let the question wait for its turn; Full when the queue is."""
        raise NotImplementedError("write this part")
