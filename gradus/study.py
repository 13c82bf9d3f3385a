"""What a learner can do, one function each.  Every way in (web, terminal, watcher) goes through here."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gradus import ahead, planning, schedule, workspace
from gradus.asking import Asked
from gradus.export import export, import_
from gradus.find import find
from gradus.grading import Judged, Progress, get, judge, judge_soon, lay_out, next_seed, stop
from gradus.history import COUNTS, History, history
from gradus.kinds import KINDS
from gradus.ladder import Hints, hint, hints, reveal, solution
from gradus.learner import Learner, Refused, open_home
from gradus.mastery import NOTHING, ConceptState, Needs, Standing, Standings, StepState, concept_states, needs, step_states
from gradus.memory import Gate
from gradus.minutes import sit_down
from gradus.pool import Busy, Closed, Urgency
from gradus.recollection import recollect
from gradus.replay import Replayed, replay
from gradus.report import report
from gradus.running import Ran, can_run, run
from gradus.schedule import Next, Plan
from gradus.store import submissions
from gradus.submission import hand_in, hand_in_if_new
from gradus.vocabulary import Step

__all__ = [
    "COUNTS", "Busy", "Closed",
    "Hints",
    "History",
    "Judged",
    "Learner",
    "Next",
    "Opened",
    "Overview",
    "Progress",
    "Ran",
    "Refused",
    "Replayed",
    "Urgency",
    "can_run",
    "export",
    "find",
    "get",
    "hand_in", "hand_in_if_new",
    "hint",
    "hints",
    "history",
    "import_",
    "judge",
    "judge_soon", "judge_waiting",
    "next_step",
    "open_home",
    "open_step",
    "overview",
    "prepare_ahead",
    "prepare_review",
    "progress",
    "replay",
    "report",
    "reset",
    "reveal",
    "run",
    "solution",
    "stop",
    "submit",
    "waiting",
]  # fmt: skip
log = logging.getLogger("gradus.study")


# ---------------------------------------------------------------- where you are and what comes next


@dataclass(frozen=True)
class Overview:
    """The state of everything on the map."""

    steps: Mapping[str, StepState]
    concepts: Mapping[str, ConceptState]
    gates: Mapping[str, Gate]  # how far each step that can be done is proven
    plan: Plan
    cards: tuple[Next, ...]
    history: History
    needs: Needs

    @property
    def next(self) -> Next | None:
        """The recommended step."""
        return self.plan.step

    def missing(self, step: str) -> list[str]:
        """What the step builds on and is neither accepted nor assumed: a soft lock."""
        return [s for s in self.needs.missing(step, self.history.standings) if self.gates.get(s) is not Gate.ASSUMED]

    def assumed_before(self, step: str) -> list[str]:
        """What the step directly needs and placement only assumes: to be checked cheaply on entry."""
        return [s for s in self.needs.missing(step, self.history.standings) if self.gates.get(s) is Gate.ASSUMED]


def overview(learner: Learner) -> Overview:
    """All states, the recommended next step and the cards above the map."""
    past, known = history(learner), recollect(learner)
    standings, recent = past.standings, past.recent[: planning.RECENT]
    plan = planning.plan(learner, known, recent)
    gates = {i: known.memory.gate(i) for i in known.graph.ids}
    return Overview(
        step_states(learner.roadmap, standings),
        _concepts(learner, standings, gates),
        gates,
        plan,
        _cards(learner, plan, schedule.cards(learner.roadmap, standings, recent)),
        past,
        needs(learner.roadmap),
    )


def _concepts(learner: Learner, known: Standings, gates: Mapping[str, Gate]) -> dict[str, ConceptState]:
    """As evidence has it; but what rests on assumed steps only is not locked."""
    proven = concept_states(learner.roadmap, known)
    assumed = {
        i: Standing(tried=True, accepted=frozenset({""}))
        for i, g in gates.items()
        if g is Gate.ASSUMED and not known.get(i, NOTHING).accepted
    }
    if not assumed:
        return proven
    believed = concept_states(learner.roadmap, {**known, **assumed})
    return {c: ConceptState.READY if s is ConceptState.LOCKED and believed[c] is not ConceptState.LOCKED else s for c, s in proven.items()}


def _cards(learner: Learner, plan: Plan, usual: list[Next]) -> tuple[Next, ...]:
    """Continue, review, start; a review that is due comes before a step whose content changed, and a backlog pauses what is new."""
    found = [c for c in usual if c.role == "continue"]
    if plan.reviews.today:
        first = plan.reviews.today[0]
        many, minutes = len(plan.reviews.due), plan.reviews.minutes
        sub = plan.reviews.say if plan.reviews.backlog else f"{many} due, about {minutes:.0f} minutes. {first.reason}"
        found.append(Next(learner.roadmap.ready[first.step], sub, "due"))
    else:
        found += [c for c in usual if c.role == "review"]
    if not plan.reviews.backlog:
        starts = [plan.step] if plan.step and plan.step.role == "start" else []
        found += [c for c in [*starts, *usual] if c.role == "start"][:1]
    return tuple(found)


def next_step(learner: Learner, after: str | None = None) -> Next | None:
    """What to do next and, in one sentence, why; `after` is the step just worked on."""
    if after is None:
        return planning.plan(learner).step
    past = history(learner)
    return schedule.next_step(learner.roadmap, past.standings, after, past.recent[: planning.RECENT])


@dataclass(frozen=True)
class Walked:
    """What was done so far."""

    solved: tuple[tuple[str, str, str], ...]  # (step, title, when), newest first
    concepts_done: int
    tracks: tuple[tuple[str, str, int, int, int], ...]  # (track, title, solved, ready, planned): planned counts every step of the track
    days: tuple[tuple[str, int, int], ...]  # (day, accepted, submissions), the last thirty with a run


def progress(learner: Learner) -> Walked:
    """Solved steps, concepts done, every track, the last days."""
    past, planned, ready = history(learner), learner.roadmap.planned, learner.roadmap.ready
    with learner.store.read() as c:
        days = submissions.days(c, learner.id, 30)
    solved = {i: at for i, at in past.accepted_at.items() if i in planned}
    done = sum(s is ConceptState.DONE for s in concept_states(learner.roadmap, past.standings).values())
    tracks = []
    for t in learner.roadmap.tracks:
        ids = [s.id for c in t.concepts for s in c.steps]
        tracks.append((t.id, t.title, sum(i in solved for i in ids), sum(i in ready for i in ids), len(ids)))
    newest = sorted(solved.items(), key=lambda item: item[1], reverse=True)
    return Walked(tuple((i, planned[i].title, at) for i, at in newest), done, tuple(tracks), tuple(days))


# ---------------------------------------------------------------- working on a step


@dataclass(frozen=True)
class Opened:
    """A step that is laid out: its folder, the files written just now, and the seed of the next submission."""

    step: Step
    folder: Path
    written: tuple[str, ...]
    seed: int


def open_step(learner: Learner, id: str) -> Opened:
    """Write the starter files that are missing and draw the seed of the next submission.  Never overwrites a learner's file."""
    step = learner.step(id)
    seed = next_seed(learner, step)
    written = lay_out(learner, step, seed)
    sit_down(learner, step.id)
    return Opened(step, workspace.folder(learner.home, step.id), tuple(written), seed)


def prepare_ahead(learner: Learner, id: str) -> None:
    """Observe the solution and the mistakes on the waiting seed in the background, so that a verdict waits for the answer alone."""
    step = learner.step(id)
    ahead.prepare(learner, step, next_seed(learner, step))


def prepare_review(learner: Learner, what: Asked) -> None:
    """The same for the next run of a trial."""
    ahead.prepare(learner, what.step, what.seed)


def submit(
    learner: Learner, id: str, files: Mapping[str, str] | None = None, fields: Mapping[str, str] | None = None, source: str = "try",
    progress: Progress | None = None,
) -> Judged:  # fmt: skip
    """Hand in and judge."""
    return judge(learner, hand_in(learner, id, files, fields, source), progress)


def waiting(learner: Learner, before: str = "9") -> list[int]:
    """Submissions of before that moment without a verdict, whose steps can be done: a stopped process left them, or another one is at it."""
    with learner.store.read() as c:
        rows = submissions.unjudged(c, learner.id)
    return [id for id, step, at in rows if at < before and learner.today(step) in learner.roadmap.ready]


def judge_waiting(learner: Learner) -> list[int]:
    """Judge them all; says which.  Call it when a server starts."""
    done = []
    for id in waiting(learner):
        try:
            judge(learner, id)
            done.append(id)
        except Refused as e:
            log.warning("submission %s waits on: %s", id, e.say)
    return done


def reset(learner: Learner, id: str) -> list[Path]:
    """Put the starter back.  What stood there is kept as answer.py.1, answer.py.2, ...; says where."""
    step = learner.step(id)
    return workspace.reset(learner.home, step.id, KINDS[step.kind].starter(step, next_seed(learner, step)))
