"""What a learner made is shown as text that cannot move a cursor, reverse a line or break an encoder."""

from __future__ import annotations

import unicodedata

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gradus.judging import call
from gradus.plaintext import called, safe, show, size
from gradus.vocabulary import Opaque, Raised

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()) | st.binary(max_size=80),
    lambda inner: st.lists(inner, max_size=12) | st.dictionaries(st.text(max_size=8), inner, max_size=4) | st.tuples(inner, inner),
    max_leaves=30,
)


@given(st.text(st.characters(categories=("Cc", "Cf", "Cs", "L", "N"))))
def test_no_control_bidi_or_surrogate_character_survives(text: str) -> None:
    out = safe(text)
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in out)
    out.encode("utf-8")


@given(anything)
def test_every_plain_value_shows_as_one_short_line(value: object) -> None:
    out = show(value)
    assert "\n" not in out
    out.encode("utf-8")


def test_at_most_eight_numbers_of_a_large_array_are_shown() -> None:
    out = show(np.arange(1000.0))
    assert out.count(",") <= 8
    assert "1000" in out


def test_an_exception_whose_text_is_an_escape_sequence_is_shown_escaped() -> None:
    assert "\x1b" not in show(Raised("ValueError", ("ValueError",), "\x1b[2J all tests passed"))
    assert "\u202e" not in show(Opaque("Evil\u202e", "x"))


def test_a_call_reads_as_the_learner_would_type_it() -> None:
    assert called(call("norm", [3, -4], p=2)) == "norm([3, -4], p=2)"


@given(st.lists(st.integers(), max_size=9))
def test_size_grows_with_what_is_inside(items: list[int]) -> None:
    assert size([*items, 1]) == size(items) + 1
