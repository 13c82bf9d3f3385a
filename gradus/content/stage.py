"""A stage of a project as a Step: its answers are whole repositories, made from the project's folder and the stage's edits of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gradus.content.draft import Draft
from gradus.kinds.project_files import Unsound, project, variant
from gradus.vocabulary import Step


def filled(step: Step, draft: Draft) -> Step:
    """The step with its repositories.  What does not fit is left without files: the kind's facts say what it is."""
    try:
        mine = project(draft.project)
    except Unsound:
        return step
    owns = [str(name) for name in step.options.get("owns", ())] if isinstance(step.options.get("owns", ()), (list, tuple)) else []
    return replace(
        step,
        family="project",
        options={**step.options, "package": mine.package},
        solution=mine.reference,
        starter=mine.unfilled(owns),
        mistakes=tuple(replace(m, files=_edited(draft, f"mistakes/{m.id}.toml", mine.reference)) for m in step.mistakes),
        alternatives=tuple(replace(a, files=_edited(draft, f"alternatives/{a.id}.toml", mine.reference)) for a in step.alternatives),
    )


def _edited(draft: Draft, path: str, reference: Mapping[str, str]) -> dict[str, str]:
    try:
        return variant(draft.text(path)).of(reference)
    except Unsound:
        return {}
