"""A submission of the record as the page is told about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gradus import study
from gradus.api.verdictshapes import (
    CheckDone,
    CheckOut,
    Curve,
    DrillMark,
    MistakeOut,
    Queued,
    RunEvent,
    SubmissionOut,
    VerdictOut,
    VerdictReady,
)  # fmt: skip
from gradus.condition import WORDS
from gradus.grading import malformed
from gradus.lessons import text_html
from gradus.store.submissions import Submitted
from gradus.study import Learner


def submission(row: Submitted) -> SubmissionOut:
    """With its verdict when it has one."""
    said = verdict(row.id, row.verdict, (row.beside or {}).get("drill")) if row.verdict is not None else None
    curve, outcome = list((row.beside or {}).get("curves", ())), said.outcome if said else None
    return SubmissionOut(id=str(row.id), step=row.step, at=row.at, source=row.source, outcome=outcome, verdict=said, curve=curve)


def verdict(id: int, body: Mapping[str, Any], marks: Sequence[Mapping[str, Any]] | None) -> VerdictOut:
    """The stored body with its Markdown turned into HTML; an imported one may lack parts."""
    body = {**malformed("", 0), **body}
    mistake = body["mistake"]
    return VerdictOut(
        outcome=body["outcome"],
        say=body["say"],
        checks=[CheckOut.model_validate(c) for c in body["checks"]],
        mistake=MistakeOut(id=mistake["id"], name=mistake["name"], words_html=text_html(mistake["words"]), link=None) if mistake else None,
        advice=body["advice"],
        line=body["line"],
        trace=body["trace"],
        printed=body["printed"],
        wall=body["wall"],
        wall_words=WORDS.get(body["wall"], ""),
        seed=body["seed"],
        seconds=body["seconds"],
        replay=f"gradus replay {id}",
        drill=[_mark(m) for m in marks] if marks else None,
    )


def _mark(m: Mapping[str, Any]) -> DrillMark:
    return DrillMark(id=m["id"], right=m["right"], given=m["given"], words_html=text_html(m["words"]), why_html=text_html(m["why"]))


def events(learner: Learner, row: Submitted) -> list[RunEvent]:
    """All that happened to a submission, with the numbers that the live events had."""
    found: list[RunEvent] = [Queued(n=0, at=row.at)]
    if row.verdict is None:
        return found
    beside = row.beside or {}
    for values in beside.get("curves", ()):
        found.append(Curve(n=len(found), values=values))
    for check in row.verdict["checks"]:
        found.append(CheckDone(n=len(found), name=check["name"], passed=check["passed"]))
    onward = study.next_step(learner, after=learner.today(row.step))
    found.append(
        VerdictReady(
            n=len(found), submission=submission(row), opened=beside.get("opened", []), next_step=onward.step.id if onward else None
        )
    )
    return found
