"""A whole repository goes through the whole path: its commands and its service run in a box, what they leave is judged from outside."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gradus.content.check import check
from gradus.content.read import read
from gradus.grade import grade
from gradus.kinds import project
from gradus.kinds.project_files import Variant, variant
from gradus.prove import prove
from gradus.vocabulary import Answer, Limits, Outcome, Step, Wall
from tests.kinds import golden
from tests.project import SMALL

pytestmark = pytest.mark.usefixtures("project_environment")
STEPS = read(SMALL).steps
COUNT, SERVE = STEPS["words-count"], STEPS["words-serve"]


def edited(step: Step, file: str, find: str, put: str) -> Answer:
    return Answer(Variant("", "", ((file, find, put),)).of(step.solution))


@pytest.mark.parametrize("case", golden.cases("project"), ids=lambda p: p.name)
def test_a_golden_repository_gets_its_outcome_and_its_words(case: Path) -> None:
    text = (case / "expect.toml").read_text("utf-8")
    expected = tomllib.loads(text)
    files = {"reference": COUNT.solution, "starter": COUNT.starter, "nothing": {}}[expected["base"]]
    if "edit" in expected:
        edits = tuple((e["file"], e["find"], e["put"]) for e in expected["edit"])
        files = Variant("", "", edits).of(files)
    step = COUNT if expected["outcome"] != "exceeded" else replace(COUNT, limits=replace(COUNT.limits, seconds=1))
    if expected["outcome"] == "broken":
        judge = replace(COUNT.load(), checks=(golden.picky,))
        step = replace(COUNT, load=lambda: judge)
    verdict = grade(step, Answer(files), 7)
    said = golden.told(verdict)
    assert verdict.outcome == expected["outcome"], said
    for words in expected["says"]:
        assert words in said, said
    assert (verdict.mistake.id if verdict.mistake else None) == expected.get("mistake")


def test_every_outcome_has_a_golden_case() -> None:
    """A command that crashes is what the check `runs` looks at; the process that starts it cannot be reached from there."""
    assert golden.outcomes("project") == golden.EVERY - {"crashed"}


def test_a_whole_project_is_proven_and_its_curriculum_has_no_fault() -> None:
    assert not check(SMALL)
    for step in STEPS.values():
        proof = prove(step)
        assert proof.ok, (proof.problems, [line for line in proof.lines if not line.ok])


def test_what_a_command_reports_is_passed_on_while_it_runs() -> None:
    told: list[dict[str, Any]] = []
    verdict = grade(COUNT, Answer(COUNT.solution), 3, lambda values: told.append(dict(values)))
    assert verdict.outcome is Outcome.ACCEPTED
    assert {"step": 1, "files": 2} in told
    assert any(str(v.get("said", "")).startswith("$ python -m wordy count") for v in told)
    assert "$ python -m wordy count docs --out counts.json   [code 0" in verdict.printed


def test_what_was_planted_stays_outside_the_box() -> None:
    look = 'import os\nfound = ""\nfor top, _, names in os.walk("/tmp"):\n    for n in names if ".venv" not in top else ():\n        found += open(os.path.join(top, n), errors="replace").read()\n'
    spy = look + 'assert "def count(texts)" in found and "case-" + "counts" not in found and "def " + "counted" not in found, "seen"\n'
    verdict = grade(COUNT, edited(COUNT, "wordy/__main__.py", "import sys\n", "import sys\n" + spy), 5)
    assert verdict.outcome is Outcome.ACCEPTED, golden.told(verdict)


def test_the_network_is_off_and_loopback_is_there() -> None:
    out = "import socket\ntry:\n    socket.create_connection(('192.0.2.1', 80), 2)\nexcept OSError as e:\n    assert e.errno == 101, e\n"
    verdict = grade(SERVE, edited(SERVE, "wordy/__main__.py", "import sys\n", "import sys\n" + out), 5)
    if verdict.wall is Wall.BOX:
        assert verdict.outcome is Outcome.ACCEPTED, golden.told(verdict)


def test_the_marker_of_the_solution_is_no_answer() -> None:
    assert grade(COUNT, Answer(project.IDEAL), 7).outcome is Outcome.REJECTED


def test_a_fault_of_the_probe_is_ours() -> None:
    step = replace(COUNT, probe={"probe.py": "def count(texts):\n    return {}['none']\n"})
    assert grade(step, Answer(COUNT.solution), 7).outcome is Outcome.BROKEN


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/../../x", ".git/config", "a//b"])
def test_a_path_out_of_the_repository_is_refused(name: str) -> None:
    assert grade(COUNT, Answer({name: "x", "b.py": "x"}), 7).outcome is Outcome.MALFORMED


def test_more_text_than_a_repository_may_hold_is_refused() -> None:
    files = {f"{i}.txt": "x" * 900_000 for i in range(3)}
    verdict = grade(COUNT, Answer(files), 7)
    assert verdict.outcome is Outcome.MALFORMED
    assert "2 MB" in verdict.say


def test_without_its_environment_a_stage_counts_nothing_and_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GRADUS_PROJECT_PYTHON", str(tmp_path / "none"))
    verdict = grade(COUNT, Answer(COUNT.solution), 7)
    assert verdict.outcome is Outcome.BROKEN
    assert "gradus project setup" in verdict.say


def test_a_process_that_a_command_left_behind_does_not_outlive_the_run() -> None:
    left = "import subprocess\nsubprocess.Popen(['sleep', '600'], start_new_session=True)\n"
    step = replace(COUNT, limits=Limits(seconds=20, memory_mb=512, disk_mb=16))
    verdict = grade(step, edited(COUNT, "wordy/__main__.py", "import sys\n", "import sys\n" + left), 5)
    assert verdict.outcome is Outcome.ACCEPTED, golden.told(verdict)


@pytest.mark.parametrize(
    ("change", "say"),
    [
        (("words-count/mistakes/case-counts.toml", "text.lower()", "nowhere()"), "occurs 0 times"),
        (("words-count/mistakes/case-counts.toml", "wordy/count.py", "wordy/other.py"), "no file of the reference"),
        (("words-count/step.toml", "wordy/count.py", "wordy/x.py"), "no file of starter/"),
        (("words-count/step.toml", "stage = 1", "stage = 2"), "its place"),
        (("words-count/judge.py", '"first-file"', '"other"'), "No check of judge.py names"),
        (("words/project.toml", 'package = "wordy"', ""), "has no package"),
    ],
)
def test_a_folder_that_is_not_right_is_told_in_a_sentence(tmp_path: Path, change: tuple[str, str, str], say: str) -> None:
    folder = tmp_path / "c"
    shutil.copytree(SMALL, folder)
    file = folder / "projects" / "project-words" / change[0]
    text = file.read_text("utf-8")
    assert change[1] in text
    file.write_text(text.replace(change[1], change[2]), "utf-8")
    assert any(say in f.say for f in check(folder)), check(folder)


def test_a_change_of_the_reference_makes_the_proof_of_a_stage_stale(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    shutil.copytree(SMALL, folder)
    (folder / "projects/project-words/words/reference/README.md").write_text("Other\n", "utf-8")
    assert read(folder).steps["words-count"].hash != COUNT.hash


def test_an_edit_says_what_is_wrong_with_it() -> None:
    for text in (
        "name = ",
        'name = "x"',
        'name = "x"\nother = 1',
        'name = "x"\n[[edit]]\nfile = "a"',
        '[[edit]]\nfile="a"\nfind=""\nput=""',
    ):
        with pytest.raises(ValueError, match=r"correct|write|key|quote"):
            variant(text)
