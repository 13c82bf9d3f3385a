"""What the service writes down: each answered request in DATA/requests.jsonl, each rating of an answer in DATA/feedback.jsonl.

Personal data and secrets are masked before anything is written. A log that cannot be written costs no answer.
"""

import json
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from bot.ask import Answer
from bot.cleaning.personal import masked
from bot.guard import without_secrets
from bot.serving.feedback import Rating


def safe(text: str) -> str:
    """The text without secrets and personal data."""
    return masked(without_secrets(text))[0]


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def append(path: Path, row: dict[str, Any]) -> None:
    """Add one line, whole or not at all. OSError when the disk refuses."""
    line = json.dumps(row, ensure_ascii=False).encode(errors="replace") + b"\n"
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        end = os.fstat(file).st_size
        if os.write(file, line) < len(line):
            os.ftruncate(file, end)  # half a line is none
            raise OSError(28, os.strerror(28), str(path))
    finally:
        os.close(file)


def mend(path: Path) -> None:
    """Cut off the half line that a power cut left."""
    if not path.is_file():
        return
    with suppress(OSError), path.open("r+b") as file:
        start = max(0, file.seek(0, os.SEEK_END) - 2**20)
        file.seek(start)
        rest = file.read()
        if rest and not rest.endswith(b"\n"):
            file.truncate(start + rest.rfind(b"\n") + 1)


class Journal:
    """The two logs of one DATA folder. Its methods may be called from any thread."""

    def __init__(self, data: Path) -> None:
        self.requests, self.feedback = data / "requests.jsonl", data / "feedback.jsonl"
        self._lock, self._told = Lock(), False
        for path in (self.requests, self.feedback):
            mend(path)

    def request(self, key: str, question: str, answer: Answer | None, seconds: float, status: int = 200) -> None:
        """Write down one request; without an answer it failed with `status`. Never raises OSError: the first failure is told on stderr."""
        row = {
            "id": key,
            "time": now(),
            "question": safe(question),
            "answer": safe(answer.text) if answer else "",
            "citations": list(answer.citations) if answer else [],
            "known": answer is not None and answer.known,
            "seconds": round(seconds, 3),
            "status": status,
        }
        try:
            with self._lock:
                append(self.requests, row)
        except OSError as error:
            if not self._told:
                self._told = True
                print(f"Requests are not logged: {error.strerror} ({self.requests}).", file=sys.stderr, flush=True)

    def rate(self, rating: Rating) -> bool:
        """Write down a rating; False if no such answer was given. OSError when it cannot be written."""
        asked = self._asked(rating.id)
        if asked is None:
            return False
        row = {
            "id": rating.id,
            "time": now(),
            "question": asked["question"],
            "answer": asked["answer"],
            "rating": rating.rating,
            "correction": safe(rating.correction) if rating.correction else None,
        }
        with self._lock:
            append(self.feedback, row)
        return True

    def _asked(self, key: str) -> dict[str, Any] | None:
        """The logged line of an answer."""
        wanted = json.dumps(key).encode()
        if not self.requests.is_file():
            return None
        with self.requests.open("rb") as file:
            for line in file:
                if wanted in line:
                    with suppress(ValueError):
                        row = json.loads(line)
                        if isinstance(row, dict) and row.get("id") == key and row.get("status") == 200:
                            return row
        return None
