"""From an answer to a committed submission: what was handed in is safe before anything of it runs."""

from __future__ import annotations

from collections.abc import Mapping

from gradus import workspace
from gradus.engine import VERSION
from gradus.grading import next_seed
from gradus.history import history
from gradus.kinds import KINDS
from gradus.kinds.answers_toml import fields_to_files
from gradus.learner import Learner, Refused
from gradus.mastery import NOTHING
from gradus.minutes import worked
from gradus.pool import POOL
from gradus.store import seeds, submissions
from gradus.store.schema import now, uid
from gradus.vocabulary import Step


def hand_in(
    learner: Learner,
    id: str,
    files: Mapping[str, str] | None = None,
    fields: Mapping[str, str] | None = None,
    source: str = "try",
    seed: int | None = None,
) -> int:
    """Commit a submission and return its id; it is safe from here on, and `judge` gives its verdict.

    Raises Busy, before anything is kept, when too many wait.  `files` None takes what stands in the workspace; `fields` are the typed answers of a drill, to the questions of `seed`.
    """
    POOL.admit(learner.id)
    step = learner.step(id)
    if fields is not None:
        if step.kind != "drill":
            raise Refused("unreadable_request", "Only a drill is answered by fields.", "Send the files of the answer.")
        asked = f"run = {next_seed(learner, step) if seed is None else seed}\n"
        files = {name: asked + text for name, text in fields_to_files(fields).items()}
    names = list(KINDS[step.kind].starter(step, 0))
    if files is None:
        return _commit(learner, step, workspace.read(learner.home, step.id, names), source)
    if step.kind != "project" and (unknown := sorted(set(files) - set(names))):
        say = f"The answer to this step is {', '.join(names)}; {unknown[0]!r} is none of it."
        raise Refused("unreadable_request", say, "Send only that.")
    return _commit(learner, step, workspace.unreadable(files) or dict(files), source)


def hand_in_if_new(learner: Learner, id: str, source: str) -> int | None:
    """Commit what stands in the workspace unless it is the starter or what was handed in last, by whichever process; None then."""
    step = learner.step(id)
    starter = dict(KINDS[step.kind].starter(step, next_seed(learner, step)))
    found = workspace.read(learner.home, step.id, starter)
    return None if found == starter else _commit(learner, step, found, source, only_new=True) or None


def _commit(learner: Learner, step: Step, found: dict[str, str] | workspace.Unreadable, source: str, only_new: bool = False) -> int:
    """The new id, or 0 when only something new is wanted and this is not."""
    unread = found.say if isinstance(found, workspace.Unreadable) else None
    files = {} if isinstance(found, workspace.Unreadable) else found
    earlier, seed, minutes = earlier_answers(learner, step), next_seed(learner, step), worked(learner, step.id)
    with learner.store.write() as c:
        last = submissions.last(c, learner.id, learner.names(step.id)) if only_new else None
        if last is not None and (dict(last.files), last.unread) == (files, unread):
            return 0
        drawn = seeds.get(c, learner.id, step.id)
        return submissions.add(
            c, uid=uid(), learner_id=learner.id, step=step.id, at=now(), source=source, seed=seed if drawn is None else drawn, files=files,
            earlier=earlier, unread=unread, step_hash=step.hash, engine=VERSION, minutes=minutes,
        )  # fmt: skip


def earlier_answers(learner: Learner, step: Step) -> dict[str, str]:
    """The learner's accepted answers that this step builds on, directly or not; a solution that was taken stands in for one.  Raises Refused."""
    found: dict[str, str] = {}
    known = history(learner).standings if step.earlier else {}
    for id in step.earlier:
        with learner.store.read() as c:
            row = submissions.last(c, learner.id, learner.names(id), accepted=True)
        needed = learner.roadmap.steps.get(id)
        if row is not None:
            found[id] = next(iter(row.files.values()))
        elif needed and known.get(id, NOTHING).revealed:
            found[id] = next(iter(needed.solution.values()))
        else:
            title = needed.title if needed else id
            raise Refused(
                "earlier_missing",
                f"This step uses your answer to “{title}”, which is not accepted yet.",
                f"Do {id} first, or take its solution.",
            )
    return found
