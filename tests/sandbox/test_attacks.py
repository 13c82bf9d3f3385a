"""Every attack at every level: it ends as it must, is not accepted, leaves nothing running, nothing changed and no packet, and an honest
submission passes afterwards.  What a level does not hold stands in not_held.py and in docs/sandbox.md.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gradus import settings
from gradus.grade import judge
from gradus.judging import equal
from gradus.sandbox.herd import HERD, Zygote
from gradus.vocabulary import Check, Judge, Level, Miss, Observation, Outcome, Probe, Seen, Step, Wall

from .attacks import CALLS, ESCAPES, HEAD, RESOURCES, VALUES, VERDICTS
from .attacks_own import CHANNEL, FILES, LIMITS, OTHERS
from .conftest import AHEAD, Ask
from .not_held import NOT_HELD
from .surroundings import Target, nothing_left

WITH_ITS_START = {
    **RESOURCES,
    **LIMITS,
    **CHANNEL,
    **{n: ESCAPES[n] for n in ("reads a secret file", "leaves a child behind", "calls the host")},
}
ATTACKS = {**RESOURCES, **ESCAPES, **VERDICTS, **VALUES, **FILES, **OTHERS, **LIMITS, **CHANNEL}
HONEST = "import os, numpy as np\ndef f(*a): return os.listdir('.'), float(np.linalg.norm([3, 4]))"
RIGHT = 7301.25  # no attack knows it


@pytest.fixture(scope="module")
def target() -> Iterator[Target]:
    """What an attacker would want; and a secret in our environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADUS_SECRET", "the expected value")
        planted = Target()
        yield planted
        assert planted.victim.poll() is None, "the victim was killed"
        planted.close()


def verdict(seen: Observation, right: Any) -> Outcome:
    """What the judge says when `right` is the right value."""

    def same(got: Any, want: Any) -> Miss | None:
        return equal(got, want)

    loaded = Judge(lambda seed: {"p": Probe("answer.f")}, (Check("same", "It is the right value.", same),))
    step = Step("x", "x", "code", Level.INTRO, 1, "c", "t", Path("/nowhere"), "hash", load=lambda: loaded)
    return judge(step, seen, 1, Observation({"p": Seen(right)})).outcome


def ending(seen: Observation) -> Any:
    """What became of it: an outcome, the exception, or the value."""
    if seen.stopped is not None:
        return seen.stopped.outcome.value
    one = seen.seen["p"]
    return one.value if one.raised is None else one.raised


def matches(end: Any, wanted: Any) -> bool:
    """Whether an ending is the wanted one; see attacks.py."""
    if wanted == "any":
        return True
    if isinstance(wanted, str) and hasattr(end, "bases"):
        return wanted in end.bases
    if wanted == "Opaque":
        return type(end).__name__ == "Opaque"
    if isinstance(wanted, tuple) and isinstance(end, tuple):
        return list(map(str, end)) == list(map(str, wanted))
    if isinstance(wanted, str) and not hasattr(builtins, wanted):
        return wanted in (end if isinstance(end, str) else "", repr(end))
    return type(end) is type(wanted) and bool(end == wanted)


def name_of(source: Any) -> int:
    """The number of a zygote, to see that it lives; any number for workers, of which each serves once."""
    return source.process.pid if isinstance(source, Zygote) else 0


@pytest.mark.parametrize(
    ("place", "name"),
    [(str(w), n) for w in Wall for n in ATTACKS]
    + [(f"{level}, {AHEAD}", n) for level in ("filter", "process") for n in WITH_ITS_START],  # the walls are the same, the start is not
    indirect=["place"],
)
def test_an_attack_ends_as_it_must_leaves_nothing_and_the_next_submission_is_served(
    name: str, place: str, target: Target, ask: Ask
) -> None:
    level, attack = place.partition(", ")[0], ATTACKS[name]
    levels, run, _ = NOT_HELD.get(name, ((), True, ""))
    through = level in levels
    if through and not run:
        pytest.skip("at this level it would reach other programs of the same user")
    zygote = name_of(HERD.get("numpy", Wall(level)))
    seen = ask(HEAD + CALLS + attack.source, "f", str(target.secret), target.port, target.victim.pid, **attack.limits)
    end, limits = ending(seen), seen.stopped
    try:
        assert through or any(matches(end, w) for w in attack.endings(level)), (end, limits, seen.printed)
        assert limits is None or limits.outcome is not Outcome.BROKEN, limits
        assert verdict(seen, RIGHT) is not Outcome.ACCEPTED
        if not through:
            assert target.state() == target.planted, "something outside was changed"
            assert target.heard() == 0, "a packet was heard"
        if not (through and AHEAD in place):
            assert not nothing_left(target.victim.pid), "something still runs"
        assert name_of(HERD.get("numpy", Wall(level))) == zygote, "the zygote died"
    finally:
        target.mend()
    honest = ask(HONEST)
    assert honest.stopped is None, (honest.stopped, honest.printed)
    files, norm = honest.seen["p"].value
    own = settings.learner_python().parts[:3]  # of a checkout below /tmp the interpreter stays visible
    assert ([f for f in files if ("/", "tmp", f) != own], norm) == (["answer.py"], 5.0)
    assert verdict(honest, (files, norm)) is Outcome.ACCEPTED
    assert str(honest.wall) == level


def test_the_table_of_what_is_not_held_names_attacks_and_levels_that_exist() -> None:
    assert set(NOT_HELD) <= set(ATTACKS)
    assert {level for levels, _, _ in NOT_HELD.values() for level in levels} <= {str(w) for w in Wall}
    assert not [name for name, (levels, _, _) in NOT_HELD.items() if "box" in levels], "the box holds them all"


def test_there_are_no_fewer_attacks_than_promised() -> None:
    own = {**FILES, **OTHERS, **LIMITS, **CHANNEL}
    assert len(own) >= 25
    assert len(ATTACKS) == sum(map(len, (RESOURCES, ESCAPES, VERDICTS, VALUES, own))), "two attacks share a name"
