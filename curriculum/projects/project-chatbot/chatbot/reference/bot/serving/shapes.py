"""The forms of OpenAI's chat API: what is read from a request, and what is written."""

import json
import time
import uuid
from dataclasses import dataclass
from typing import Any

from bot.ask import Answer
from bot.chunks import count_tokens
from bot.settings import Guard

MODEL = "bot"


class Refused(Exception):
    """A request that is answered by this status and words, in the form that OpenAI's clients understand."""

    def __init__(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.headers = status, headers or {}

    def body(self) -> dict[str, Any]:
        kind = "invalid_request_error" if self.status < 429 else "rate_limit_error" if self.status == 429 else "server_error"
        return {"error": {"message": str(self), "type": kind, "param": None, "code": self.status}}


@dataclass(frozen=True)
class Request:
    """The question (the last message of the user), whether it is to be streamed, and whether the usage is wanted then."""

    question: str
    stream: bool
    usage: bool


def request_of(body: bytes, limits: Guard) -> Request:
    """The request in a body; Refused (400, 413) says what is wrong with it."""
    if len(body) > limits.max_body_kb * 1024:
        raise Refused(413, f"The request has more than {limits.max_body_kb} KB.")
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(400, "The body is not JSON.") from None
    messages = told.get("messages") if isinstance(told, dict) else None
    if (
        not isinstance(messages, list)
        or not messages
        or not all(isinstance(m, dict) and m.get("role") in ("system", "developer", "user", "assistant", "tool") for m in messages)
    ):
        raise Refused(400, 'Send an object with "messages": a list of objects with "role" and "content".')
    question = next((text_of(m.get("content")) for m in reversed(messages) if m["role"] == "user"), None)
    if question is None or not question.strip():
        raise Refused(400, "There is no message of the user with text in it.")
    if len(question) > limits.max_question_chars:
        raise Refused(400, f"The question has {len(question)} characters; {limits.max_question_chars} are the most.")
    stream, options = told.get("stream", False), told.get("stream_options") or {}
    if not isinstance(stream, bool | None) or not isinstance(options, dict):
        raise Refused(400, '"stream" is true or false, and "stream_options" is an object.')
    return Request(question, bool(stream), bool(options.get("include_usage")))


def text_of(content: Any) -> str | None:
    """The text of a message: a string, or the parts of type text. None if it is neither."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "\n".join(str(part.get("text", "")) for part in content if isinstance(part, dict) and part.get("type") == "text")
    return None


def usage_of(question: str, said: str) -> dict[str, int]:
    """Words and marks of question and answer."""
    asked, told = count_tokens(question), count_tokens(said)
    return {"prompt_tokens": asked, "completion_tokens": told, "total_tokens": asked + told}


def completion(question: str, answer: Answer) -> dict[str, Any]:
    """The whole answer as `chat.completion`, with two keys more: `citations` (chunk ids) and `known`."""
    message = {"role": "assistant", "content": answer.text}
    return {
        **head("chat.completion"),
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": usage_of(question, answer.text),
        "citations": list(answer.citations),
        "known": answer.known,
    }


def head(kind: str) -> dict[str, Any]:
    return {"id": f"chatcmpl-{uuid.uuid4().hex}", "object": kind, "created": int(time.time()), "model": MODEL}


def event(opening: dict[str, Any], delta: dict[str, Any], finish: str | None = None, **more: Any) -> str:
    """One server-sent event of a stream."""
    return f"data: {json.dumps({**opening, 'choices': [{'index': 0, 'delta': delta, 'finish_reason': finish}], **more}, ensure_ascii=False)}\n\n"
