"""Asks a step afresh: opens a trial, takes answers to it, gives hints in it, or lets the learner give up.

Nothing here looks at the answer in the workspace: the old answer stays where it is and out of sight until the trial has passed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from gradus import calibration, trial, workspace
from gradus.engine import VERSION
from gradus.grading import fresh_seed
from gradus.history import COUNTS
from gradus.kinds import KINDS
from gradus.kinds.answers_toml import fields_to_files
from gradus.learner import Learner, Refused
from gradus.minutes import sit_down, worked
from gradus.store import evidence, submissions, trials
from gradus.store.evidence import Evidence
from gradus.store.schema import now, uid
from gradus.store.submissions import Submitted
from gradus.store.trials import Trial
from gradus.submission import earlier_answers
from gradus.vocabulary import Outcome, Step

ENDS = {str(Outcome.ACCEPTED), trial.PASSED, trial.FAILED, trial.UNKNOWN, trial.GAVE_UP}


@dataclass(frozen=True)
class Asked:
    """A trial as it stands."""

    trial: Trial
    step: Step
    seed: int  # of the next run
    runs: tuple[Submitted, ...]
    hints: tuple[str, ...]  # shown in this trial
    ended: str | None  # the fact that ended it

    @property
    def id(self) -> int:
        """The number of the trial, which is that of its folder."""
        return self.trial.id


def begin(learner: Learner, step: Step, purpose: str, sitting: str | None = None, choose: Callable[[int], str] | None = None) -> Asked:
    """A new trial on a seed that nobody has seen; `choose` says which one question of a drill is asked on it."""
    seed = fresh_seed()
    row = Trial(0, uid(), learner.id, step.id, seed, purpose, sitting, choose(seed) if choose else None, now())
    with learner.store.write() as c:
        id = trials.add(c, learner.id, row)
    sit_down(learner, f"review {id}", row.uid)
    return asked(learner, id)


def asked(learner: Learner, id: int) -> Asked:
    """The trial with that number.  Raises Refused."""
    with learner.store.read() as c:
        row = trials.get(c, learner.id, id)
    if row is None:
        raise Refused("unknown_review", f"There is no review {id}.", "See what is due with `gradus review`.")
    step = learner.step(row.step)
    with learner.store.read() as c:
        runs = submissions.of_trial(c, learner.id, row.uid)
        facts = evidence.of_trial(c, learner.id, learner.names(step.id), row.uid)
    taken = sum(f.fact == trial.HINT for f in facts)
    ended = next((f.fact for f in facts if f.fact in ENDS), None)
    return Asked(row, step, trial.seed(row, runs), tuple(runs), step.hints[:taken], ended)


def lay_out(learner: Learner, what: Asked) -> Path:
    """Write the starter files that are missing into the trial's own folder; says where that is."""
    trial.lay_out(learner, what.trial, what.step, what.seed)
    sit_down(learner, f"review {what.id}", what.trial.uid)
    return trial.folder(learner, what.trial)


def hand_in(
    learner: Learner,
    id: int,
    files: Mapping[str, str] | None = None,
    fields: Mapping[str, str] | None = None,
    source: str | None = None,
    sure: str | None = None,
) -> int:
    """Commit an answer and return the submission's id; `study.judge` gives its verdict.  `files` None takes those of the trial's folder.

    `fields` are the typed answers of a drill, by question; `sure` is one of calibration.Sure.  Raises Refused when the trial has ended.
    """
    what = _open(learner, id)
    step, seed = what.step, what.seed
    names = list(KINDS[step.kind].starter(step, seed))
    if fields is not None:
        if step.kind != "drill":
            raise Refused("unreadable_request", "Only a drill is answered by fields.", "Send the files of the answer.")
        files = {name: f"run = {seed}\n{text}" for name, text in fields_to_files(fields).items()}
    if files is None:
        found = workspace.read_in(trial.folder(learner, what.trial), names)
    elif unknown := sorted(set(files) - set(names)):
        say = f"The answer to this step is {', '.join(names)}; {unknown[0]!r} is none of it."
        raise Refused("unreadable_request", say, "Send only that.")
    else:
        found = workspace.unreadable(files) or dict(files)
    unread = found.say if isinstance(found, workspace.Unreadable) else None
    texts = {} if isinstance(found, workspace.Unreadable) else trial.completed(what.trial, step, seed, found)
    earlier, minutes = earlier_answers(learner, step), worked(learner, f"review {id}", what.trial.uid)
    with learner.store.write() as c:
        if sure and sure in {*calibration.Sure}:
            evidence.add(c, learner.id, _fact(what, calibration.FACT, {"sure": sure}))
        return submissions.add(
            c, uid=uid(), learner_id=learner.id, step=step.id, at=now(), source=source or what.trial.purpose, seed=seed, files=texts,
            earlier=earlier, unread=unread, step_hash=step.hash, engine=VERSION, trial=what.trial.uid, minutes=minutes,
        )  # fmt: skip


def give_up(learner: Learner, id: int) -> Mapping[str, str]:
    """ "I don't know": the trial ends.  Of a review the solution comes back, and the step is asked again soon.  Raises Refused."""
    what = _open(learner, id)
    review = what.trial.purpose == trial.REVIEW
    _add(learner, what, trial.GAVE_UP if review else trial.UNKNOWN)
    return KINDS[what.step.kind].solution(what.step, what.seed) if review else {}


def hint(learner: Learner, id: int) -> Asked:
    """One more hint of the ladder, which makes the review a Hard one; between two of them lies a run that counts.  Raises Refused."""
    what = _open(learner, id)
    if len(what.hints) == len(what.step.hints):
        raise Refused("hints_used_up", "There is no further hint for this step.", "Run again, or say that you don't know.")
    if what.hints and not _ran_since_last_hint(learner, what):
        raise Refused("hint_later", "The next hint comes after another run.", "Try what the last hint says, and run.")
    _add(learner, what, trial.HINT)
    return asked(learner, id)


def _ran_since_last_hint(learner: Learner, what: Asked) -> bool:
    with learner.store.read() as c:
        facts = evidence.of_trial(c, learner.id, learner.names(what.step.id), what.trial.uid)
    last = max(f.at for f in facts if f.fact == trial.HINT)
    return any(f.at > last for f in facts if f.fact in {*map(str, COUNTS)})


def _open(learner: Learner, id: int) -> Asked:
    what = asked(learner, id)
    if what.ended:
        raise Refused("review_over", "This review is over; its verdict stands.", "See what is due with `gradus review`.")
    return what


def _add(learner: Learner, what: Asked, fact: str) -> None:
    with learner.store.write() as c:
        evidence.add(c, learner.id, _fact(what, fact))


def _fact(what: Asked, fact: str, more: Mapping[str, str] | None = None) -> Evidence:
    return Evidence(uid(), what.step.id, fact, now(), what.step.hash, None, {**trial.detail(what.trial), **(more or {})})
