"""The evidence behind a mastery value or a recommendation, as data and as plain sentences.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from gradus.graph import Graph
from gradus.memory import NOTHING, Gate, Memory, Rated, Rating, Record, recall
from gradus.placement import Sitting, belief


@dataclass(frozen=True)
class Why:
    """What is known about a step and from where."""

    step: str
    gate: Gate
    recall: float | None  # today; None without a card
    stability_days: float | None
    due: datetime | None  # UTC
    ratings: tuple[Rated, ...]
    credited_by: tuple[str, ...]  # the step whose pass counted for this one last
    believed: float | None  # placement's chance, None without a sitting
    needs: tuple[tuple[str, Gate], ...]  # direct prerequisites and how far they are proven
    repeats: tuple[tuple[str, float], ...]  # what solving it repeats
    sentences: tuple[str, ...]  # the whole in plain words, dates in the learner's zone


def why(graph: Graph, memory: Memory, step: str, now: datetime, zone: tzinfo, sitting: Sitting | None = None) -> Why:
    """Everything that stands behind what Gradus says about a step.  A retired step has its record and no place in the graph."""
    record = memory.records.get(step, NOTHING)
    believed = belief(graph, sitting).get(step) if sitting else None
    card = record.card
    needs = tuple((b, memory.gate(b)) for b in graph.before.get(step, ()))
    return Why(
        step,
        record.gate,
        recall(card, now) if card else None,
        card.stability if card else None,
        card.due if card else None,
        record.ratings,
        (card.credit_from,) if card and card.credit_from else (),
        believed,
        needs,
        graph.flow.get(step, ()),
        (*_gate(record), *_ratings(record, zone), *_card(record, now, zone), *_placed(step, sitting, believed), *_needs(needs)),
    )


def _day(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%Y-%m-%d")


def _gate(record: Record) -> list[str]:
    lapsed = record.ratings and record.ratings[-1].rating is Rating.AGAIN and len(record.passes) > 1
    return [
        {
            Gate.NONE: "Nothing proves this step yet.",
            Gate.ASSUMED: "Placement assumes this step; nothing proves it yet, and a short check will.",
            Gate.HELPED: "It was accepted with help; it counts as learned after one pass without.",
            Gate.LEARNED: "Learned: passed without help"
            + (
                ", but it lapsed since; one more pass restores it."
                if lapsed
                else "; mastered after a second such pass on another variant, a day or more later."
            ),
            Gate.MASTERED: f"Mastered: {len(record.passes)} passes without help, on different variants and at least a day apart.",
        }[record.gate]
    ]


def _ratings(record: Record, zone: tzinfo) -> list[str]:
    said = []
    for r in record.ratings[-5:]:
        took = f" in {r.minutes:.0f} minutes" if r.minutes else ""
        expected = f" (expected chance {r.recall:.0%})" if r.recall is not None else ""
        said.append(f"{_day(r.at, zone)}: {r.because}{took}, rated {r.rating}{expected}.")
    earlier = len(record.ratings) - len(said)
    return [f"{earlier} earlier {'rating' if earlier == 1 else 'ratings'}.", *said] if earlier else said


def _card(record: Record, now: datetime, zone: tzinfo) -> list[str]:
    card = record.card
    if not card:
        return []
    due = "is due since" if card.due <= now else "is due on"
    said = [f"The chance to solve a fresh variant today is about {recall(card, now):.0%}; the next review {due} {_day(card.due, zone)}."]
    if card.credited:
        said.append(f"Passing {card.credit_from} on {_day(card.credited, zone)} repeated part of it.")
    return said


def _placed(step: str, sitting: Sitting | None, believed: float | None) -> list[str]:
    if sitting is None or believed is None:
        return []
    said = [f"Your ticks and {len(sitting.answers)} answers make it {believed:.0%} likely that you know it."]
    if own := [a for a in sitting.answers if a.step == step]:
        word = "you passed it" if own[-1].passed else "you did not know it" if own[-1].unsaid else "it was not right"
        said.append(f"It was asked there: {word}.")
    return said


def _needs(needs: tuple[tuple[str, Gate], ...]) -> list[str]:
    missing = [s for s, gate in needs if gate in (Gate.NONE, Gate.ASSUMED)]
    if not needs or not missing:
        return ["It needs nothing that you have not done."]
    return [f"It builds on {', '.join(missing)}, not proven yet; the lock is soft, and you can test out."]
