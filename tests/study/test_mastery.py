"""What evidence adds up to and what comes next; pure, on made-up roadmaps."""

from __future__ import annotations

from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from gradus.mastery import Fact, Standing, concept_states, needs, standings, step_states
from gradus.schedule import cards, next_step
from gradus.vocabulary import Concept, Level, PlannedStep, Roadmap, Step, Track

KINDS_OF_FACT = ["accepted", "rejected", "crashed", "exceeded", "hint", "reveal", "tried"]


def roadmap(concepts: dict[str, tuple[list[str], list[str]]], missing: frozenset[str] = frozenset(), hash: str = "h") -> Roadmap:
    """Concepts as id: (prerequisites, steps); a step's name ends in ! for stretch; those in `missing` are only planned."""
    made, steps = [], {}
    for id, (before, names) in concepts.items():
        planned = []
        for n in names:
            level = Level.STRETCH if n.endswith("!") else Level.CORE
            planned.append(PlannedStep(n, n.title(), "code", level, "", "", (), id, "t"))
            if n not in missing:
                steps[n] = Step(n, n.title(), "code", level, 5, id, "t", Path("."), hash)
        made.append(Concept(id, id.title(), id, "t", tuple(before), tuple(planned)))
    return Roadmap("r", (Track("t", "T", "T", "", tuple(made)),), (), steps, (), Path("."), frozenset(steps))


CHAIN = {"a": ([], ["a1", "a2", "a3!"]), "b": (["a"], ["b1"]), "c": (["b"], ["c1", "c2"]), "d": ([], ["d1"])}
BOOK = roadmap(CHAIN, frozenset({"b1"}))  # b is planned: c looks through it to a


def accepted(*steps: str, hash: str = "h") -> dict[str, Standing]:
    return standings(Fact(s, "accepted", hash) for s in steps)


facts = st.lists(
    st.builds(
        Fact,
        st.sampled_from(["a1", "a2", "a3!", "c1", "c2", "d1", "gone"]),
        st.sampled_from(KINDS_OF_FACT),
        st.sampled_from(["h", "older"]),
    ),
    max_size=12,
)


@given(facts, st.randoms())
def test_the_order_of_the_evidence_does_not_matter(evidence: list[Fact], random: Random) -> None:
    shuffled = list(evidence)
    random.shuffle(shuffled)
    one, two = standings(evidence), standings(shuffled)
    assert one == two
    assert concept_states(BOOK, one) == concept_states(BOOK, two)
    assert step_states(BOOK, one) == step_states(BOOK, two)


@given(facts, facts)
def test_more_evidence_never_takes_a_solved_step_or_a_done_concept_away(evidence: list[Fact], more: list[Fact]) -> None:
    before, after = standings(evidence), standings([*evidence, *more])
    for step, state in step_states(BOOK, before).items():
        if state in ("solved", "changed"):
            assert step_states(BOOK, after)[step] in ("solved", "changed")
    for concept, now in concept_states(BOOK, before).items():
        if now == "done":
            assert concept_states(BOOK, after)[concept] == "done"


@given(facts)
def test_what_is_recommended_can_be_done_and_is_not_solved(evidence: list[Fact]) -> None:
    known = standings(evidence)
    onward = next_step(BOOK, known)
    unsolved = [i for i, s in step_states(BOOK, known).items() if s in ("ready", "active")]
    assert (onward is None) == (not unsolved)
    if onward:
        assert onward.step.id in unsolved
        assert onward.reason.endswith(".")
        assert all(c.step.id in BOOK.ready for c in cards(BOOK, known))


def test_a_concept_is_locked_until_what_it_needs_is_accepted_looking_through_planned_concepts() -> None:
    assert concept_states(BOOK, {}) == {"a": "ready", "b": "planned", "c": "locked", "d": "ready"}
    assert concept_states(BOOK, accepted("a1"))["c"] == "locked"
    assert concept_states(BOOK, accepted("a1", "a2"))["c"] == "ready"


def test_a_concept_with_a_planned_core_step_is_never_done_but_opens_what_builds_on_it() -> None:
    book = roadmap({"a": ([], ["a1", "a2"]), "b": (["a"], ["b1"])}, frozenset({"a2"}))
    assert concept_states(book, accepted("a1")) == {"a": "active", "b": "ready"}


def test_stretch_steps_are_not_needed_to_be_done() -> None:
    assert concept_states(BOOK, accepted("a1", "a2"))["a"] == "done"


def test_work_in_a_locked_concept_shows_as_active_because_the_lock_is_soft() -> None:
    assert concept_states(BOOK, standings([Fact("c1", "tried")]))["c"] == "active"


def test_a_step_needs_the_one_before_it_and_the_last_of_each_concept_before() -> None:
    assert needs(BOOK).steps == {"a1": (), "a2": ("a1",), "a3!": ("a2",), "c1": ("a2",), "c2": ("a2", "c1"), "d1": ()}


def test_the_next_step_goes_on_where_one_is_and_says_why() -> None:
    first = next_step(BOOK, {})
    assert first is not None
    assert first.step.id == "a1"
    within = next_step(BOOK, accepted("a1"), after="a1")
    assert within is not None
    assert within.step.id == "a2"
    assert "continues A" in within.reason
    onward = next_step(BOOK, accepted("a1", "a2"), after="a2")
    assert onward is not None
    assert onward.step.id == "c1"
    assert "builds on A" in onward.reason


def test_what_was_begun_comes_before_what_is_new() -> None:
    onward = next_step(BOOK, standings([Fact("d1", "rejected")]), recent=["d1"])
    assert onward is not None
    assert onward.step.id == "d1"


def test_what_follows_an_unsolved_step_is_told_as_if_it_were_solved() -> None:
    onward = next_step(BOOK, {}, after="a1")
    assert onward is not None
    assert onward.step.id == "a2"


def test_stretch_steps_are_recommended_only_when_nothing_else_is_left() -> None:
    known = accepted("a1", "a2", "c1", "c2")
    assert next_step(BOOK, known).step.id == "d1"  # type: ignore[union-attr]
    assert next_step(BOOK, known | accepted("d1")).step.id == "a3!"  # type: ignore[union-attr]
    assert next_step(BOOK, known | accepted("d1", "a3!")) is None


def test_the_cards_go_on_look_again_and_start_something_new_each_at_most_once() -> None:
    known = standings([Fact("a1", "accepted", "h"), Fact("d1", "accepted", "older"), Fact("a2", "rejected")])
    found = cards(BOOK, known, recent=["a2"])
    assert [(c.role, c.step.id) for c in found] == [("continue", "a2"), ("review", "d1")]
    assert [c.role for c in cards(BOOK, {})] == ["start"]


def test_what_was_solved_stays_solved_when_its_proof_no_longer_holds() -> None:
    closed = roadmap(CHAIN, frozenset({"b1", "a1", "a2", "d1"}))
    known = accepted("a1", "a2")
    states = step_states(closed, known)
    assert (states["a1"], states["d1"]) == ("kept", "planned")
    assert concept_states(closed, known)["a"] == "done"
    assert concept_states(closed, known)["d"] == "planned"
