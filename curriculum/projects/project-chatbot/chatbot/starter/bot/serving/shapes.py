"""The forms of OpenAI's chat API: what is read from a request, and what is written."""

from dataclasses import dataclass
from typing import Any

from bot.ask import Answer
from bot.settings import Guard

MODEL = "bot"


class Refused(Exception):
    """A request that is answered by this status and words, in the form that OpenAI's clients understand."""

    def __init__(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        raise NotImplementedError("write this part")

    def body(self) -> dict[str, Any]:
        raise NotImplementedError("write this part")


@dataclass(frozen=True)
class Request:
    """The question (the last message of the user), whether it is to be streamed, and whether the usage is wanted then."""

    question: str
    stream: bool
    usage: bool


def request_of(body: bytes, limits: Guard) -> Request:
    """The request in a body; Refused (400, 413) says what is wrong with it."""
    raise NotImplementedError("write this part")


def text_of(content: Any) -> str | None:
    """The text of a message: a string, or the parts of type text. None if it is neither."""
    raise NotImplementedError("write this part")


def usage_of(question: str, said: str) -> dict[str, int]:
    """Words and marks of question and answer."""
    raise NotImplementedError("write this part")


def completion(question: str, answer: Answer) -> dict[str, Any]:
    """The whole answer as `chat.completion`, with two keys more: `citations` (chunk ids) and `known`."""
    raise NotImplementedError("write this part")


def head(kind: str) -> dict[str, Any]:
    raise NotImplementedError("write this part")


def event(opening: dict[str, Any], delta: dict[str, Any], finish: str | None = None, **more: Any) -> str:
    """One server-sent event of a stream."""
    raise NotImplementedError("write this part")
