"""One submission in conversation with one child: greeting, files, then question and reply, one probe at a time."""

from __future__ import annotations

import logging
import math
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from gradus.sandbox import outcomes, wire
from gradus.sandbox.child import RESULT_BYTES, Child, Gone
from gradus.sandbox.job import Job
from gradus.sandbox.source import Parent
from gradus.vocabulary import Limits, Observation, Probe, Seen, Stopped

LOG = logging.getLogger(__name__)

GRACE = 1.0  # seconds for a child that closed its channel to end
Progress = Callable[[Mapping[str, Any]], None]


def cpu_seconds(limits: Limits) -> int:
    """The limit that counts: processor time, in whole seconds, so that a busy machine is nobody's fault."""
    return max(1, math.ceil(limits.seconds))


class Conversation:
    """What passes between the warden and one child, in order, and where it has got to."""

    def __init__(self, job: Job, child: Child, progress: Progress | None) -> None:
        self.job, self.child, self.progress = job, child, progress
        self.seen: dict[str, Seen] = {}
        self.at: str | None = None
        self.during = "while it was imported"

    def hold(self) -> Stopped | None:
        """All of it; why it stopped early, if it did."""
        job, child = self.job, self.child
        self._meet()
        if child.receive()["t"] != "hello":
            raise Gone("start", "no greeting")
        child.start_clock()
        child.send({
            "files": dict(job.files), "check": list(job.check), "targets": self._targets(), "seed": job.seed, "result_bytes": RESULT_BYTES,
            "limits": {"memory_mb": job.limits.memory_mb, "disk_mb": job.limits.disk_mb, "cpu_seconds": cpu_seconds(job.limits)},
        })  # fmt: skip
        if stopped := self._stopped(self._next()):
            return stopped
        for name, probe in job.probes.items():
            self.at, self.during = name, f"during {probe.target.partition('.')[2]}(...)"
            if stopped := self._probe(name, probe):
                return stopped
        return None

    def _meet(self) -> None:
        """What comes before the greeting, in a profile that hands something out."""

    def close(self) -> None:
        """Let go of what was handed out."""

    def _targets(self) -> list[str]:
        """The functions that will be called, in order."""
        return [p.target for p in self.job.probes.values()]

    def _probe(self, name: str, probe: Probe) -> Stopped | None:
        """One question and what came back."""
        seen = self._call(probe.args, probe.kwargs)
        if isinstance(seen, Stopped):
            return seen
        self.seen[name] = seen
        return None

    def _call(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Seen | Stopped:
        """Call the next target."""
        nonce = secrets.token_bytes(8)  # so that no reply can be written ahead of its question
        begin = time.perf_counter()
        self.child.send({"nonce": nonce, "args": args, "kwargs": dict(kwargs)})
        reply = self._next()
        seconds = time.perf_counter() - begin
        if stopped := self._stopped(reply):
            return stopped
        if reply.get("nonce") != nonce:
            raise Gone("garbage")
        touched = reply.get("touched") is True
        if "raised" in reply:
            return Seen(None, outcomes.raised(reply["raised"]), seconds, touched)
        return Seen(reply.get("value"), None, seconds, touched)

    def _next(self) -> dict[str, Any]:
        """The next message that is not a report of progress."""
        while True:
            message = self.child.receive()
            if message["t"] != "live":
                return message
            if self.progress is not None:
                try:
                    self.progress(outcomes.report(message.get("report")))
                except Exception:
                    LOG.exception("a listener for progress failed")

    def _stopped(self, message: Mapping[str, Any]) -> Stopped | None:
        return outcomes.stop(message, self.job.limits, self.during) if message["t"] == "stop" else None


def observe(zygote: Parent, job: Job, progress: Progress | None = None, talk_as: type[Conversation] = Conversation) -> Observation:
    """Fork, ask, end, and say what was seen; raises ZygoteGone when nobody can say what became of the child."""
    child = zygote.spawn(job.limits)
    talk = talk_as(job, child, progress)
    why: Gone | None = None
    stopped: Stopped | None = None
    try:
        stopped = talk.hold()
    except Gone as e:
        why = e
    except wire.WireError as e:  # raised by sending only: the probe's own arguments
        stopped = outcomes.broken(f"the arguments of probe {talk.at!r} cannot be sent: {e}")
    finally:
        seconds = time.monotonic() - child.started if child.started else 0.0
        talk.close()
        end = child.end(GRACE if why is not None and why.why == "ended" else 0.0)
    cpu, printed = float(end.get("cpu", 0.0)), child.printed()
    if why is not None:
        why = why if child.started else Gone("start", why.detail)
        status = None if child.killed else end.get("status")
        stopped = outcomes.gone(why, job.limits, talk.during, status, cpu, printed)
    if stopped is not None:
        stopped = replace(stopped, at=talk.at)
    return Observation(talk.seen, stopped, printed, zygote.wall, seconds, cpu)
