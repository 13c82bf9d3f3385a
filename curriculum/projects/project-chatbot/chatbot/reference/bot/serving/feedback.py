"""The form of a rating: {"id", "rating": "up" or "down", "correction"?: text}."""

import json
from dataclasses import dataclass

from bot.serving.shapes import Refused
from bot.settings import Guard


@dataclass(frozen=True)
class Rating:
    """What somebody thinks of the answer `id`, and what would have been right ("" if he does not say)."""

    id: str
    rating: str
    correction: str


def rating_of(body: bytes, limits: Guard) -> Rating:
    """The rating in a body; Refused (400, 413) says what is wrong with it."""
    if len(body) > limits.max_body_kb * 1024:
        raise Refused(413, f"The request has more than {limits.max_body_kb} KB.")
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(400, "The body is not JSON.") from None
    if not isinstance(told, dict) or not isinstance(told.get("id"), str) or told.get("rating") not in ("up", "down"):
        raise Refused(400, 'Send an object with "id", the id of an answer, and "rating", which is "up" or "down".')
    correction = told.get("correction")
    if correction is not None and not isinstance(correction, str):
        raise Refused(400, '"correction" is a text.')
    if len(correction or "") > limits.max_question_chars:
        raise Refused(400, f"The correction has {len(correction or '')} characters; {limits.max_question_chars} are the most.")
    return Rating(told["id"], told["rating"], (correction or "").strip())
