"""The committed proofs are those of the curriculum as it stands, and every day another tenth of them is run again."""

from __future__ import annotations

import datetime

import pytest

from gradus.content.read import read
from gradus.proofs import changed, rotating
from gradus.prove import prove
from gradus.settings import CHECKOUT
from gradus.vocabulary import Step

ROADMAP = read(CHECKOUT / "curriculum")
STALE = changed(ROADMAP.folder, ROADMAP.steps.values())
TODAY = rotating(list(ROADMAP.steps.values()), datetime.datetime.now(datetime.UTC).toordinal())


def test_every_step_stands_in_the_lock_exactly_as_it_is() -> None:
    assert ROADMAP.findings == ()
    assert [s.id for s in STALE] == [], "run `gradus prove --changed` and commit curriculum/proofs.lock"
    assert ROADMAP.ready.keys() == ROADMAP.steps.keys()
    assert len(ROADMAP.ready) >= 30


@pytest.mark.parametrize("step", {s.id: s for s in [*STALE, *TODAY]}.values(), ids=lambda s: s.id)
def test_what_changed_and_a_tenth_of_the_rest_is_proven_again(step: Step) -> None:
    proof = prove(step)
    assert proof.ok, [*proof.problems, *(f"{line.role} {line.id}: {line.say}" for line in proof.lines if not line.ok)]
