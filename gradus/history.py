"""What the record says about a learner, with renamed.toml applied as it is read.  Reads only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from gradus.learner import Learner
from gradus.mastery import Fact, Standing, standings
from gradus.store import evidence, submissions
from gradus.store.evidence import Evidence, Tally
from gradus.vocabulary import Outcome

COUNTS = {Outcome.ACCEPTED, Outcome.REJECTED, Outcome.CRASHED, Outcome.EXCEEDED}  # malformed and broken never count
WORK = {*map(str, COUNTS), "hint", "reveal"}  # facts that say something about working on a step; an answer to find one's place does not


@dataclass(frozen=True)
class History:
    """The steps tried, newest first, and all evidence, counted; under the present names of the steps."""

    recent: tuple[str, ...]
    tallies: tuple[Tally, ...]

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """What is known per step."""
        facts = [Fact(t.step, t.fact, t.step_hash, t.count) for t in self.tallies if t.fact in WORK]
        return standings([*facts, *(Fact(step, "tried") for step in self.recent)])

    @cached_property
    def accepted_at(self) -> dict[str, str]:
        """When each solved step was first accepted."""
        found: dict[str, str] = {}
        for t in self.tallies:
            if t.fact == Outcome.ACCEPTED:
                found[t.step] = min(t.first, found.get(t.step, t.first))
        return found

    def with_fact(self, fact: Evidence) -> History:
        """As it will be once this fact is added."""
        return History(self.recent, (*self.tallies, Tally(fact.step, fact.fact, fact.step_hash, 1, fact.at, fact.at)))

    def last_hint(self, step: str) -> str:
        """When the last hint was taken; "" if none was."""
        return max((t.last for t in self.tallies if t.step == step and t.fact == "hint"), default="")


def history(learner: Learner) -> History:
    """Read it all in one state of the database."""
    with learner.store.read() as c:
        tried, facts = submissions.tried(c, learner.id), evidence.tallies(c, learner.id)
    return History(
        tuple(dict.fromkeys(learner.today(step) for step in tried)),
        tuple(replace(t, step=learner.today(t.step)) for t in facts),
    )


def may_hint(learner: Learner, past: History, step: str) -> bool:
    """The first hint is free; each further one asks for a run, judged and counting, since the one before."""
    last = past.last_hint(step)
    if not last:
        return True
    with learner.store.read() as c:
        return submissions.judged_after(c, learner.id, learner.names(step), last, COUNTS)
