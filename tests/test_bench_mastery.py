"""The simulators of bench/mastery run on the real roadmap, give the same figures for the same seed, and write only their own key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench.mastery import __main__ as bench
from bench.mastery import measure, memories
from bench.mastery.populations import HELD_OUT, POPULATIONS


def test_a_sitting_is_the_same_twice_and_its_figures_are_shares() -> None:
    one, two = ((measure._placed(("levels", "Gradus", 3, 0.1, 0.05))) for _ in range(2))
    assert (one.accuracy, one.assumed, one.missing, one.questions) == (two.accuracy, two.assumed, two.missing, two.questions)
    assert 0.5 < one.accuracy <= 1
    assert one.questions <= 20
    assert one.offers == 10


@pytest.mark.parametrize("population", POPULATIONS | HELD_OUT)
def test_every_population_is_neither_ignorant_nor_all_knowing(population: str) -> None:
    known = [measure._placed((population, "bisection", s, 0.1, 0.05)) for s in range(3)]
    assert all(0 <= k.accuracy <= 1 for k in known)


@pytest.mark.parametrize("truth", memories.TRUTHS | memories.HELD_OUT)
def test_evenings_pass_the_same_twice_and_keep_to_the_minutes(truth: str) -> None:
    one, two = (measure._lived((truth, "Gradus", 1, 12)) for _ in range(2))
    assert one == two
    assert one.learned > 0
    assert one.later <= one.solvable <= one.learned
    assert one.review_share < 0.5


def test_writing_leaves_the_figures_of_other_benches_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "HERE", tmp_path)
    (tmp_path / "results.json").write_text('{"grading": {"a": 1}}', "utf-8")
    (tmp_path / "README.md").write_text("before\n<!-- begin mastery: by a command -->\nold\n<!-- end mastery -->\nafter\n", "utf-8")
    value = {"mean": 0.5, "half": 0.1}
    placed: dict[str, Any] = {
        "accuracy": value,
        "assumed_wrong": value,
        "missing": value,
        "assumed": 1,
        "unsure": 0.1,
        "questions": 3,
        "checks": 1,
        "question_ms": 2,
    }
    policy = {"learned": value, "solvable": value, "later": value, "solid": value, "reviews": 1, "share": 0.1, "paused": 0}
    lived = {"policies": {"Gradus": policy}, "better": "random", "solvable_gain": value, "solid_gain": value, "wrong_edges_gain": value}
    found = {
        "placement": {p: {"Gradus": placed} for p in POPULATIONS},
        "noisy": {"irt": placed},
        "schedule": dict.fromkeys(memories.TRUTHS, lived),
    }
    bench.write(found)
    results, page = json.loads((tmp_path / "results.json").read_text("utf-8")), (tmp_path / "README.md").read_text("utf-8")
    assert results["grading"] == {"a": 1}
    assert results["mastery"]["placement_accuracy_worst"] == 0.5
    assert page.startswith("before")
    assert page.endswith("after\n")
    assert "old" not in page
