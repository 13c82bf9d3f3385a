"""What every open page hears: submissions from anywhere, and files that something else than a page changed."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

from gradus.api.verdictshapes import LiveEvent, SubmissionSeen
from gradus.store import submissions
from gradus.store.schema import moment
from gradus.study import Learner

log = logging.getLogger("gradus.api")
EVERY = 0.25  # seconds between two looks at the table
RECENT = timedelta(minutes=2)  # an import adds old submissions; those are no news
MOST = 200  # events that a page may be behind


class Live:
    """Hands events to all pages; follows the table for submissions of other processes."""

    def __init__(self, learner: Learner) -> None:
        self.learner = learner
        self.ended = threading.Event()
        self._pages: set[tuple[asyncio.AbstractEventLoop, asyncio.Queue[LiveEvent | None]]] = set()
        self._told: set[int] = set()
        with learner.store.read() as c:
            self._seen = submissions.newest(c)

    def tell(self, event: LiveEvent | None) -> None:
        """From any thread, to every page; None ends their streams."""
        for loop, box in list(self._pages):
            with contextlib.suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(_put, box, event)

    def submission(self, id: int, step: str, source: str) -> None:
        """Tell of a submission at once, and not again when the table shows it."""
        self._told.add(id)
        self.tell(SubmissionSeen(id=str(id), step=step, source=source))

    async def listen(self) -> AsyncIterator[LiveEvent]:
        """Everything from now on."""
        page = (asyncio.get_running_loop(), asyncio.Queue[LiveEvent | None](MOST))
        self._pages.add(page)
        try:
            while not self.ended.is_set() and (event := await page[1].get()) is not None:
                yield event
        finally:
            self._pages.discard(page)

    def follow(self) -> None:
        """Look at the table until the end; runs in a thread of its own."""
        while not self.ended.wait(EVERY):
            try:
                self.look()
            except Exception:
                log.exception("the table of submissions cannot be read; it is tried again")

    def look(self) -> None:
        """Tell of every submission that came since the last look."""
        with self.learner.store.read() as c:
            rows = submissions.after(c, self.learner.id, self._seen)
        since = moment(datetime.now(UTC) - RECENT)
        for id, step, source, at in rows:
            self._seen = max(self._seen, id)
            if id in self._told:
                self._told.discard(id)
            elif at >= since:
                self.tell(SubmissionSeen(id=str(id), step=self.learner.today(step), source=source))

    def end(self) -> None:
        """Close every stream, so that the server can stop."""
        self.ended.set()
        self.tell(None)


def _put(box: asyncio.Queue[LiveEvent | None], event: LiveEvent | None) -> None:
    if box.full():
        box.get_nowait()
    box.put_nowait(event)
