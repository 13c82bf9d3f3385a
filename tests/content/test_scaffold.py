"""`gradus new` writes steps that run as they stand, of every kind at hand, and touches nothing that is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gradus.content.check import check
from gradus.content.read import read
from gradus.content.rules.enough_known import minima
from gradus.content.scaffold import CannotStart, scaffold, write
from gradus.grade import grade
from gradus.kinds import KINDS
from gradus.vocabulary import Answer, Outcome, PlannedStep, Roadmap
from gradus.worked import figures, untold

FOLDER = Path(__file__).resolve().parents[2] / "curriculum"


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    shutil.copy(FOLDER / "roadmap.yaml", tmp_path)
    return tmp_path


def first(roadmap: Roadmap, kind: str, track: str | None = None) -> PlannedStep:
    return next(s for s in roadmap.planned.values() if s.kind == kind and track in (None, s.track))


@pytest.mark.parametrize(
    ("kind", "track"),
    [
        ("code", "mathematics"),
        ("code", "python"),
        ("figure", None),
        ("train", None),
        ("drill", None),
        ("sql", None),
        ("git", None),
        ("service", None),
        ("program", "java-cpp"),
    ],
)
def test_what_is_left_to_do_is_only_what_is_marked(kind: str, track: str | None, bare: Path) -> None:
    planned = first(read(bare), kind, track)
    write(bare, planned)
    assert {f.code for f in check(bare)} == {"leftover"}
    step = read(bare).steps[planned.id]
    if step.kind != "drill":
        assert len(step.mistakes) >= minima(planned.track, planned.concept)[0]
        assert len(step.alternatives) == minima(planned.track, planned.concept)[1]
        assert {m.name for m in step.mistakes} >= set(planned.mistakes)


@pytest.mark.parametrize("kind", ["code", "sql", "drill", "git", "service", "program"])
def test_its_solution_is_accepted_its_starter_is_not_and_its_mistakes_are_known(kind: str, bare: Path) -> None:
    planned = first(read(bare), kind)
    write(bare, planned)
    step = read(bare).steps[planned.id]
    for known in KINDS[kind].answers(step):
        if known.role not in ("solution", "alternative", "mistake", "starter"):
            continue
        seed = known.seeds[0] if known.seeds else 1
        verdict = grade(step, Answer(known.files), seed)
        assert (verdict.outcome is Outcome.ACCEPTED) == (known.role in ("solution", "alternative")), (known.id, verdict.say)
        if known.role == "mistake":
            assert verdict.mistake is not None, known.id
            assert verdict.mistake.id == known.mistake


@pytest.mark.parametrize("kind", ["code", "sql", "drill", "git", "service", "program"])
def test_the_figures_of_its_lesson_are_computed(kind: str, bare: Path) -> None:
    planned = first(read(bare), kind)
    write(bare, planned)
    step = read(bare).steps[planned.id]
    assert len(list(figures(step.lesson))) > 1
    assert untold(step) == []


def test_nothing_that_is_there_is_touched(bare: Path) -> None:
    planned = first(read(bare), "code")
    write(bare, planned)
    place = bare / planned.track / planned.concept / planned.id
    (place / "solution.py").write_text("mine\n")
    with pytest.raises(CannotStart, match="nothing was written"):
        write(bare, planned)
    assert (place / "solution.py").read_text() == "mine\n"


def test_a_kind_that_is_not_built_yet_is_refused_in_a_sentence(bare: Path) -> None:
    with pytest.raises(CannotStart, match="kind project cannot be written yet"):
        scaffold(first(read(bare), "project"))
