"""Coverage is counted from proofs and from nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gradus.content import coverage
from gradus.content.read import read
from gradus.engine import judging_code
from gradus.vocabulary import Roadmap
from tests.content.broken import CASES, whole


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return whole(CASES, "sound", tmp_path / "tree")


def prove(tree: Path, *steps: str) -> Roadmap:
    built = read(tree).steps
    (tree / "proofs.lock").write_text(json.dumps({s: {"step": built[s].hash, "judging": judging_code(built[s].kind)} for s in steps}))
    return read(tree)


def test_without_proofs_everything_is_planned(tree: Path) -> None:
    found = coverage.as_json(read(tree))
    assert found["tracks"] == {"numbers": {"planned": 4, "proven": 0}}
    assert found["items"] == {"planned": 2, "proven": 0}
    assert found["rows"] == {"planned": 1, "proven": 0}


def test_an_item_is_proven_when_all_its_steps_are(tree: Path) -> None:
    half = coverage.as_json(prove(tree, "sum-squares"))
    assert half["tracks"]["numbers"] == {"planned": 4, "proven": 1}
    assert half["items"]["proven"] == 0
    assert half["seed_rows"][0]["items"][0]["steps"] == {"sum-squares": "proven", "sum-products": "planned"}
    both = coverage.as_json(prove(tree, "sum-squares", "sum-products"))
    assert both["items"]["proven"] == 1
    assert both["rows"]["proven"] == 0


def test_a_row_is_proven_when_all_its_items_are(tree: Path) -> None:
    found = coverage.as_json(prove(tree, "sum-squares", "sum-products", "count-orders"))
    assert found["rows"] == {"planned": 1, "proven": 1}
    assert found["seed_rows"][0]["proven"] is True


def test_a_step_that_was_changed_after_its_proof_is_planned_again(tree: Path) -> None:
    prove(tree, "sum-squares")
    judge = tree / "numbers/sums/sum-squares/judge.py"
    judge.write_text(judge.read_text() + "\n# one more line\n")
    assert coverage.as_json(read(tree))["steps"]["proven"] == 0


def test_text_and_markdown_name_every_row_item_and_step(tree: Path) -> None:
    roadmap = prove(tree, "sum-squares", "sum-products")
    for text in (coverage.as_text(roadmap), coverage.as_markdown(roadmap)):
        for word in ("Arithmetic", "sums", "tables", "sum-squares", "sum-products", "count-orders", "2 of 4 steps", "1 of 2 quoted items"):
            assert word in text
    assert "| sums ✓ | sum-squares ✓, sum-products ✓ |" in coverage.as_markdown(roadmap)
    assert "+ sums: +sum-squares  +sum-products" in coverage.as_text(roadmap)
    assert ". tables: .count-orders" in coverage.as_text(roadmap)
