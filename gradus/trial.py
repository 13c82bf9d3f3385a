"""What follows from the row of a trial: the seed of each of its runs, its folder and its files, and which evidence an outcome is.

A trial is a step asked afresh.  The learner's own answer in the workspace is neither read nor written, and the first run is on a
seed drawn for this trial, so what passes was solved again.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gradus import workspace
from gradus.history import COUNTS
from gradus.kinds import KINDS, drill
from gradus.kinds.answers_toml import FILE, read
from gradus.kinds.expression_reader import Unreadable
from gradus.learner import Learner
from gradus.store.submissions import Submitted
from gradus.store.trials import Trial
from gradus.vocabulary import Outcome, Step

REVIEW, PLACE = "review", "place"  # purposes
STRIDE = 1_000_003  # from the seed of one run to that of the next
PASSED, FAILED, UNKNOWN, GAVE_UP = "passed", "failed", "unknown", "gave_up"  # facts besides the outcomes
HINT = "review_hint"  # a hint taken in a trial: it climbs no rung of the step's own ladder


def seed(trial: Trial, runs: list[Submitted]) -> int:
    """Of the next run: another one after every run that counted."""
    counted = sum(r.verdict is not None and Outcome(r.verdict["outcome"]) in COUNTS for r in runs)
    return (trial.seed + STRIDE * counted) % 2**31


def folder(learner: Learner, trial: Trial) -> Path:
    """Where its files stand."""
    return workspace.review_folder(learner.home, trial.id)


def lay_out(learner: Learner, trial: Trial, step: Step, seed: int) -> list[str]:
    """Write its files where they are missing, and new questions over those of another run; says which were written."""
    return workspace.lay_out(folder(learner, trial), seed, lambda s: KINDS[step.kind].starter(step, s))


def fact(trial: Trial, outcome: Outcome) -> str | None:
    """The evidence that an outcome is.  To find one's place a wrong answer is no attempt at the step, and one question is not the step."""
    if outcome not in COUNTS:
        return None
    if trial.purpose == REVIEW:
        return str(outcome)
    if outcome is Outcome.ACCEPTED:
        return PASSED if trial.question else str(outcome)
    return FAILED


def detail(trial: Trial) -> dict[str, Any]:
    """What evidence says about the trial it comes from."""
    found: dict[str, Any] = {"trial": trial.uid, "purpose": trial.purpose}
    return {**found, **({"sitting": trial.sitting} if trial.sitting else {})}


def completed(trial: Trial, step: Step, seed: int, files: Mapping[str, str]) -> dict[str, str]:
    """Where one question of a drill is asked, the others are answered rightly for the learner, so that the judge hears this one only."""
    if trial.question is None or step.kind != "drill" or FILE not in files:
        return dict(files)
    right = drill.solution(step, seed)[FILE]
    ids = tuple(q["id"] for q in drill.present(step, seed)["questions"])
    try:
        given = read(files[FILE], seed, ids)
        answers = {**read(right, seed, ids), trial.question: given[trial.question]}
    except Unreadable:
        return dict(files)  # the judge says what cannot be read
    return {name: f"run = {seed}\n{text}" for name, text in drill.fields_to_files(answers).items()}
