"""Search over concepts, steps and lessons: every word must occur; titles come before texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from gradus.learner import Learner
from gradus.vocabulary import Roadmap

MOST = 30


@dataclass(frozen=True, slots=True)
class Found:
    """A place where the words occur; `step` is given for lessons."""

    kind: Literal["concept", "step", "lesson"]
    id: str
    title: str
    excerpt: str
    step: str | None = None


def find(learner: Learner, query: str) -> list[Found]:
    """At most thirty places, best first."""
    words = [w for w in query.casefold().split() if w][:10]
    if not words:
        return []
    ranked: list[tuple[int, int, Found, str]] = []
    for place, title, text in _places(learner.roadmap):
        name, all = title.casefold(), f"{title} {place.id} {text}".casefold()
        if all_in(words, all):
            rank = (
                0 if name.startswith(words[0]) and all_in(words, name) else 1 if all_in(words, name) else 2 if place.kind != "lesson" else 3
            )
            ranked.append((rank, len(ranked), place, text))
    ranked.sort(key=lambda r: r[:2])
    return [Found(p.kind, p.id, p.title, _excerpt(text, words), p.step) for _, _, p, text in ranked[:MOST]]


def all_in(words: list[str], text: str) -> bool:
    """Does every word occur?"""
    return all(w in text for w in words)


def _places(roadmap: Roadmap) -> list[tuple[Found, str, str]]:
    found = [(Found("concept", c.id, c.title, ""), c.title, f"{c.short} {track.title}") for track in roadmap.tracks for c in track.concepts]
    found += [(Found("step", s.id, s.title, ""), s.title, s.task) for s in roadmap.planned.values()]
    return found + [(Found("lesson", s.id, s.title, "", s.id), "", _plain(s.lesson)) for s in roadmap.ready.values()]


def _plain(markdown: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[#*`$>|_]+", "", markdown)).strip()


def _excerpt(text: str, words: list[str]) -> str:
    at = max(0, min((i for w in words if (i := text.casefold().find(w)) >= 0), default=0) - 60)
    cut = text[at : at + 180].strip()
    return ("… " if at else "") + cut + (" …" if at + 180 < len(text) else "")
