"""A step as one page of Markdown for a terminal: what it is, its lesson, what it holds for authors.  Never shows the solution."""

from __future__ import annotations

from gradus.vocabulary import Concept, PlannedStep, Roadmap, Step


def page(roadmap: Roadmap, step: str) -> str:
    """The page of a step by id, ready or planned; raises KeyError for an id that the roadmap lacks."""
    planned = roadmap.planned[step]
    concept = roadmap.concepts[planned.concept]
    track = next(t for t in roadmap.tracks if t.id == planned.track)
    place = f"{track.title} › {concept.title} › step {[s.id for s in concept.steps].index(step) + 1} of {len(concept.steps)}"
    built = roadmap.steps.get(step)
    return "\n".join(_built(roadmap, built, place) if built else _planned(roadmap, planned, concept, place)) + "\n"


def _built(roadmap: Roadmap, step: Step, place: str) -> list[str]:
    state = "proven" if step.id in roadmap.proven else "not proven yet, so learners do not see it"
    facts = [f"{step.kind}, {step.level}, {step.minutes} minutes", f"limits {step.limits.seconds:g} s, {step.limits.memory_mb} MB", state]
    head = [place, "", f"`{step.id}`: " + " · ".join(facts), ""]
    if step.exercises:
        head += ["Repeats: " + ", ".join(f"{i} ({w:g})" for i, w in step.exercises.items()), ""]
    if step.builds_on:
        head += ["Builds on your answers to: " + ", ".join(step.builds_on), ""]
    return [*head, step.lesson.rstrip(), "", *_links(roadmap.concepts[step.concept])]


def _planned(roadmap: Roadmap, step: PlannedStep, concept: Concept, place: str) -> list[str]:
    out = [place, "", f"`{step.id}`: {step.kind}, {step.level} · planned: it cannot be done yet", "", f"# {step.title}", "", step.task, ""]
    out += [f"Judged against: {step.oracle}.", ""]
    if step.mistakes:
        out += ["Mistakes that it will know:", "", *(f"- {m}" for m in step.mistakes), ""]
    if concept.prerequisites:
        out += ["Needs: " + ", ".join(roadmap.concepts[p].title for p in concept.prerequisites), ""]
    return [*out, *_links(concept)]


def _links(concept: Concept) -> list[str]:
    if not concept.resources:
        return []
    return ["## The roadmap's resources", "", *(f"- {r.title}: {r.url}" for r in concept.resources)]
