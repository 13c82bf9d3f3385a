"""From a committed submission to a committed verdict with its evidence.

The answer is run outside any transaction.  Whoever commits a verdict first is right: a second process that judged the same
row takes the first one's verdict, so nothing counts twice.
"""

from __future__ import annotations

import hashlib
import json
import logging
import math
import secrets
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from gradus import trial, workspace
from gradus.engine import judging_code
from gradus.history import COUNTS, History, history
from gradus.kinds import KINDS, drill
from gradus.learner import Learner, Refused
from gradus.mastery import ConceptState, concept_states
from gradus.plaintext import safe
from gradus.pool import POOL, Asked, Urgency
from gradus.sandbox.held import held
from gradus.store import evidence, remembered, seeds, submissions, trials, verdicts
from gradus.store.evidence import Evidence
from gradus.store.schema import now, uid
from gradus.store.submissions import Submitted
from gradus.store.trials import Trial
from gradus.tries import Tries
from gradus.vocabulary import Answer, Outcome, Step

log = logging.getLogger("gradus.grading")

PRACTICE = {"editor", "try", "watch"}  # runs that add evidence only when they are accepted
REMEMBERED = {Outcome.ACCEPTED, Outcome.REJECTED}  # what limits or our faults decided is tried anew
MOST_CURVES = 2_000  # points kept of what a run reports
Progress = Callable[[Mapping[str, float | str]], None]  # points of curves, or {"said": a line} of a run that takes long
_COMMITS = ThreadPoolExecutor(1, "gradus-commit")  # there is one writer at a time anyway


@dataclass(frozen=True)
class Judged:
    """A submission with its verdict's body, and what it changed."""

    submission: Submitted
    verdict: Mapping[str, Any]
    opened: tuple[str, ...] = ()  # concepts that became ready by it


def fresh_seed() -> int:
    """A seed that nobody can foresee, small enough for every database and every browser."""
    return secrets.randbelow(2**31)


def get(learner: Learner, id: int) -> Submitted:
    """A submission of this learner.  Raises Refused."""
    with learner.store.read() as c:
        row = submissions.get(c, id)
    if row is None or row.learner_id != learner.id:
        raise Refused("unknown_submission", f"There is no submission {id}.", "Look at `gradus progress` for the ids of this home.")
    return row


def judge(learner: Learner, id: int, progress: Progress | None = None) -> Judged:
    """Judge a submission unless it is judged, and commit verdict and evidence together.  Raises Refused when its step cannot be done."""
    row = get(learner, id)
    if row.verdict is not None:
        return _told(row)
    step, curves = learner.step(row.step), list[dict[str, float]]()
    mark = key(row, step)
    try:
        body = known(learner, row, mark) or dict(POOL.verdict(mark, _asked(learner, row, step), _reporter(curves, progress)))
    except KeyboardInterrupt:  # or the next process would take it up
        POOL.stop(mark, stopped(row))
        commit(learner, row, step, stopped(row), curves, mark)
        raise
    return commit(learner, row, step, body, curves, mark)


def judge_soon(
    learner: Learner, what: int | Submitted, then: Callable[[Judged | None], None], progress: Progress | None = None,
    urgency: Urgency = Urgency.NOW,
) -> None:  # fmt: skip
    """As `judge`, without waiting: `then` gets it from another thread, or None when it failed or the process ends before."""
    row = get(learner, what) if isinstance(what, int) else what
    if row.verdict is not None:
        return then(_told(row))
    step, curves = learner.step(row.step), list[dict[str, float]]()
    mark = key(row, step)

    def finish(body: Mapping[str, Any] | None) -> None:
        try:
            then(None if body is None else commit(learner, row, step, dict(body), curves, mark))
        except Exception:
            log.exception("the verdict on submission %s could not be kept; it is judged again at the next start", row.id)
            then(None)

    if body := known(learner, row, mark):
        return finish(body)
    asked = _asked(learner, row, step, urgency)
    return POOL.ask(mark, asked, lambda found: _commit_soon(finish, found), _reporter(curves, progress))


def stop(learner: Learner, id: int) -> None:
    """End a run that the learner no longer wants: it gets a verdict that counts nothing.  Raises Refused when it is not under way here."""
    row = get(learner, id)
    if row.verdict is not None:
        raise Refused("run_over", f"Submission {id} has its verdict already.", "There is nothing to stop.")
    if not POOL.stop(key(row, learner.step(row.step)), stopped(row)):
        raise Refused("not_here", f"Submission {id} is judged by another program.", "Stop it where it was begun, with Ctrl C.")


def stopped(row: Submitted) -> dict[str, Any]:
    """The verdict on a run that the learner ended."""
    return malformed("You stopped this run.", row.seed) | {"advice": "Nothing was counted. Run again when you like."}


def run(learner: Learner, row: Submitted, step: Step) -> dict[str, Any]:
    """The verdict's body by running the answer again, when nobody else waits: on the seed of the row, on the step as it is today."""
    if row.unread is not None:
        return malformed(row.unread, row.seed)
    return dict(POOL.verdict(key(row, step), _asked(learner, row, step, Urgency.LATER)))


def known(learner: Learner, row: Submitted, mark: str) -> dict[str, Any] | None:
    """The verdict that needs no run: on what is not text, and on what was judged before."""
    return malformed(row.unread, row.seed) if row.unread is not None else judged_by_others(learner, mark)


def _asked(learner: Learner, row: Submitted, step: Step, urgency: Urgency = Urgency.NOW) -> Asked:
    return Asked(step, Answer(row.files, row.earlier), row.seed, learner.id, urgency, learner.home, row.uid)


def _told(row: Submitted) -> Judged:
    return Judged(row, row.verdict or {}, tuple((row.beside or {}).get("opened", ())))


def _commit_soon(finish: Callable[[Mapping[str, Any] | None], None], body: Mapping[str, Any] | None) -> None:
    """In a thread of its own, so that the worker goes on while the disk is waited for."""
    try:
        _COMMITS.submit(finish, body)
    except RuntimeError:  # the process ends
        finish(None)


def malformed(say: str, seed: int) -> dict[str, Any]:
    """The verdict on an answer that is not even text: nothing was run."""
    return {
        "outcome": str(Outcome.MALFORMED), "say": say, "seed": seed, "wall": "process", "checks": [], "mistake": None,
        "advice": "Nothing was counted. Correct it and run again.", "line": None, "trace": "", "printed": "", "seconds": 0.0, "cpu_seconds": 0.0,
    }  # fmt: skip


def key(row: Submitted, step: Step) -> str:
    """The hash of all that decides a verdict."""
    parts = [dict(row.files), dict(row.earlier), step.id, step.hash, judging_code(step.kind), row.seed, str(held().wall)]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def judged_by_others(learner: Learner, mark: str) -> dict[str, Any] | None:
    """The verdict under this key, if it was given before."""
    with learner.store.read() as c:
        found = remembered.get(c, mark)
    return dict(found) if found else None


def commit(learner: Learner, row: Submitted, step: Step, body: dict[str, Any], curves: list[dict[str, float]], mark: str) -> Judged:
    """Verdict, evidence, the seed of the next run and the memory of the verdict under its key: all of it or nothing."""
    outcome = Outcome(body["outcome"])
    asked = _trial(learner, row)
    name = trial.fact(asked, outcome) if asked else _fact(row, outcome)
    known = {"mistake": body["mistake"]["id"]} if body.get("mistake") else {}
    detail = {"source": row.source, **known, **(trial.detail(asked) if asked else {})}
    fact = Evidence(uid(), step.id, name or "", now(), step.hash, row.id, detail)
    opened = newly_ready(learner, history(learner), fact) if name == Outcome.ACCEPTED else ()
    marks = drill.review(step, row.seed, Answer(row.files)) if step.kind == "drill" and outcome in COUNTS else []
    beside = {"opened": list(opened), "curves": curves, "drill": marks}
    at, judging = now(), judging_code(step.kind)
    with learner.store.write() as c:
        first = verdicts.add(c, row.id, at=at, outcome=str(outcome), body=body, step_hash=step.hash, judging=judging, beside=beside)
        if first:
            if name:
                evidence.add(c, learner.id, fact)
            if outcome in COUNTS and asked is None and seeds.get(c, learner.id, step.id) in (None, row.seed):
                seeds.put(c, learner.id, step.id, fresh_seed())
            if outcome in REMEMBERED:
                remembered.put(c, mark, body)
    Tries(learner.home, row.uid).forget()
    if not first:
        return _told(get(learner, row.id))
    if outcome in COUNTS:
        if asked is None:
            lay_out(learner, step, next_seed(learner, step))
        elif outcome is not Outcome.ACCEPTED and asked.purpose == trial.REVIEW:
            trial.lay_out(learner, asked, step, next_run(learner, asked))
    done = replace(row, verdict=body, judged_hash=step.hash, judging=judging, judged_at=at, beside=beside)
    return Judged(done, body, opened)


def _fact(row: Submitted, outcome: Outcome) -> str | None:
    """Of a run in the workspace: practice counts only when it is accepted, and what was our fault never."""
    counts = outcome is Outcome.ACCEPTED or (outcome in COUNTS and row.source not in PRACTICE)
    return str(outcome) if counts else None


def _trial(learner: Learner, row: Submitted) -> Trial | None:
    if row.trial is None:
        return None
    with learner.store.read() as c:
        return trials.named(c, learner.id, row.trial)


def next_run(learner: Learner, asked: Trial) -> int:
    """The seed of the next run of a trial."""
    with learner.store.read() as c:
        return trial.seed(asked, submissions.of_trial(c, learner.id, asked.uid))


def next_seed(learner: Learner, step: Step) -> int:
    """The seed of the next submission; drawn and kept when none waits."""
    with learner.store.read() as c:
        found = seeds.get(c, learner.id, step.id)
    if found is not None:
        return found
    with learner.store.write() as c:
        found = seeds.get(c, learner.id, step.id)
        if found is None:
            found = fresh_seed()
            seeds.put(c, learner.id, step.id, found)
    return found


def lay_out(learner: Learner, step: Step, seed: int) -> list[str]:
    """Write the files of a step that are missing, what stands under a former name of it first; says which."""
    place, starter = workspace.folder(learner.home, step.id), KINDS[step.kind].starter
    brought = []
    for old in learner.names(step.id)[1:]:
        for name in starter(step, seed):
            held = workspace.read_file(workspace.folder(learner.home, old) / name)
            if isinstance(held, str):
                brought += [p.name for p in workspace.open_in(place, {name: held})]
    return list(dict.fromkeys(brought + workspace.lay_out(place, seed, lambda s: starter(step, s))))


def newly_ready(learner: Learner, past: History, fact: Evidence) -> tuple[str, ...]:
    """Concepts that this fact unlocks; none when the step was accepted before, as it stands today."""
    if any((t.step, t.fact, t.step_hash) == (fact.step, fact.fact, fact.step_hash) for t in past.tallies):
        return ()
    old = concept_states(learner.roadmap, past.standings)
    new = concept_states(learner.roadmap, past.with_fact(fact).standings)
    return tuple(c for c in new if old[c] is ConceptState.LOCKED and new[c] is ConceptState.READY)


def _reporter(curves: list[dict[str, float]], progress: Progress | None) -> Progress:
    def report(values: Mapping[str, Any]) -> None:
        point = {safe(str(k), 40): float(v) for k, v in values.items() if isinstance(v, (int, float)) and math.isfinite(v)}
        if point and len(curves) < MOST_CURVES:
            curves.append(point)
            if progress:
                progress(point)
        if progress and isinstance(said := values.get("said"), str):
            progress({"said": safe(said, 200)})

    return report
