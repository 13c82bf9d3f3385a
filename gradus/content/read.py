"""A folder to a Roadmap: the sound steps ready to use, and a finding for everything else.

Never runs learner code and executes no judge.py or drill.py: `Step.load` does that when it is first asked.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from gradus.content.build import build
from gradus.content.cycles import cycles
from gradus.content.draft import Draft, read_draft
from gradus.content.lock import proven
from gradus.content.rules import of_tree, sound
from gradus.content.tree import SHARED, Tree, earlier, read_tree, with_earlier
from gradus.engine import judging_code
from gradus.vocabulary import Concept, Finding, Level, PlannedStep, Roadmap, Step, Track


def read(folder: Path) -> Roadmap:
    """Read a curriculum.  A fault in one step or entry leaves the others usable; cycles and unknown ids are cut out."""
    return roadmap(read_tree(folder))


def roadmap(tree: Tree) -> Roadmap:
    """The Roadmap of a tree that is read already."""
    findings: list[Finding] = list(of_tree(tree))
    steps: dict[str, Step] = {}
    lock = proven(tree.folder, {i: (tree.hash(i), judging_code(d.toml.kind)) for i, d in tree.drafts.items() if d.toml})
    for draft in tree.drafts.values():
        if found := list(sound(draft, tree, draft.id in lock)):
            findings += found
        else:
            steps[draft.id] = replace(build(draft), hash=tree.hash(draft.id), earlier=tree.earlier(draft.id))
    known = lock & steps.keys()
    return Roadmap(tree.roadmap.title, _mended(tree), tree.roadmap.seed_rows, steps, tuple(findings), tree.folder, known)


def one(folder: Path, concept: str, track: str) -> Step | None:
    """The step of one folder, without the rules: for one that was found sound before.  None when it cannot be read at all."""
    root = folder.parents[2]

    def draft(at: Path) -> Draft:
        return read_draft(at, PlannedStep(at.name, "", "", Level.CORE, "", "", (), concept, track), root / SHARED)

    found = draft(folder)
    if not found.toml or not found.layout:
        return None
    solutions = earlier(found, lambda id: next((draft(p) for p in root.glob(f"*/*/{id}")), None))
    return replace(build(found), hash=with_earlier(found.hash, solutions), earlier=solutions)


def _mended(tree: Tree) -> tuple[Track, ...]:
    """The tracks with one entry per id, without unknown prerequisites, and without the edges that close a cycle."""
    graph = {c.id: [p for p in c.prerequisites if p in tree.concepts] for c in tree.concepts.values()}
    closing = {(way[-2], way[-1]) for way in cycles(graph)}

    def mended(c: Concept) -> Concept:
        wanted = tuple(dict.fromkeys(p for p in graph[c.id] if (c.id, p) not in closing))
        return replace(c, prerequisites=wanted, steps=tuple(s for s in c.steps if tree.planned[s.id] is s))

    first = {t.id: t for t in reversed(tree.roadmap.tracks)}
    return tuple(
        replace(t, concepts=tuple(mended(c) for c in t.concepts if tree.concepts[c.id] is c))
        for t in tree.roadmap.tracks
        if first[t.id] is t
    )
