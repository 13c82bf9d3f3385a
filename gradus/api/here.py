"""What every resource of the API is given: the learner, the runs, the live events and the watcher of this server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from gradus.api.live import Live
from gradus.api.runs import Runs
from gradus.api.watch import Watcher
from gradus.study import Learner


@dataclass(frozen=True)
class Place:
    """One home, served."""

    learner: Learner
    runs: Runs
    live: Live
    watcher: Watcher


def _here(request: Request) -> Place:
    found: Place = request.app.state.place
    return found


Here = Annotated[Place, Depends(_here)]
