"""An observation as bytes and back, so that what was observed once can be read again by another process.

For what the service itself wrote under its own home; the same bounded decoder reads it as reads an answer's values.
"""

from __future__ import annotations

from typing import Any

from gradus.sandbox import decoding, plain, wire
from gradus.vocabulary import Observation, Outcome, Raised, Seen, Stopped, Wall


def to_bytes(seen: Observation) -> bytes:
    """One frame for the frame of it, one for each probe.  Raises wire.WireError for what is too large to be kept."""
    s = seen.stopped
    stopped = None if s is None else [str(s.outcome), s.say, s.line, s.trace, s.at]
    frames: list[Any] = [
        {
            "stopped": stopped,
            "printed": seen.printed,
            "wall": str(seen.wall),
            "times": [seen.seconds, seen.cpu_seconds],
            "n": len(seen.seen),
        }
    ]
    for name, one in seen.seen.items():
        r = one.raised
        raised = None if r is None else [r.type, list(r.bases), r.message, r.line, r.trace]
        frames.append({"name": name, "value": one.value, "raised": raised, "seconds": one.seconds, "touched": one.touched})
    return b"".join(bytes(part) for frame in frames for part in wire.encode(frame, plain.foreign))


def from_bytes(data: bytes) -> Observation | None:
    """What `to_bytes` wrote; None for anything else (a file that was cut short)."""
    at = 0

    def read(n: int) -> bytes:
        nonlocal at
        if at + n > len(data):
            raise wire.WireError("cut short")
        at += n
        return data[at - n : at]

    try:
        head = decoding.receive(read, plain.PLAIN)
        seen = {}
        for _ in range(head["n"]):
            one = decoding.receive(read, plain.PLAIN)
            r = one["raised"]
            raised = None if r is None else Raised(r[0], tuple(r[1]), r[2], r[3], r[4])
            seen[one["name"]] = Seen(one["value"], raised, one["seconds"], one["touched"])
        s = head["stopped"]
        stopped = None if s is None else Stopped(Outcome(s[0]), s[1], s[2], s[3], at=s[4])
        return Observation(seen, stopped, head["printed"], Wall(head["wall"]), *head["times"])
    except (wire.WireError, LookupError, TypeError, ValueError):
        return None
