"""The conversation with an answer that is a server: requests go in over sockets of its own network, responses come back as plain values.

The requests are data of the judge and the clock is the judge's.  Beside the server a script (kinds/service_inside.py) starts it, stops
it and puts files down; it is asked in the usual way and runs none of the answer's code in its own process.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gradus.sandbox import outcomes
from gradus.sandbox.child import Gone
from gradus.sandbox.conversation import Conversation
from gradus.sandbox.exchange import Exchange
from gradus.vocabulary import Outcome, Probe, Seen, Stopped

Item = Mapping[str, Any]  # {"together": [requests]}, {"put": name, "text": text or None}, {"restart": True}
SOCKETS = 160  # loopback.SOCKETS, which this side must not import


class Session(Conversation):
    """Every probe is a sequence of items: its value is the list of responses."""

    sockets: list[socket.socket]
    port: int = 0

    def _meet(self) -> None:
        self.sockets = self.child.take_sockets(SOCKETS)

    def close(self) -> None:
        """Give back what was not used."""
        for s in getattr(self, "sockets", ()):
            s.close()

    def _targets(self) -> list[str]:
        return [name for probe in self.job.probes.values() for name, _ in _calls(probe.args[0])]

    def _probe(self, name: str, probe: Probe) -> Stopped | None:
        self.during = "while it served requests"
        began = time.monotonic()
        answers: list[Any] = []
        todo = _calls(probe.args[0])
        if stopped := self._begin(next(todo)[1]):
            return stopped
        for item in probe.args[0]:
            if "together" in item:
                answers += self._send(item["together"])
                continue
            reply = self._call(next(todo)[1], {})
            if isinstance(reply, Stopped):
                return reply
            if "restart" in item and (stopped := self._listening(reply)):
                return stopped
        self.seen[name] = Seen(answers, seconds=time.monotonic() - began)
        return None

    def _begin(self, args: tuple[Any, ...]) -> Stopped | None:
        reply = self._call(args, {})
        return reply if isinstance(reply, Stopped) else self._listening(reply)

    def _listening(self, reply: Seen) -> Stopped | None:
        """What the script said about the server's start; None if it listens."""
        said = reply.value if isinstance(reply.value, dict) else {}
        if type(said.get("port")) is int:
            self.port = said["port"]
            return None
        facts = said.get("raised")
        if isinstance(facts, dict):
            unread = "SyntaxError" in str(facts.get("bases"))
            message = {"why": "unreadable" if unread else "import raised", "module": "answer", "raised": facts}
            return outcomes.stop(message, self.job.limits, "while it was started")
        if said.get("late") is True:
            say = (
                "Your program did not listen within 10 s. It must listen on 127.0.0.1 at the port that the environment variable PORT names."
            )
            return Stopped(Outcome.EXCEEDED, say)
        say = "Your program ended without listening on 127.0.0.1 at the port that the environment variable PORT names."
        return Stopped(Outcome.MALFORMED, say)

    def _send(self, requests: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """All of these at once; the responses in the order of asking."""
        if len(self.sockets) < len(requests):
            raise Gone("start", f"the probes ask for more than {SOCKETS} connections")
        under_way = [Exchange(r, self.sockets.pop(), self.port) for r in requests]
        try:
            while waiting := {e.sock.fileno(): e for e in under_way if not e.done}:
                ready = self.child.attend({fd: e.wants() for fd, e in waiting.items()}, min(e.until for e in waiting.values()))
                for fd in ready:
                    waiting[fd].step()
                now = time.monotonic()
                for e in waiting.values():
                    if now >= e.until:
                        e.end(f"no answer within {e.request['seconds']:g} s")
        finally:
            for e in under_way:
                e.end("the run was stopped")
        return [e.value() for e in under_way]


def _calls(items: Sequence[Item]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The script's functions that a probe needs, in order, with their arguments."""
    yield "probe.begin", ()
    for item in items:
        if "put" in item:
            yield "probe.put", (item["put"], item["text"])
        elif "restart" in item:
            yield "probe.restart", ()
