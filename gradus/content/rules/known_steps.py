"""`exercises`, `builds_on` and `variants` name other steps of the roadmap, with weights from the closed list."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "unknown-step"
WEIGHTS = (0.3, 0.6, 1.0)


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Names that the roadmap lacks, the step itself, weights in between."""
    if not draft.toml:
        return
    for key, ids in (("exercises", tuple(draft.toml.exercises)), ("builds_on", draft.toml.builds_on)):
        for step in ids:
            line = draft.line("step.toml", step)
            if step not in tree.planned:
                yield draft.finding(
                    CODE, "step.toml", line, f"{key} names {step}, which is no step of roadmap.yaml; correct the id or drop it."
                )
            elif step == draft.id:
                yield draft.finding(CODE, "step.toml", line, f"{key} names the step itself; drop it.")
            elif key == "builds_on" and step not in tree.drafts:
                say = f"builds_on names {step}, which has no folder yet; write that step first or drop the name."
                yield draft.finding(CODE, "step.toml", line, say)
    for step, weight in draft.toml.exercises.items():
        if weight not in WEIGHTS:
            line = draft.line("step.toml", step)
            yield draft.finding(CODE, "step.toml", line, f"exercises gives {step} the weight {weight:g}; write 0.3, 0.6 or 1.0.")
