"""An observation beside the ideal one: what the judge objects to, probe by probe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gradus.form import form
from gradus.plaintext import size
from gradus.vocabulary import Check, Judge, Miss, Observation, Probe

Probes = Mapping[str, Probe]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two observations of the same probes, the faults of form, and what every each-check misses, both by probe."""

    judge: Judge
    probes: Probes
    seen: Observation
    ideal: Observation
    form: Mapping[str, str]
    missed: Mapping[str, Mapping[str, Miss]]  # by the check's name

    @property
    def objected(self) -> frozenset[str]:
        """Every probe with an objection, other than those of whole-checks."""
        return frozenset(self.form).union(*self.missed.values())

    def smallest(self, failing: Mapping[str, Any]) -> str:
        """The failing probe with the fewest values in it; of equals the first asked."""
        order = list(self.probes)
        return min(failing, key=lambda p: (size(self.probes[p].args) + size(dict(self.probes[p].kwargs)), order.index(p)))


def compare(judge: Judge, probes: Probes, seen: Observation, ideal: Observation) -> Compared:
    """Ask the form gate and all each-checks; a check that raises lets its exception through."""
    faults = {p: fault for p in probes if (fault := form(seen.seen[p], ideal.seen[p]))}
    missed = {}
    for check in (c for c in judge.checks if c.each):
        asked = asks(check, probes, ideal, faults)
        missed[check.name] = {p: m for p in asked if (m := ask(check, seen.seen[p].value, ideal.seen[p].value, probes[p]))}
    return Compared(judge, probes, seen, ideal, faults, missed)


def asks(check: Check, probes: Probes, ideal: Observation, faults: Mapping[str, str]) -> list[str]:
    """The probes on which an each-check is asked: those of its groups whose form is right."""
    return [p for p in usable(probes, ideal, faults) if not check.groups or p.startswith(check.groups)]


def usable(probes: Probes, ideal: Observation, faults: Mapping[str, str]) -> Iterator[str]:
    """The probes with a value of the right form."""
    return (p for p in probes if p not in faults and not ideal.seen[p].raised)


def ask(check: Check, got: Any, want: Any, probe: Probe) -> Miss | None:
    """A check may leave out its last parameters."""
    return check.run(*(got, want, probe)[: check.run.__code__.co_argcount])
