"""The form of a rating: {"id", "rating": "up" or "down", "correction"?: text}."""

from dataclasses import dataclass

from bot.settings import Guard


@dataclass(frozen=True)
class Rating:
    """What somebody thinks of the answer `id`, and what would have been right ("" if he does not say)."""

    id: str
    rating: str
    correction: str


def rating_of(body: bytes, limits: Guard) -> Rating:
    """The rating in a body; Refused (400, 413) says what is wrong with it."""
    raise NotImplementedError("write this part")
