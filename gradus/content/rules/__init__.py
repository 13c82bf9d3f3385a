"""The lint rules, listed by hand: what makes a step unfit to be served, and what its author must mend before it is proven."""

from __future__ import annotations

from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.rules import (
    concept_cycles,
    data_licence,
    duplicate_ids,
    enough_known,
    equivalents,
    exercises_said,
    judge_claims,
    judge_expected,
    judge_imports,
    judge_loads,
    judge_size,
    kind_facts,
    known_concepts,
    known_files,
    known_steps,
    known_words,
    leaks,
    learner_imports,
    leftovers,
    lesson_explorables,
    lesson_html,
    lesson_reading,
    lesson_shape,
    lesson_tex,
    missing_files,
    plain_text,
    renamed_targets,
    roadmap_agreement,
    roadmap_entries,
    seed_steps,
    short_names,
    starter_differs,
    step_cycles,
    step_toml,
    stray_folders,
    task_names,
)
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

OF_TREE = (roadmap_entries, duplicate_ids, known_concepts, concept_cycles, short_names, seed_steps, stray_folders, renamed_targets)

# A step with one of these is not served: something in it could not be run or shown.  Those of PLACE look at the roadmap and other
# steps too; those of INSIDE only at the folder's own bytes, so a step that was proven as it stands has passed them.
PLACE = (step_toml, known_files, missing_files, roadmap_agreement, known_steps, step_cycles)
INSIDE = (plain_text, judge_imports, judge_claims)

# These are asked besides by `gradus check` and before a proof; a step that is served has passed them when it was proven.
FIT = (
    lesson_shape,
    lesson_reading,
    lesson_tex,
    lesson_html,
    lesson_explorables,
    task_names,
    judge_size,
    judge_expected,
    judge_loads,
    learner_imports,
    enough_known,
    known_words,
    leaks,
    starter_differs,
    data_licence,
    equivalents,
    exercises_said,
    leftovers,
)


def of_tree(tree: Tree) -> Iterator[Finding]:
    """What is wrong with the roadmap as a whole."""
    for module in OF_TREE:
        yield from module.rule(tree)


def sound(draft: Draft, tree: Tree, proven: bool = False) -> Iterator[Finding]:
    """What keeps a step from being served; its kind is asked last, and only when the rest is in order."""
    found = [f for module in (PLACE if proven else PLACE + INSIDE) for f in module.rule(draft, tree)]
    if found or proven:
        yield from found
    else:
        yield from kind_facts.rule(draft, tree)


def fit(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """What its author must mend besides."""
    for module in FIT:
        yield from module.rule(draft, tree)
