"""A folder becomes a Roadmap without running anybody's code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from gradus.content.read import one, read
from gradus.engine import judging_code
from gradus.vocabulary import Judge, Level
from tests.content.broken import CASES, whole

STEP = "numbers/sums/sum-squares"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return whole(CASES, "sound", tmp_path / "tree")


def test_a_code_step_comes_with_all_that_its_folder_holds(tree: Path) -> None:
    step = read(tree).steps["sum-squares"]
    assert (step.title, step.kind, step.level, step.minutes) == ("A sum of squares", "code", Level.INTRO, 5)
    assert (step.track, step.concept, step.folder) == ("numbers", "sums", tree / STEP)
    assert step.exercises == {"sum-products": 0.3}
    assert len(step.hints) == 3
    assert set(step.starter) == set(step.solution) == {"answer.py"}
    assert [(m.id, m.name) for m in step.mistakes] == [
        ("adds_the_numbers", "Adds the numbers themselves"),
        ("squares_the_sum", "Squares the sum"),
    ]
    assert step.mistakes[1].words.startswith("The code adds first")
    assert [a.id for a in step.alternatives] == ["numpy_dot"]


def test_sql_names_and_words_are_the_leading_comments(tree: Path) -> None:
    step = read(tree).steps["count-orders"]
    first = step.mistakes[0]
    assert (first.id, first.name) == ("counts_rows", "Counts rows instead of orders")
    assert first.words.startswith("The star counts")
    assert set(first.files) == {"answer.sql"}
    assert set(step.oracle) == {"oracle.py"}


def test_reading_executes_no_judge_and_loading_does_once(tree: Path) -> None:
    judge = tree / STEP / "judge.py"
    judge.write_text(judge.read_text() + "\nnp.seen_by_the_test = getattr(np, 'seen_by_the_test', 0) + 1\n")
    import numpy as np

    step = read(tree).steps["sum-squares"]
    assert not hasattr(np, "seen_by_the_test")
    try:
        first = step.load()
        assert isinstance(first, Judge)
        assert step.load() is first
        assert np.seen_by_the_test == 1  # type: ignore[attr-defined]
    finally:
        del np.seen_by_the_test  # type: ignore[attr-defined]


def test_a_fault_of_one_step_leaves_the_others_usable(tree: Path) -> None:
    (tree / STEP / "judge.py").unlink()
    roadmap = read(tree)
    assert set(roadmap.steps) == {"sum-products", "count-orders"}
    assert [f.code for f in roadmap.findings] == ["missing-file"]
    assert "sum-squares" in roadmap.planned


def test_a_cycle_of_prerequisites_is_cut_where_it_closes(tmp_path: Path) -> None:
    roadmap = read(whole(CASES, "prerequisite_cycle", tmp_path / "tree"))
    assert [f.code for f in roadmap.findings] == ["prerequisite-cycle"]
    assert {c.id: c.prerequisites for c in roadmap.concepts.values()} in (
        {"sums": ("tables",), "tables": ()},
        {"sums": (), "tables": ("sums",)},
    )


def test_an_unknown_prerequisite_is_left_out(tmp_path: Path) -> None:
    assert read(whole(CASES, "unknown_concept", tmp_path / "tree")).concepts["tables"].prerequisites == ()


def test_the_second_of_two_steps_with_one_id_is_left_out(tmp_path: Path) -> None:
    roadmap = read(whole(CASES, "duplicate_step", tmp_path / "tree"))
    listed = [s.id for t in roadmap.tracks for c in t.concepts for s in c.steps]
    assert sorted(listed) == sorted(set(listed))


@pytest.mark.parametrize("content", ["", "[]", "title: [", "tracks: 5", "tracks: [5]", "\x00", "tracks:\n  - id: a\n    concepts: 7\n"])
def test_a_roadmap_that_is_none_gives_findings_and_no_crash(content: str, tmp_path: Path) -> None:
    (tmp_path / "roadmap.yaml").write_text(content)
    roadmap = read(tmp_path)
    assert roadmap.findings
    assert roadmap.steps == {}


def test_a_folder_without_a_roadmap_says_so(tmp_path: Path) -> None:
    assert [f.code for f in read(tmp_path / "nowhere").findings] == ["missing-file"]


def test_the_hash_follows_every_file_that_decides_and_ignores_what_python_and_editors_leave(tree: Path) -> None:
    before = read(tree).steps["sum-squares"].hash
    (tree / STEP / "__pycache__").mkdir()
    (tree / STEP / "__pycache__" / "judge.cpython-311.pyc").write_bytes(b"x")
    (tree / STEP / ".judge.py.swp").write_bytes(b"x")
    assert read(tree).steps["sum-squares"].hash == before
    for read_only, text in (
        ("lesson.md", (tree / STEP / "lesson.md").read_text() + "\nMore.\n"),
        ("worked.py", "def worked():\n    return []\n"),
    ):
        (tree / STEP / read_only).write_text(text)
        assert read(tree).steps["sum-squares"].hash == before
    (tree / STEP / "judge.py").write_text((tree / STEP / "judge.py").read_text() + "\n# more\n")
    assert read(tree).steps["sum-squares"].hash != before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title = "A sum of squares"', 'title = "Squares, summed"'),
        ("minutes = 5", "minutes = 7"),
        ("Look at what happens to each number", "Look closely at what happens to each number"),
        ("exercises = { sum-products = 0.3 }", "exercises = {}"),
        ('family = "numpy"', "# the family is the default\nfamily   =   'numpy'"),
    ],
)
def test_what_no_verdict_depends_on_leaves_the_hash_and_so_the_proof_as_they_are(tree: Path, old: str, new: str) -> None:
    before, toml = read(tree).steps["sum-squares"].hash, tree / STEP / "step.toml"
    text = toml.read_text()
    assert old in text
    toml.write_text(text.replace(old, new))
    assert read(tree).steps["sum-squares"].hash == before


@pytest.mark.parametrize(
    ("old", "new"), [('"numpy"', '"sci"'), ("exercises", "gap = true\nexercises"), ("exercises", "builds_on = ['sum-products']\nexercises")]
)
def test_what_a_verdict_may_depend_on_changes_the_hash(tree: Path, old: str, new: str) -> None:
    before, toml = read(tree).steps["sum-squares"].hash, tree / STEP / "step.toml"
    toml.write_text(toml.read_text().replace(old, new, 1))
    assert read(tree).steps["sum-squares"].hash != before


def test_the_hash_does_not_depend_on_where_the_tree_stands(tree: Path, tmp_path: Path) -> None:
    other = shutil.copytree(tree, tmp_path / "elsewhere")
    assert read(other).steps["sum-squares"].hash == read(tree).steps["sum-squares"].hash


def test_shared_helpers_and_data_go_beside_the_answer_and_into_the_hash(tree: Path) -> None:
    before = read(tree).steps["sum-squares"].hash
    toml = tree / STEP / "step.toml"
    toml.write_text(toml.read_text() + 'shared = ["dice.py"]\n')
    (tree / STEP / "data").mkdir()
    (tree / STEP / "data" / "LICENSE").write_text("Own numbers, licence CC0.\n")
    (tree / STEP / "data" / "x.bin").write_bytes(b"\x00\xff")
    step = read(tree).steps["sum-squares"]
    assert set(step.probe) == {"dice.py", "data/LICENSE", "data/x.bin"}
    assert step.probe["data/x.bin"] == b"\x00\xff"
    (tree / "shared" / "dice.py").write_text('"""Changed."""\n')
    assert len({before, step.hash, read(tree).steps["sum-squares"].hash}) == 3


def test_proven_is_what_stands_in_the_lock_exactly_as_it_stands(tree: Path) -> None:
    roadmap = read(tree)
    assert roadmap.proven == frozenset()
    entry = {"step": roadmap.steps["sum-squares"].hash, "judging": judging_code("code")}
    (tree / "proofs.lock").write_text(
        json.dumps({"sum-squares": entry, "sum-products": {"step": "0" * 64, "judging": judging_code("code")}})
    )
    assert read(tree).proven == {"sum-squares"}
    assert list(read(tree).ready) == ["sum-squares"]


def test_a_byte_order_mark_and_windows_line_ends_are_read_as_text(tree: Path) -> None:
    lesson = tree / STEP / "lesson.md"
    lesson.write_bytes(b"\xef\xbb\xbf" + lesson.read_text().replace("\n", "\r\n").encode())
    assert read(tree).steps["sum-squares"].lesson.startswith("# A sum of squares\n\nIt")


def test_a_file_that_may_not_be_read_is_a_finding(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "starter.py":
            raise PermissionError(13, "Permission denied", str(path))
        return honest(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    roadmap = read(tree)
    assert "sum-squares" not in roadmap.steps
    assert any("Permission denied" in f.say for f in roadmap.findings)


def test_a_proven_step_is_still_refused_when_the_roadmap_says_otherwise(tree: Path) -> None:
    step = read(tree).steps["sum-squares"]
    (tree / "proofs.lock").write_text(json.dumps({"sum-squares": {"step": step.hash, "judging": judging_code("code")}}))
    roadmap = tree / "roadmap.yaml"
    roadmap.write_text(roadmap.read_text().replace("level: intro", "level: core"))
    found = read(tree)
    assert "sum-squares" not in found.steps
    assert found.proven == frozenset()
    assert "roadmap-agreement" in {f.code for f in found.findings}


def test_a_step_that_builds_on_another_is_the_same_alone_and_in_the_whole_tree() -> None:
    small = Path(__file__).parents[1] / "small_curriculum"
    whole_step = read(small).steps["mean-list"]
    alone = one(whole_step.folder, whole_step.concept, whole_step.track)
    assert alone is not None
    assert whole_step.earlier == {"add-pair": read(small).steps["add-pair"].solution["answer.py"]}
    assert (alone.hash, alone.earlier) == (whole_step.hash, whole_step.earlier)


def test_another_solution_of_what_a_step_builds_on_makes_its_proof_stale(tmp_path: Path) -> None:
    small = shutil.copytree(Path(__file__).parents[1] / "small_curriculum", tmp_path / "small")
    before = read(small).steps["mean-list"].hash
    (small / "basics/adding/add-pair/solution.py").write_text("def add(a, b):\n    return b + a\n")
    assert read(small).steps["mean-list"].hash != before
