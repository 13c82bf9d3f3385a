"""A proof turns away every step whose judge is weak, unfair or silent, and the lock keeps exactly what was proven."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradus import prove as proving
from gradus.content.read import read
from gradus.judging import Miss, call, close, each
from gradus.kinds.code import FILE
from gradus.proofs import changed, record, rotating
from gradus.prove import Proof, prove
from gradus.settings import CHECKOUT
from gradus.vocabulary import Judge, Level, Mistake, Probe, Step

SOLUTION = "def clip(x, low, high):\n    return [min(max(v, low), high) for v in x]\n"


def answer(name: str, text: str) -> Mistake:
    return Mistake(name, name.title(), f"Words for {name}.", {FILE: text})


ONE_SIDE = answer("one-side", "def clip(x, low, high):\n    return [max(v, low) for v in x]\n")
TURNED = answer("turned", "def clip(x, low, high):\n    return [min(max(v, high), low) for v in x]\n")
LOOP = answer("loop", "def clip(x, low, high):\n    return [low if v < low else high if v > high else v for v in x]\n")


def probes(seed: int) -> dict[str, Probe]:
    rng = np.random.default_rng(seed)
    drawn = {f"random {i}": call("clip", rng.integers(-9, 9, 6).tolist(), -3, 4) for i in range(45)}
    return {"example": call("clip", [-5, 0, 5], -1, 2), **drawn}


@each()
def agrees(got: Any, ideal: Any) -> Miss | None:
    """Every value lies between the bounds and is otherwise unchanged."""
    return close(got, ideal)


@each()
def not_above(got: Any, ideal: Any, probe: Probe) -> Miss | None:
    """No value lies above the upper bound."""
    return Miss("Too high.") if max(got, default=0) > probe.args[2] else None


JUDGE = Judge(probes, (agrees,), {"example": [-1, 0, 2]})
STEP = Step(
    "clip", "Clip", "code", Level.INTRO, 5, "c", "t", Path("/nowhere"), "5" * 64,
    starter={FILE: "def clip(x, low, high):\n    raise NotImplementedError\n"}, solution={FILE: SOLUTION},
    mistakes=(ONE_SIDE, TURNED), alternatives=(LOOP,), oracle={FILE: "import numpy as np\n\n\ndef clip(x, low, high):\n    return np.clip(x, low, high)\n"},
    load=lambda: JUDGE,
)  # fmt: skip


def judged_by(judge: Judge, **other: Any) -> Step:
    """The step under another judge; another hash, so that nothing observed before is taken for it."""
    return replace(STEP, load=lambda: judge, hash=str(abs(hash((judge.checks, str(other)))))[:12], **other)


def said(proof: Proof) -> str:
    return " ".join([*proof.problems, *(f"{line.role} {line.id}: {line.say}" for line in proof.lines if not line.ok)])


def test_a_step_that_trains_meets_fewer_seeds_unless_all_are_asked_for() -> None:
    trains = judged_by(JUDGE, limits=replace(STEP.limits, seconds=proving.TRAINING + 1))
    assert prove(trains).entry()["seeds"] == 2
    assert prove(trains, full=True).entry()["seeds"] == len(proving.SEEDS)


def test_a_sound_step_is_proven_and_its_entry_tells_what_was_run() -> None:
    proof = prove(STEP)
    assert proof.ok, said(proof)
    entry = proof.entry()
    assert entry["mistakes"] == 2
    assert entry["alternatives"] == 1
    assert entry["drawn"] >= 200
    assert entry["mutants"] >= 2
    assert "seconds" not in entry


def test_a_weak_judge_lets_mutants_live_and_is_told_which() -> None:
    proof = prove(judged_by(replace(JUDGE, checks=(not_above,)), mistakes=(ONE_SIDE,)))
    assert not proof.ok
    assert "survives" in said(proof)


def test_a_solution_that_disagrees_with_the_literal_value_is_not_proven_by_itself() -> None:
    proof = prove(judged_by(replace(JUDGE, expected={"example": [-1, 0, 3]}), oracle={}))
    assert "disagrees with EXPECTED" in said(proof)
    assert "holds no literal EXPECTED" in said(prove(judged_by(replace(JUDGE, expected={}), oracle={})))


def test_a_slip_that_the_solution_and_all_right_answers_share_is_no_agreement() -> None:
    def probes(seed: int) -> dict[str, Probe]:
        return {**JUDGE.probes(seed), "slip": call("clip", None, 0, 1)}

    slip = "def clip(x, low, high):\n    if x is None:\n        return y\n"
    broken = {FILE: STEP.solution[FILE].replace("def clip(x, low, high):\n", slip)}
    assert broken != STEP.solution
    proof = prove(judged_by(replace(JUDGE, probes=probes), solution=broken, oracle={}, alternatives=()))
    assert "the solution itself ends with NameError on 'slip'" in said(proof)


def test_two_mistakes_that_behave_alike_are_not_proven() -> None:
    twin = answer("twin", "def clip(x, low, high):\n    return [v if v > low else low for v in x]\n")
    assert "recognised as nothing" in said(prove(replace(STEP, hash="6" * 12, mistakes=(ONE_SIDE, twin))))


def test_an_accepted_mistake_and_a_rejected_alternative_are_named() -> None:
    proof = prove(
        replace(STEP, hash="7" * 12, mistakes=(answer("right", LOOP.files[FILE]),), alternatives=(answer("wrong", ONE_SIDE.files[FILE]),))
    )
    assert "mistake right: seed 1: accepted" in said(proof)
    assert "alternative wrong: seed 1: rejected" in said(proof)


def test_a_starter_that_is_accepted_and_an_oracle_that_disagrees_are_named() -> None:
    assert "starter starter: seed 1: accepted" in said(prove(replace(STEP, hash="8" * 12, starter=dict(STEP.solution))))
    wrong = replace(STEP, hash="9" * 12, oracle={FILE: TURNED.files[FILE]})
    assert "solution against oracle" in said(prove(wrong))


def test_too_few_drawn_inputs_are_not_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proving, "ORACLE_SEEDS", 2)
    assert "draw more probes" in said(prove(replace(STEP, hash="a" * 12)))


def test_a_signature_of_a_mutant_that_dies_must_go(tmp_path: Path) -> None:
    (tmp_path / "equivalent.toml").write_text('[[mutant]]\nhash = "000000000000"\nreason = "none"\n', "utf-8")
    assert "signs 000000000000, which is no surviving mutant" in said(prove(replace(STEP, hash="b" * 12, folder=tmp_path)))


def test_the_lock_takes_green_proofs_in_and_red_ones_out_and_knows_what_changed(tmp_path: Path) -> None:
    green, red = Proof("clip", "code", STEP.hash), Proof("clip", "code", STEP.hash, problems=["weak"])
    assert [s.id for s in changed(tmp_path, [STEP])] == ["clip"]
    record(tmp_path, [green], ["clip"])
    assert changed(tmp_path, [STEP]) == []
    assert [s.id for s in changed(tmp_path, [replace(STEP, hash="other")])] == ["clip"]
    record(tmp_path, [red], ["clip"])
    assert [s.id for s in changed(tmp_path, [STEP])] == ["clip"]
    record(tmp_path, [green], ["clip"])
    record(tmp_path, [], [])
    assert [s.id for s in changed(tmp_path, [STEP])] == ["clip"], "a step that is no more leaves the lock"


@given(st.integers(1, 60), st.integers(0, 10_000))
def test_ten_days_in_a_row_prove_every_step_again(steps: int, day: int) -> None:
    known = [replace(STEP, id=f"s{i}") for i in range(steps)]
    seen = [s.id for d in range(day, day + 10) for s in rotating(known, d)]
    assert sorted(seen) == sorted(s.id for s in known)


def test_a_drill_which_has_no_solution_to_mutate_is_proven_all_the_same() -> None:
    step = read(CHECKOUT / "curriculum").steps["role-responsibility-order"]
    proof = prove(step)
    assert proof.ok, proof.problems
    assert proof.mutants == 0
