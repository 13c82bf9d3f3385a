"""Where a run gets its children from: the zygotes of this process, or those that another process lends (to a judge worker)."""

from __future__ import annotations

from typing import Protocol

from gradus.sandbox.child import Child
from gradus.vocabulary import Limits, Wall


class Parent(Protocol):
    """Something that forks a child for one submission."""

    wall: Wall

    def spawn(self, limits: Limits) -> Child:
        """A child that waits for its job; raises ZygoteGone."""

    def prepare(self, limits: Limits) -> None:
        """Keep one ready for the next submission."""


class Source(Protocol):
    """Knows the wall in force and the parents behind it."""

    def wall(self) -> Wall:
        """The wall in force."""

    def get(self, family: str, wall: Wall) -> Parent:
        """The parent for this family of libraries; raises walls.Refused."""

    def drop(self, parent: Parent) -> None:
        """It does not answer: the next `get` gives another."""
