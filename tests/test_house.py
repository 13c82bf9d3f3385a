"""The house stands as it is drawn: who may import whom, how large a file may grow, and that nothing is left behind."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "gradus"
SOURCES = sorted(p for p in PACKAGE.rglob("*.py") if "webdist" not in p.parts)

# Layer by layer: a module may import its own layer and the ones above it in this list, never one below.
LAYERS = [
    {"vocabulary", "engine", "settings", "environments", "language_model", "clock"},
    {"plaintext"},
    {"questions", "judging", "drilling", "sandbox", "store", "mastery", "schedule", "workspace"}
    | {"graph", "card", "memory", "prior", "belief", "placement", "reviews", "goals", "why"},  # pure, beside mastery
    {"kinds", "run_inside"},
    {"content", "lessons"},
    {"form", "compared", "relations", "universal", "recognise", "repeated", "ideals", "wording", "worked"},
    {"grade", "learner", "judge_worker", "lane", "line", "pool", "tries"},
    {
        "ahead",
        "calibration",
        "condition",
        "export",
        "find",
        "grading",
        "history",
        "ladder",
        "record",
        "replay",
        "report",
        "rights",
        "running",
        "submission",
        "workbook",
    }
    | {"asking", "minutes", "placing", "planning", "recollection", "reviewing", "reviewlog", "trial"},  # the parts of study
    {"authoring", "demo", "projects", "proofs", "prove", "study"},
    {"api", "cli", "__main__"},
]
FORBIDDEN = {
    "vocabulary": {"gradus", "sqlalchemy", "fastapi", "pydantic"},
    "mastery": {"time", "random", "sqlalchemy"},
    "schedule": {"time", "random", "sqlalchemy"},
    **{
        pure: {"time", "random", "sqlalchemy"}
        for pure in ("graph", "card", "memory", "prior", "belief", "placement", "reviews", "goals", "why")
    },
    "store": {"fastapi", "gradus.kinds", "gradus.content", "gradus.grade", "gradus.sandbox"},
    "api": {"sqlalchemy", "gradus.cli", "gradus.sandbox"},
    "cli": {"sqlalchemy", "gradus.api"},
    "sandbox": {"gradus.kinds", "gradus.content", "gradus.judging", "sqlalchemy", "fastapi"},
}
ALLOWED_EXCEPTIONS = {("cli", "gradus.sandbox.selfcheck")}
REFUSED_NAMES = {"utils", "helpers", "common", "base", "manager", "core", "misc"}


def part(path: Path) -> str:
    """The room of the house that a file stands in."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(path: Path) -> list[str]:
    """Every module that a file imports, also inside functions."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += [f"{node.module}.{a.name}" if node.module.startswith("gradus") else node.module for a in node.names]
    return found


def layer(name: str) -> int:
    """How deep a room lies; an unknown room is an error of this table."""
    for i, rooms in enumerate(LAYERS):
        if name in rooms:
            return i
    raise AssertionError(f"gradus/{name} stands in no layer of tests/test_house.py; put it where HOUSE 4 wants it.")


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_imports_only_from_its_own_layer_and_the_ones_above(path: Path) -> None:
    room = part(path)
    if room == "__init__":
        return
    for module in imports(path):
        if module.startswith("gradus.") and (other := module.split(".")[1]) != room and other != "__init__":
            assert layer(other) <= layer(room), f"{path.name} imports {module}, which lies below it"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_room_imports_what_it_must_not_know(path: Path) -> None:
    room = part(path)
    for module in imports(path):
        for refused in FORBIDDEN.get(room, set()):
            hit = module == refused or module.startswith(refused + ".")
            excused = any(room == r and module.startswith(m) for r, m in ALLOWED_EXCEPTIONS)
            assert not hit or excused, f"gradus/{room} must not import {refused} ({path.name})"


def test_nothing_of_ours_imports_the_driver_and_the_driver_imports_nothing_of_ours() -> None:
    inside = {"driver.py", "sql_inside.py", "git_inside.py", "program_inside.py", "service_inside.py", "run_inside.py"}
    started = (
        "gradus.run_inside",
        "gradus.sandbox.driver",
        *(f"gradus.kinds.{kind}_inside" for kind in ("sql", "git", "program", "service")),
    )
    for path in SOURCES:
        for module in imports(path):
            assert not module.startswith(started), f"{path} imports {module}; it is started, not imported"
            if path.name in inside:
                assert not module.startswith("gradus"), f"{path} runs inside the box and must not import {module}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_named_after_one_thing_says_what_it_is_for_and_stays_small(path: Path) -> None:
    assert path.stem not in REFUSED_NAMES, f"{path} is named after nothing in particular"
    text = path.read_text("utf-8")
    budget = 400 if path.name == "vocabulary.py" else 300  # every noun in one file: docs/decisions/0001
    assert len(text.splitlines()) <= budget, f"{path} has {len(text.splitlines())} lines; split it by what it is about"
    if path.name != "__init__.py" or text.strip():
        assert ast.get_docstring(ast.parse(text)), f"{path} has no docstring that says what it is for"


def test_grade_is_short_enough_to_be_held_in_the_head() -> None:
    assert len((PACKAGE / "grade.py").read_text("utf-8").splitlines()) <= 150


def test_every_kind_has_its_module_its_golden_cases_its_widget_and_its_heading() -> None:
    from gradus.kinds import KINDS

    kinds_page = (ROOT / "docs/kinds.md").read_text("utf-8")
    for kind in KINDS:
        assert (PACKAGE / "kinds" / f"{kind}.py").exists()
        assert any((ROOT / "tests/golden" / kind).iterdir()), f"tests/golden/{kind} holds no case"
        assert (ROOT / "web/src/kinds" / f"{kind}.svelte").exists(), f"web/src/kinds/{kind}.svelte is missing"
        assert f"## `{kind}`" in kinds_page, f"docs/kinds.md has no heading for {kind}"


def test_judges_and_probes_of_the_curriculum_import_only_what_they_may() -> None:
    allowed = {
        "judge.py": ("gradus.judging", "gradus.kinds.stage_judging", "numpy", "scipy", "math"),
        "drill.py": ("gradus.drilling", "numpy", "scipy", "math", "fractions", "itertools", "sympy"),
    }
    for path in sorted((ROOT / "curriculum").rglob("*.py")):
        for module in imports(path):
            if path.name in allowed:
                assert module.startswith((*allowed[path.name], "__future__", "collections")), f"{path} must not import {module}"
            else:
                assert not module.startswith("gradus"), f"{path} runs in the box and must not import {module}"
