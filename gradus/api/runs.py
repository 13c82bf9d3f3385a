"""Judges submissions in the background and keeps what happens to each, so that a page can watch, leave and come back."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Mapping

from gradus import study
from gradus.api import said
from gradus.api.verdictshapes import Curve, Line, Queued, RunEvent, VerdictReady
from gradus.grading import malformed
from gradus.study import Judged, Learner, Urgency

log = logging.getLogger("gradus.api")
KEPT = 200  # runs whose events stay in memory; older ones are told from the record
MOST_SAID = 2_000  # events, beyond which what a run says is no longer passed on
ADOPTED_AFTER = 60.0  # seconds beyond a step's limit after which a run of another process counts as lost


class Run:
    """The events of one submission, growing until the verdict."""

    def __init__(self, id: int, first: RunEvent) -> None:
        self.id = id
        self.events: list[RunEvent] = [first]
        self.done = False
        self.watchers: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    def add(self, events: list[RunEvent], done: bool = False) -> None:
        """Called by the thread that judges; wakes everyone who watches."""
        self.events += events
        self.done = self.done or done
        for loop, changed in list(self.watchers):
            with contextlib.suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(changed.set)


class Runs:
    """All submissions that this process judges."""

    def __init__(self, learner: Learner) -> None:
        self.learner = learner
        self._runs: OrderedDict[int, Run] = OrderedDict()
        self._lock = threading.Lock()
        self.ended = False

    def start(self, id: int, urgency: Urgency = Urgency.NOW) -> Run:
        """Judge a submission soon; asking twice judges it once."""
        with self._lock:
            if id in self._runs:
                return self._runs[id]
            row = study.get(self.learner, id)
            run = self._runs[id] = Run(id, Queued(n=0, at=row.at))
            while len(self._runs) > KEPT and next(iter(self._runs.values())).done:
                self._runs.popitem(last=False)

        def report(values: Mapping[str, float | str]) -> None:
            n = len(run.events)
            if "said" not in values:
                run.add([Curve(n=n, values={k: v for k, v in values.items() if not isinstance(v, str)})])
            elif n < MOST_SAID:
                run.add([Line(n=n, text=str(values["said"]))])

        try:
            study.judge_soon(self.learner, row, lambda judged: self._judged(run, judged), report, urgency)
        except Exception:
            log.exception("submission %s could not be judged; it is tried again", id)
            self._judged(run, None)
        return run

    def known(self, id: int) -> Run | None:
        """The run, if it is this process that judges it."""
        return self._runs.get(id)

    def again(self, id: int) -> bool:
        """Forget a run that failed, so that it can be started anew; False while it is on its way."""
        with self._lock:
            run = self._runs.get(id)
            if run is not None and not run.done:
                return False
            self._runs.pop(id, None)
            return True

    def close(self) -> None:
        """Take no more; what has no verdict yet is judged at the next start."""
        self.ended = True

    def _judged(self, run: Run, judged: Judged | None) -> None:
        if judged is None:
            if not self.ended:
                run.add([self._failed(run)], done=True)
            return
        kept = sum(not isinstance(e, Line) for e in run.events)  # the record has no lines, so what is left of it is numbered anew
        rest = said.events(self.learner, judged.submission)[kept:]
        run.add([e.model_copy(update={"n": len(run.events) + i}) for i, e in enumerate(rest)], done=True)
        if judged.verdict["outcome"] != "accepted" and not self.ended:
            with contextlib.suppress(study.Refused, study.Closed):
                study.prepare_ahead(self.learner, judged.submission.step)

    def _failed(self, run: Run) -> RunEvent:
        row = study.get(self.learner, run.id)
        body = malformed("Gradus failed, not you. Your answer is kept and is judged again.", row.seed) | {"outcome": "broken"}
        out = said.submission(row).model_copy(update={"outcome": "broken", "verdict": said.verdict(row.id, body, None)})
        return VerdictReady(n=len(run.events), submission=out, opened=[], next_step=None)


async def follow(runs: Runs, id: int, after: int) -> AsyncIterator[RunEvent]:
    """Every event with a number above `after`, as it comes, until the verdict or the end of the server."""
    if run := runs.known(id):
        async for event in _live(runs, run, after):
            yield event
        return
    row = await asyncio.to_thread(study.get, runs.learner, id)
    step = runs.learner.roadmap.steps.get(runs.learner.today(row.step))
    lost_at = time.monotonic() + ADOPTED_AFTER + (step.limits.seconds if step else 0.0)
    while not runs.ended and runs.known(id) is None:  # judged before, or by another process
        if row.verdict is None:
            row = await asyncio.to_thread(study.get, runs.learner, id)
        for event in await asyncio.to_thread(said.events, runs.learner, row):
            if event.n > after:
                after = event.n
                yield event
        if row.verdict is not None:
            return
        if time.monotonic() > lost_at:
            await asyncio.to_thread(runs.start, id)
        await asyncio.sleep(0.1)
    if run := runs.known(id):
        async for event in _live(runs, run, after):
            yield event


async def _live(runs: Runs, run: Run, after: int) -> AsyncIterator[RunEvent]:
    watcher = (asyncio.get_running_loop(), asyncio.Event())
    run.watchers.add(watcher)
    try:
        while not runs.ended:
            watcher[1].clear()
            done = run.done  # read before the events, so that none is missed
            for event in list(run.events):
                if event.n > after:
                    after = event.n
                    yield event
            if done:
                return
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(watcher[1].wait(), 0.5)
    finally:
        run.watchers.discard(watcher)
