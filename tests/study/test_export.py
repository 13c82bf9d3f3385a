"""Export, import and report: the record is the learner's own, whole, and can be carried anywhere."""

from __future__ import annotations

import json
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gradus import study, workspace
from gradus.store import evidence, submissions, verdicts
from gradus.store.evidence import Evidence
from gradus.store.schema import uid
from gradus.study import Learner, Refused
from tests import small
from tests.small import DRILL, MEAN, RIGHT, STEP, WRONG

OUTCOMES = ["accepted", "rejected", "malformed", "crashed", "exceeded", "broken", None]
events = st.lists(
    st.tuples(st.sampled_from([STEP, DRILL, MEAN, "gone"]), st.sampled_from([*OUTCOMES, "hint", "reveal"]), st.text(max_size=20)),
    max_size=12,
)


def live_through(me: Learner, history: list[tuple[str, str | None, str]]) -> None:
    """Write a history as the study would have, without running anything."""
    for n, (step, what, answer) in enumerate(history):
        at = f"2026-01-{n // 24 + 1:02}T{n % 24:02}:00:00.000000Z"
        with me.store.write() as c:
            if what in ("hint", "reveal"):
                evidence.add(c, me.id, Evidence(uid(), step, what, at, "h"))
                continue
            id = submissions.add(
                c, uid=uid(), learner_id=me.id, step=step, at=at, source="web", seed=n, files={"answer.py": answer}, earlier={}, unread=None,
                step_hash="h", engine="0",
            )  # fmt: skip
            if what is not None:
                verdicts.add(c, id, at=at, outcome=what, body={"outcome": what}, step_hash="h", judging="j", beside={})
            if what in study.COUNTS:
                evidence.add(c, me.id, Evidence(uid(), step, str(what), at, "h", id))


def same(a: Learner, b: Learner) -> bool:
    strip = {"at", "workspace"}
    first, second = ({k: v for k, v in study.export(x).items() if k not in strip} for x in (a, b))
    hints = [[study.hints(x, s) for s in (STEP, DRILL, MEAN)] for x in (a, b)]
    return (
        first == second
        and study.progress(a) == study.progress(b)
        and study.overview(a).steps == study.overview(b).steps
        and hints[0] == hints[1]
    )


@given(history=events)
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_record_carried_to_another_home_gives_the_same_progress_and_twice_adds_nothing(
    tmp_path_factory: pytest.TempPathFactory, history: Any
) -> None:
    folder = tmp_path_factory.mktemp("two")
    here, there = small.at_home(folder, "here"), small.at_home(folder, "there")
    live_through(here, history)
    document = json.loads(json.dumps(study.export(here)))
    study.import_(there, document)
    assert same(here, there)
    again = study.import_(there, document)
    assert (again.submissions, again.evidence, again.files) == (0, 0, 0)
    assert same(here, there)
    here.store.close()
    there.store.close()


@given(history=events, cut=st.integers(0, 12))
@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_records_are_joined_without_a_loss_and_without_a_double(
    tmp_path_factory: pytest.TempPathFactory, history: Any, cut: int
) -> None:
    folder = tmp_path_factory.mktemp("join")
    one, two, both = (small.at_home(folder, n) for n in ("one", "two", "both"))
    live_through(one, history[:cut])
    live_through(two, history[cut:])
    for source in (one, two, one):
        study.import_(both, study.export(source))
    uids = {s["uid"] for home in (one, two) for s in study.export(home)["submissions"]}
    assert sorted(s["uid"] for s in study.export(both)["submissions"]) == sorted(uids)
    for home in (one, two, both):
        home.store.close()


def test_unfinished_work_travels_and_never_over_what_stands_there(tmp_path: Path) -> None:
    here, there = small.at_home(tmp_path, "here"), small.at_home(tmp_path, "there")
    for me, text in ((here, "def add(a, b): ..."), (there, "# mine")):
        study.open_step(me, STEP)
        workspace.write(workspace.folder(me.home, STEP) / "answer.py", text)
    workspace.write(workspace.folder(here.home, MEAN) / "answer.py", "# begun")
    assert study.import_(there, study.export(here)).files == 1
    assert (workspace.folder(there.home, STEP) / "answer.py").read_text() == "# mine"
    assert (workspace.folder(there.home, MEAN) / "answer.py").read_text() == "# begun"
    here.store.close()
    there.store.close()


def test_a_file_name_in_a_document_is_never_a_path(tmp_path: Path) -> None:
    me = small.at_home(tmp_path)
    document = study.export(me) | {
        "workspace": {STEP: {"../../evil.py": "x"}, "../evil": {"answer.py": "x"}, STEP + "/..": {"answer.py": "x"}}
    }
    assert study.import_(me, document).files == 0
    assert not list(tmp_path.rglob("evil*"))
    me.store.close()


@pytest.mark.parametrize("document", [None, [], {}, {"gradus": "export"}, {"gradus": "export", "format": 2}, "text"])
def test_what_is_no_export_is_refused_in_a_sentence_and_nothing_is_added(tmp_path: Path, document: Any) -> None:
    me = small.at_home(tmp_path)
    with pytest.raises(Refused, match="not an export"):
        study.import_(me, document)
    assert study.export(me)["submissions"] == []
    me.store.close()


def test_a_report_holds_what_is_needed_to_judge_again_and_nothing_about_the_person(tmp_path: Path) -> None:
    me = study.open_home(tmp_path / "home-of-ada", small.curriculum(tmp_path / "c"), name="Ada of Example")
    answer = f"# my file is {tmp_path}/home-of-ada/notes\n" + WRONG
    id = study.submit(me, STEP, {"answer.py": answer}, source="web").submission.id
    found = study.report(me, id)
    text = json.dumps(found)
    assert found["seed"] == study.get(me, id).seed
    assert found["verdict"]["outcome"] == "rejected"
    assert found["step_hash"] == me.roadmap.steps[STEP].hash
    assert "return a * b" in found["answer"]["answer.py"]
    assert "Ada" not in text
    assert "home-of-ada" not in text
    assert "2026-" not in text
    me.store.close()


def test_an_answer_that_is_accepted_here_is_accepted_where_it_was_carried(tmp_path: Path) -> None:
    here, there = small.at_home(tmp_path, "here"), small.at_home(tmp_path, "there")
    study.submit(here, STEP, {"answer.py": RIGHT})
    study.import_(there, study.export(here))
    with there.store.read() as c:
        [row] = submissions.whole(c, there.id)
    assert study.replay(there, row.id).agrees
    here.store.close()
    there.store.close()


def test_reviews_placement_goal_and_minutes_travel_with_the_record(tmp_path: Path) -> None:
    from gradus import asking, placing, planning, trial
    from gradus.recollection import recollect

    here, there = small.at_home(tmp_path, "here"), small.at_home(tmp_path, "there")
    study.open_step(here, STEP)
    study.submit(here, STEP, {"answer.py": RIGHT}, source="web")
    study.judge(here, asking.hand_in(here, asking.begin(here, here.step(STEP), trial.REVIEW).id, {"answer.py": WRONG}))
    placing.begin(here, {"basics": "some"})
    placing.unknown(here)
    placing.stop(here)
    planning.set_goal(here, "averaging")
    planning.set_minutes(here, 25)
    document = json.loads(json.dumps(study.export(here)))
    study.import_(there, document)
    a, b = recollect(here, zone=UTC), recollect(there, zone=UTC)
    assert (a.events, a.sitting, a.goal, a.daily_minutes) == (b.events, b.sitting, b.goal, b.daily_minutes)
    assert a.memory == b.memory
    assert study.export(there)["trials"] == document["trials"]
    study.import_(there, document)
    assert study.export(there)["statements"] == document["statements"]
    here.store.close()
    there.store.close()


def test_an_export_from_before_reviews_is_still_read(me: Learner) -> None:
    document = study.export(me) | {"format": 1}
    del document["trials"], document["statements"]
    assert study.import_(me, document).submissions == 0
