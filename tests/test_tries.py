"""A submission that brings its judge down is tried three times in all, also across the end of the service."""

from __future__ import annotations

from pathlib import Path

from gradus.tries import MOST, Tries


def test_tries_are_counted_across_processes_and_forgotten_with_the_verdict(tmp_path: Path) -> None:
    for n in range(MOST):
        tries = Tries(tmp_path, "a" * 32)  # as a new process would
        assert tries.made == n
        assert tries.left
        tries.begin()
    assert not Tries(tmp_path, "a" * 32).left
    assert Tries(tmp_path, "b" * 32).left
    tries.forget()
    assert Tries(tmp_path, "a" * 32).made == 0
    tries.forget()


def test_a_try_that_we_ended_ourselves_does_not_count(tmp_path: Path) -> None:
    tries = Tries(tmp_path, "a" * 32)
    tries.begin()
    tries.take_back()
    assert Tries(tmp_path, "a" * 32).made == 0


def test_without_a_home_they_are_counted_in_memory() -> None:
    tries = Tries(None, "")
    for _ in range(MOST):
        tries.begin()
    assert not tries.left
    tries.forget()
