"""What the service writes down: each answered request in DATA/requests.jsonl, each rating of an answer in DATA/feedback.jsonl.

Personal data and secrets are masked before anything is written. A log that cannot be written costs no answer.
"""

from pathlib import Path

from bot.ask import Answer
from bot.serving.feedback import Rating


class Journal:
    """The two logs of one DATA folder. Its methods may be called from any thread."""

    def __init__(self, data: Path) -> None:
        raise NotImplementedError("write this part")

    def request(self, key: str, question: str, answer: Answer | None, seconds: float, status: int = 200) -> None:
        """Write down one request; without an answer it failed with `status`. Never raises OSError."""
        raise NotImplementedError("write this part")

    def rate(self, rating: Rating) -> bool:
        """Write down a rating; False if no such answer was given. OSError when it cannot be written."""
        raise NotImplementedError("write this part")
