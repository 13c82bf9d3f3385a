"""The whole record of a learner as one JSON document, and back: `import_` adds what is missing and changes nothing that is there."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gradus import workspace
from gradus.engine import VERSION
from gradus.kinds import KINDS
from gradus.learner import Learner, Refused
from gradus.store import Connection, evidence, statements, submissions, trials, verdicts
from gradus.store.evidence import Evidence
from gradus.store.schema import now
from gradus.store.statements import Statement
from gradus.store.trials import Trial

FORMAT: Literal[2] = 2  # 1 lacked trials, statements, minutes and the trial of a submission


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ExportedVerdict(_Strict):
    """What was said about a submission."""

    at: str = Field(description="when, as UTC ISO text")
    outcome: Literal["accepted", "rejected", "malformed", "crashed", "exceeded", "broken"]
    step_hash: str = Field(description="hash of the step's folder as it was judged")
    judging: str = Field(description="hash of the judging code")
    body: dict[str, Any] = Field(description="the verdict as the page and the terminal showed it")


class ExportedSubmission(_Strict):
    """An answer to a step at a time."""

    uid: str = Field(description="a name that no other submission anywhere has", max_length=32)
    step: str = Field(max_length=200)
    at: str = Field(max_length=32)
    source: str = Field(description="web, editor, try or watch; review or place when the step was asked afresh", max_length=20)
    seed: int = Field(ge=0, lt=2**31)
    files: dict[str, str] = Field(description="the answer: text by file name")
    earlier: dict[str, str] = Field(description="earlier answers it built on: text by step id")
    unread: str | None = Field(description="why the answer could not be read, if so")
    step_hash: str = Field(max_length=64)
    engine: str = Field(description="version of Gradus", max_length=40)
    trial: str | None = Field(None, description="uid of the trial, when the step was asked afresh", max_length=32)
    minutes: float | None = Field(None, description="from opening the step, or the run before, to handing in; null: unknown")
    verdict: ExportedVerdict | None


class ExportedEvidence(_Strict):
    """A fact that was added: an outcome that counts, a hint, a solution taken, an answer to find one's place, an imported rating."""

    uid: str = Field(max_length=32)
    step: str = Field(max_length=200)
    fact: str = Field(
        description="accepted, rejected, crashed, exceeded, hint, reveal; review_hint, gave_up; passed, failed, unknown; logged; sure",
        max_length=20,
    )
    at: str = Field(max_length=32)
    step_hash: str = Field(description="hash of the step's folder then", max_length=64)
    submission: str | None = Field(description="uid of the submission it came from")
    detail: dict[str, Any] = Field(
        description="source, mistake; asked afresh: trial, purpose, sitting; logged: rating, minutes; sure: sure"
    )


class ExportedTrial(_Strict):
    """A step that was asked afresh: as a review, or to find one's place."""

    uid: str = Field(max_length=32)
    step: str = Field(max_length=200)
    seed: int = Field(ge=0, lt=2**31, description="of the first run")
    purpose: Literal["review", "place"]
    sitting: str | None = Field(description="uid of the sitting that asked", max_length=32)
    question: str | None = Field(description="the one question of a drill that was asked; null: the whole step", max_length=20)
    at: str = Field(max_length=32)


class ExportedStatement(_Strict):
    """What the learner stated; of each name the newest stands."""

    uid: str = Field(max_length=32)
    about: Literal["tick", "goal", "minutes", "sitting"]
    name: str = Field(description="the track of a tick, the uid of a sitting", max_length=200)
    value: Any
    at: str = Field(max_length=32)


class Export(_Strict):
    """The document."""

    gradus: Literal["export"] = "export"
    format: Literal[1, 2] = FORMAT
    engine: str = Field(description="version of Gradus that wrote it")
    at: str = Field(description="when it was written, as UTC ISO text")
    learner: str = Field(description="the learner's name in that home")
    submissions: list[ExportedSubmission] = Field(description="oldest first")
    evidence: list[ExportedEvidence] = Field(description="oldest first")
    trials: list[ExportedTrial] = Field([], description="oldest first")
    statements: list[ExportedStatement] = Field([], description="oldest first")
    workspace: dict[str, dict[str, str]] = Field(description="unfinished work: step id to file name to text")


class Imported(BaseModel):
    """What an import added; what was there already is not counted."""

    submissions: int
    evidence: int
    files: int


def export(learner: Learner) -> dict[str, Any]:
    """Everything that the learner did here, as plain JSON (docs: the models of this module)."""
    with learner.store.read() as c:
        rows, facts = submissions.whole(c, learner.id), evidence.whole(c, learner.id)
        asked, stated = trials.whole(c, learner.id), statements.whole(c, learner.id)
    names = {r.id: r.uid for r in rows}
    return Export(
        engine=VERSION,
        at=now(),
        learner=learner.name,
        submissions=[_submission(r) for r in rows],
        evidence=[
            ExportedEvidence(
                uid=e.uid,
                step=e.step,
                fact=e.fact,
                at=e.at,
                step_hash=e.step_hash,
                submission=names.get(e.submission_id or 0),
                detail=dict(e.detail),
            )
            for e in facts
        ],
        trials=[
            ExportedTrial.model_validate(
                {
                    "uid": x.uid,
                    "step": x.step,
                    "seed": x.seed,
                    "purpose": x.purpose,
                    "sitting": x.sitting,
                    "question": x.question,
                    "at": x.at,
                }
            )
            for x in asked
        ],
        statements=[
            ExportedStatement.model_validate({"uid": x.uid, "about": x.about, "name": x.name, "value": x.value, "at": x.at}) for x in stated
        ],
        workspace=_drafts(learner),
    ).model_dump(mode="json")


def _submission(r: submissions.Submitted) -> ExportedSubmission:
    said = None
    if r.verdict is not None:
        said = ExportedVerdict(
            at=r.judged_at or r.at,
            outcome=r.verdict["outcome"],
            step_hash=r.judged_hash or r.step_hash,
            judging=r.judging or "",
            body=dict(r.verdict),
        )
    return ExportedSubmission(
        uid=r.uid, step=r.step, at=r.at, source=r.source, seed=r.seed, files=dict(r.files), earlier=dict(r.earlier), unread=r.unread,
        step_hash=r.step_hash, engine=r.engine, trial=r.trial, minutes=r.minutes, verdict=said,
    )  # fmt: skip


def _drafts(learner: Learner) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for step in learner.roadmap.ready.values():
        texts = {name: workspace.read_file(workspace.folder(learner.home, step.id) / name) for name in KINDS[step.kind].starter(step, 0)}
        if held := {name: text for name, text in texts.items() if isinstance(text, str)}:
            found[step.id] = held
    return found


def import_(learner: Learner, document: Any) -> Imported:
    """Add what the document holds and this home does not; files only where none stands.  Importing twice adds nothing.  Raises Refused."""
    try:
        given = Export.model_validate(document)
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the document"
        raise Refused(
            "unreadable_export", f"This is not an export of Gradus: {where}: {first['msg']}.", "Choose the file that `gradus export` wrote."
        ) from None
    with learner.store.write() as c:
        ids, new = submissions.uids(c, learner.id), 0
        for s in given.submissions:
            if s.uid in ids:
                continue
            values = s.model_dump(exclude={"verdict"})
            ids[s.uid] = submissions.add(c, learner_id=learner.id, **values)
            new += 1
            if s.verdict is not None:
                verdicts.add(c, ids[s.uid], beside={}, **s.verdict.model_dump())
        known, facts = {e.uid for e in evidence.whole(c, learner.id)}, 0
        for e in given.evidence:
            if e.uid not in known:
                known.add(e.uid)
                evidence.add(c, learner.id, Evidence(e.uid, e.step, e.fact, e.at, e.step_hash, ids.get(e.submission or ""), e.detail))
                facts += 1
        _add_asked(c, learner.id, given)
    return Imported(submissions=new, evidence=facts, files=_lay_drafts(learner, given.workspace))


def _add_asked(c: Connection, learner_id: int, given: Export) -> None:
    """The trials and statements that are not here yet."""
    known = {t.uid for t in trials.whole(c, learner_id)} | {s.uid for s in statements.whole(c, learner_id)}
    for t in given.trials:
        if t.uid not in known:
            known.add(t.uid)
            trials.add(c, learner_id, Trial(0, t.uid, learner_id, t.step, t.seed, t.purpose, t.sitting, t.question, t.at))
    for s in given.statements:
        if s.uid not in known:
            known.add(s.uid)
            statements.add(c, learner_id, Statement(s.uid, s.about, s.name, s.value, s.at))


def _lay_drafts(learner: Learner, drafts: dict[str, dict[str, str]]) -> int:
    """Only files that a step of this roadmap has: names from a document are not trusted as paths."""
    laid = 0
    for step in learner.roadmap.ready.values():
        names = KINDS[step.kind].starter(step, 0)
        held = {n: t for old in learner.names(step.id) for n, t in drafts.get(old, {}).items() if n in names}
        if held and not workspace.unreadable(held):
            laid += len(workspace.open_files(learner.home, step.id, held))
    return laid
