"""A learner at work: whose record, which roadmap, which database, which home folder."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path

from gradus import settings
from gradus.content.read import read
from gradus.content.renamed import renamed
from gradus.content.unreadable import Unreadable
from gradus.store import Store, learners
from gradus.vocabulary import Roadmap, Step

log = logging.getLogger("gradus.learner")


class Refused(Exception):
    """What was asked cannot be done: `say` is what happened, `next` what to do instead, `code` its name in the API."""

    def __init__(self, code: str, say: str, next: str) -> None:
        super().__init__(say)
        self.code, self.say, self.next = code, say, next


@dataclass(frozen=True)
class Learner:
    """Everything that a function of `study` needs to know."""

    id: int
    name: str
    roadmap: Roadmap
    store: Store
    home: Path
    renamed: dict[str, str] = field(default_factory=dict)  # old step id to its present one, or to "retired"

    def today(self, step: str) -> str:
        """The present id of a step that stands in the record."""
        return self.renamed.get(step, step)

    def names(self, step: str) -> list[str]:
        """Every id under which a step may stand in the record."""
        return [step, *(old for old, new in self.renamed.items() if new == step)]

    def step(self, id: str) -> Step:
        """A step that can be done.  Raises Refused."""
        now = self.today(id)
        if found := self.roadmap.ready.get(now):
            return found
        if now == "retired":
            raise Refused(
                "unknown_step",
                f"The step {id} is retired. What you did there stays in your record.",
                "Run `gradus next`, or choose a step on the map.",
            )
        if (unproven := self.roadmap.steps.get(now)) and now in self.roadmap.planned:
            raise Refused(
                "planned_step",
                f"“{unproven.title}” has changed and is not proven as it stands, so it is closed for now. What you did there stays.",
                f"Choose another step, or run `gradus prove {now}`.",
            )
        if planned := self.roadmap.planned.get(now):
            raise Refused(
                "planned_step",
                f"“{planned.title}” is planned: its tests are not proven yet, so it cannot be done here.",
                "Choose a step that is ready.",
            )
        raise Refused("unknown_step", f"There is no step {id}.", "Look for it with `gradus find`, or on the map.")


def open_home(home: Path | None = None, curriculum: Path | None = None, database: str | None = None, name: str | None = None) -> Learner:
    """Open a home folder, creating what is missing and upgrading an older database; what is not given comes from the settings.

    Raises store.NewerHome when a later Gradus has written the database.
    """
    chosen = settings.load()
    home, folder, name = home or chosen.home, curriculum or chosen.curriculum, name or chosen.learner
    home.mkdir(parents=True, exist_ok=True)
    url = database or chosen.database
    store = Store(url) if url else Store.at(home)
    with store.read() as c:
        id = learners.find(c, name)
    if id is None:
        with store.write() as c:
            id = learners.find_or_add(c, name)
    try:
        table = renamed(folder)
    except Unreadable as e:
        log.error("renamed.toml cannot be read, so old names are not followed: %s", e)
        table = {}
    return Learner(id, name, read(folder), store, home.absolute(), table)
