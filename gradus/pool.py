"""Verdicts from warm judge workers: `Pool.verdict(key, submission)` is where a distributed engine would stand.

Bounded (who comes too late gets a sentence and a time to come again), fair between learners, the urgent first.  It keeps nothing: the table of
submissions is the queue of record, and what has no verdict when the service ends is judged by the next one.
"""

from __future__ import annotations

import atexit
import logging
import os
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gradus.lane import Lane, Lost, Progress, order
from gradus.line import Busy, Line, Urgency
from gradus.sandbox.held import held
from gradus.sandbox.run import warm
from gradus.tries import Tries
from gradus.vocabulary import Answer, Step

__all__ = ["POOL", "Asked", "Busy", "Closed", "Pool", "Urgency"]

LOG = logging.getLogger("gradus.pool")
MOST, EACH = 1000, 200  # answers that may wait, in all and of one learner
CACHE = "observed"  # folder in the home, shared by the workers
Then = Callable[[Mapping[str, Any] | None], None]


class Closed(Exception):
    """The pool ended before the verdict."""


@dataclass(frozen=True)
class Asked:
    """What is to be judged, for whom, and how soon.  Without an answer: observe what a verdict on this seed will need."""

    step: Step
    answer: Answer | None
    seed: int
    learner: int = 0
    urgency: Urgency = Urgency.NOW
    home: Path | None = None
    name: str = ""  # of the submission; its tries are counted under it


@dataclass
class _Work:
    key: str
    asked: Asked
    progress: list[Progress] = field(default_factory=list)
    then: list[Then] = field(default_factory=list)
    stopped: Mapping[str, Any] | None = None  # what is said instead of a verdict, since nobody wants one any more


class Pool:
    """Some lanes, and the line in front of them."""

    def __init__(self, lanes: int, most: int = MOST, each: int = EACH) -> None:
        self.line: Line[_Work] = Line(most, each)
        self._known: dict[str, _Work] = {}  # waiting or being judged, by key
        self._changed = threading.Condition()
        self._pace = 0.5  # seconds of one lane for one verdict, lately
        self._closed = False  # while it is being closed, nothing is taken
        self._open(lanes)

    # ------------------------------------------------------------ asking

    def verdict(self, key: str, submission: Asked, progress: Progress | None = None) -> Mapping[str, Any]:
        """The verdict's body; who asks again under the same key gets the same one.  Raises Closed."""
        done = threading.Event()
        found: list[Mapping[str, Any] | None] = []

        def then(body: Mapping[str, Any] | None) -> None:
            found.append(body)
            done.set()

        self.ask(key, submission, then, progress)
        done.wait()
        if found[0] is None:
            raise Closed
        return found[0]

    def ask(self, key: str, submission: Asked, then: Then | None = None, progress: Progress | None = None) -> None:
        """As `verdict`, without waiting: `then` is called with the body, from a thread of the pool; with None when the pool ends before."""
        with self._changed:
            if self._closed:
                raise Closed
            work = self._known.get(key)
            new = work is None
            if work is None:
                work = self._known[key] = _Work(key, submission)
            work.then += [then] if then else []
            work.progress += [progress] if progress else []
            if new:
                self._put(work)
                self._start_threads()
            cold = new and submission.step.kind == "code" and not any(n.warm for n in self.lanes)
        if cold:  # the zygote comes up beside the worker
            warm([submission.step.family])

    def stop(self, key: str, body: Mapping[str, Any]) -> bool:
        """End what waits or runs under this key; whoever asked is given `body`.  False when it is not, or no longer, on its way."""
        with self._changed:
            work = self._known.pop(key, None)
            if work is None:
                return False
            work.stopped = body
            then, work.then = work.then, []
            for lane, doing in self._doing.items():
                if doing is work:
                    lane.interrupt()  # under the lock, so the lane cannot have taken anything else
        for tell in then:
            tell(body)
        return True

    def admit(self, learner: int) -> None:
        """Raises Busy when no more of this learner can wait; ask before the answer is committed."""
        with self._changed:
            self.line.admit(learner, len(self.lanes) / self._pace)

    def full(self) -> bool:
        """Whether what nobody waits for had better stay where it is."""
        with self._changed:
            return len(self.line) >= self.line.most // 2

    def waiting(self) -> int:
        """How many wait or are being judged."""
        with self._changed:
            return len(self._known)

    def warm(self, families: list[str]) -> None:
        """Start a worker and these zygotes in the background."""
        warm(families)
        threading.Thread(target=self._warm_lane, name="gradus-warm", daemon=True).start()

    def close(self) -> None:
        """End all workers; the next question starts new ones, in lanes of their own: a thread that is late finds its lane shut for good."""
        with self._changed:
            self._closed = True
            left, self._known = list(self._known.values()), {}
            while self.line.next() is not None:
                pass
            lanes, threads = self.lanes, self._threads
            for lane in lanes:
                lane.shut = True
            self._open(len(lanes))
            self._changed.notify_all()
        for lane in lanes:
            lane.end()
        for work in left:
            for then in work.then:
                then(None)
        for thread in threads:
            if thread is not threading.current_thread():
                thread.join(2)
        with self._changed:
            self._closed = False

    def _open(self, lanes: int) -> None:
        self.lanes = [Lane() for _ in range(lanes)]
        self._given: dict[Lane, _Work | None] = dict.fromkeys(self.lanes)
        self._busy: dict[Lane, Urgency] = {}
        self._doing: dict[Lane, _Work] = {}
        self._threads: list[threading.Thread] = []
        self._warming = False

    # ------------------------------------------------------------ lanes

    def _put(self, work: _Work) -> None:
        """To a worker that is up and free, best to one that has loaded the step; else into the line."""
        urgency = work.asked.urgency
        if not len(self.line) and self._allowed(urgency):
            free = [n for n in self.lanes if n not in self._busy and self._given[n] is None and n.warm]
            if free:
                self._given[max(free, key=lambda n: work.asked.step.hash in n.known)] = work
                self._changed.notify_all()
                return
        self.line.put(work, work.asked.learner, urgency)
        self._changed.notify_all()

    def _allowed(self, urgency: Urgency) -> bool:
        """What nobody waits for leaves a lane free, and is done one at a time."""
        return urgency is Urgency.NOW or not any(u is not Urgency.NOW for u in self._busy.values())

    def _start_threads(self) -> None:
        if not self._threads:
            self._threads = [
                threading.Thread(target=self._serve, args=(n,), name=f"gradus-lane-{i}", daemon=True) for i, n in enumerate(self.lanes)
            ]
            for thread in self._threads:
                thread.start()

    def _warm_lane(self) -> None:
        with self._changed:
            self._warming = True
            self._start_threads()
            self._changed.notify_all()

    def _serve(self, lane: Lane) -> None:
        while (work := self._take(lane)) is not None:
            body: Mapping[str, Any] | None = None
            began = time.monotonic()
            try:
                if work.stopped is None:
                    body = self._judge(lane, work)
            except Lost:
                if not lane.shut and work.stopped is None:
                    LOG.error("submission %s could not be judged: no judge worker comes up; it is tried again", work.asked.name)
            except Exception:
                if not lane.shut:
                    LOG.exception("submission %s could not be judged; it is tried again at the next start", work.asked.name)
            with self._changed:
                if self._known.get(work.key) is work:
                    del self._known[work.key]
                then, work.then = work.then, []
            for tell in then:
                tell(body)
            if work.asked.urgency is Urgency.NOW and work.stopped is None:
                self._pace += 0.1 * (time.monotonic() - began - self._pace)
            lane.rest()

    def _take(self, lane: Lane) -> _Work | None:
        """The next for this lane; None when the pool ends.  A lane that is cold warms up before it takes anything."""
        while True:
            with self._changed:
                self._busy.pop(lane, None)
                self._doing.pop(lane, None)
                while not lane.shut:
                    work, self._given[lane] = self._given[lane], None
                    if work is None and lane.warm:
                        work = self.line.next(self._allowed)
                    if work is not None:
                        self._busy[lane], self._doing[lane] = work.asked.urgency, work
                        return work
                    if not lane.warm and (len(self.line) or (self._warming and lane is self.lanes[0])):
                        break
                    self._changed.wait()
                if lane.shut:
                    return None
            try:
                lane.start()
            except (Lost, OSError):
                if not lane.shut:
                    LOG.error("no judge worker comes up; it is tried again")
                    time.sleep(1)

    def _judge(self, lane: Lane, work: _Work) -> Mapping[str, Any]:
        asked = work.asked
        cache = asked.home / CACHE if asked.home else None
        tries = Tries(asked.home if asked.name else None, asked.name)
        what = order("prepare", asked.step, asked.seed, held().wall, cache)
        if asked.answer is not None:
            what |= {"t": "judge", "files": dict(asked.answer.files), "earlier": dict(asked.answer.earlier)}

        def progress(values: Mapping[str, Any]) -> None:
            for tell in list(work.progress):
                tell(values)

        return lane.judge(what, asked.step.limits.seconds, tries, progress, lambda: work.stopped is None)


POOL = Pool(min(4, max(2, os.cpu_count() or 1)))
atexit.register(POOL.close)
