"""What the logs add up to. Each look reads only what was added since the last one."""

import json
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import Any

from bot.settings import Monitor
from bot.shift import MOST

TIMED = 1000  # the latencies are of so many answers, the last ones


class Lines:
    """A file of JSON lines that grows."""

    def __init__(self, path: Path) -> None:
        self._path, self._at = path, 0

    def shrunk(self) -> bool:
        """Whether the file is another one than at the last look: there is less in it."""
        with suppress(OSError):
            return self._path.stat().st_size < self._at
        return self._at > 0

    def added(self) -> list[dict[str, Any]]:
        """The objects of the whole lines since the last look. Damaged lines are left out, and a file that cannot be read has none."""
        found: list[dict[str, Any]] = []
        if not self._path.is_file():
            return found
        with suppress(OSError), self._path.open("rb") as file:
            file.seek(self._at)
            for line in file:
                if not line.endswith(b"\n"):
                    break
                self._at += len(line)
                with suppress(ValueError):
                    row = json.loads(line)
                    if isinstance(row, dict):
                        found.append(row)
        return found


class Tally:
    """The figures of both logs."""

    def __init__(self, requests: Path, feedback: Path, rules: Monitor) -> None:
        self._paths, self._rules = (requests, feedback), rules
        self._begin()

    def _begin(self) -> None:
        self._requests, self._feedback = (Lines(path) for path in self._paths)
        self.answered = self.unknown = 0
        self.seconds: deque[float] = deque(maxlen=TIMED)
        self.first: list[str] = []  # the oldest questions outside of the window
        self.last: deque[dict[str, Any]] = deque()  # the answered requests in the window
        self.ratings: dict[str, dict[str, Any]] = {}  # the last one of each answer, in the order of rating

    def look(self) -> None:
        """Read on."""
        if self._requests.shrunk() or self._feedback.shrunk():
            self._begin()
        for row in self._requests.added():
            if row.get("status") == 200 and isinstance(row.get("question"), str):
                self._answered(row)
        for row in self._feedback.added():
            key = str(row.get("id"))
            self.ratings.pop(key, None)
            self.ratings[key] = row

    def _answered(self, row: dict[str, Any]) -> None:
        self.answered += 1
        self.unknown += row.get("known") is False
        if isinstance(row.get("seconds"), int | float):
            self.seconds.append(float(row["seconds"]))
        self.last.append(row)
        if len(self.last) > self._rules.window:
            old = self.last.popleft()["question"]
            if len(self.first) < MOST and old.strip():
                self.first.append(old)

    def rated(self, rating: str) -> int:
        """How many answers are rated so."""
        return sum(row.get("rating") == rating for row in self.ratings.values())
