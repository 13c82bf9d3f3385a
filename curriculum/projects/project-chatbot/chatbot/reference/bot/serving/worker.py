"""One thread that answers: questions wait in a bounded queue and are answered several at a time."""

import asyncio
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.ask import Answer, phrased
from bot.ground import Grounder
from bot.language import Phraser
from bot.settings import Serve

Said = str | Answer | Exception  # pieces of the answer as they come, then the whole, or what went wrong


class Full(Exception):
    """As many questions wait as may."""


@dataclass
class Job:
    """A question under way. What is said comes out of `said`, in the event loop that asked."""

    question: str
    loop: asyncio.AbstractEventLoop
    live: bool = False  # whether pieces are wanted before the whole
    said: "asyncio.Queue[Said]" = field(default_factory=asyncio.Queue)
    dropped: bool = False  # nobody waits for it any more

    def tell(self, what: Said) -> None:
        """From the worker's thread to whoever waits; no matter if that one has gone."""
        if not self.dropped and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.said.put_nowait, what)


class Worker:
    """Loads on its own thread, then answers. `ready` is set when it can; `failed` holds what stopped it."""

    def __init__(self, load: Callable[[], tuple[Grounder, Phraser | None]], options: Serve, batched: Callable[[int], None]) -> None:
        self._load, self._options, self._batched = load, options, batched
        self._waiting: queue.Queue[Job | None] = queue.Queue(options.queue)
        self.ready = threading.Event()
        self.failed: Exception | None = None
        self.on_failure: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)
        self._grounder: Grounder
        self._model: Phraser | None = None

    def start(self) -> None:
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Answer what waits, then end; give up after `seconds`."""
        self._waiting.put(None)
        self._thread.join(seconds)

    def __len__(self) -> int:
        """Questions that wait."""
        return self._waiting.qsize()

    def ask(self, job: Job) -> None:
        """Let the question wait for its turn; Full when the queue is."""
        try:
            self._waiting.put_nowait(job)
        except queue.Full:
            raise Full from None

    def _run(self) -> None:
        try:
            self._grounder, self._model = self._load()
        except Exception as error:
            self.failed = error
            self.on_failure()
            return
        self.ready.set()
        while jobs := self._next():
            self._batched(len(jobs))
            try:
                self._answer(jobs)
            except Exception as error:  # one bad batch must not end the service
                for job in jobs:
                    job.tell(error)

    def _next(self) -> list[Job]:
        """The next batch: the first that waits, and those that come within a moment. Empty when it is time to end."""
        jobs: list[Job] = []
        until = None
        while len(jobs) < self._options.batch:
            try:
                job = self._waiting.get(timeout=None if until is None else max(0.0, until - time.monotonic()))
            except queue.Empty:
                break
            if job is None:
                if jobs:
                    self._waiting.put(None)  # for the next round
                break
            if not job.dropped:
                jobs.append(job)
                until = until or time.monotonic() + self._options.batch_wait_ms / 1000
        return jobs

    def _answer(self, jobs: list[Job]) -> None:
        extracts = self._grounder.extracts([job.question for job in jobs])

        def heard(row: int, piece: str) -> None:
            if jobs[row].live:
                jobs[row].tell(piece)

        answers = phrased(extracts, self._model, heard if any(job.live for job in jobs) else None)
        for job, answer in zip(jobs, answers, strict=True):
            job.tell(answer)
