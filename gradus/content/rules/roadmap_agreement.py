"""step.toml says the same kind and level as the roadmap's line of the step."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.layout import KIND_OF
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "roadmap-agreement"


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """A kind or level that differs."""
    if not draft.toml or not draft.planned:
        return
    kind = KIND_OF.get(draft.planned.kind, draft.planned.kind)
    if draft.toml.kind != kind:
        say = (
            f'kind is "{draft.toml.kind}", but the roadmap plans a {draft.planned.kind} step; write kind = "{kind}" or change roadmap.yaml.'
        )
        yield draft.finding(CODE, "step.toml", draft.line("step.toml", "kind"), say)
    if draft.toml.level != draft.planned.level:
        say = f'level is "{draft.toml.level}", but the roadmap says {draft.planned.level}; write level = "{draft.planned.level}" or change roadmap.yaml.'
        yield draft.finding(CODE, "step.toml", draft.line("step.toml", "level"), say)
