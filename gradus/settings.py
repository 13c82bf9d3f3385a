"""Every setting of Gradus, its default and its meaning, in one place.

| variable | default | meaning |
|---|---|---|
| GRADUS_HOME | the user's data folder for "gradus" | database, workspace and caches |
| GRADUS_DATABASE | `gradus.db` in the home folder | where the record is: any SQLAlchemy URL |
| GRADUS_CURRICULUM | `curriculum` of the checkout or of the installed package | the folder of tracks, concepts and steps |
| GRADUS_LEARNER | `you` | whose record is read and written |
| GRADUS_LEARNER_PYTHON | `.venv-learner/bin/python` of the checkout, else this interpreter | what answers run with |
| GRADUS_PROJECT_PYTHON | `.venv-project/bin/python` of the checkout, else of the home folder | what the repositories of projects run with |
| GRADUS_ZONE | the machine's | the time zone in which your days begin, such as `Europe/Berlin` |
| GRADUS_WALL | the strongest that this machine holds | highest wall to try: `box`, `shared box`, `filter` or `process` |
| GRADUS_LEAST | `process` | lowest wall to run answers behind; where only a lower one holds, nothing is run |
| GRADUS_START | `fork` on Linux, `worker` elsewhere | how an answer's process comes to be: a fork of a warm zygote, or an interpreter started ahead for it alone (at most `filter`) |
| GRADUS_LEARNER_UID | 64123 | the user number that Gradus takes when it is started as root and the home is root's or new |
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from gradus.vocabulary import Wall

CHECKOUT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force."""

    home: Path
    learner_python: Path
    project_python: Path
    wall: Wall = Wall.BOX
    least: Wall = Wall.PROCESS
    start: str = "fork"
    learner_uid: int = 64123
    database: str | None = None
    curriculum: Path = CHECKOUT / "curriculum"
    learner: str = "you"
    zone: str | None = None


def load(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; raises ValueError for a value that means nothing."""
    own = CHECKOUT / ".venv-learner" / "bin" / "python"
    python = environment.get("GRADUS_LEARNER_PYTHON") or (own if own.exists() else sys.executable)
    steps = CHECKOUT / "curriculum"
    home = Path(environment.get("GRADUS_HOME") or platformdirs.user_data_dir("gradus", appauthor=False))
    packed = Path(__file__).resolve().parent / "curriculum"
    return Settings(
        home=home,
        learner_python=Path(os.path.abspath(python)),
        project_python=Path(os.path.abspath(environment.get("GRADUS_PROJECT_PYTHON") or _projects(home) / "bin" / "python")),
        wall=Wall(environment.get("GRADUS_WALL") or Wall.BOX),
        least=Wall(environment.get("GRADUS_LEAST") or Wall.PROCESS),
        start=_one_of(environment.get("GRADUS_START"), "fork" if sys.platform == "linux" else "worker", "fork", "worker"),
        learner_uid=int(environment.get("GRADUS_LEARNER_UID") or 64123),
        database=environment.get("GRADUS_DATABASE") or None,
        curriculum=Path(environment.get("GRADUS_CURRICULUM") or (steps if steps.exists() else packed)),
        learner=environment.get("GRADUS_LEARNER") or "you",
        zone=environment.get("GRADUS_ZONE") or None,
    )


def _one_of(value: str | None, default: str, *allowed: str) -> str:
    if value and value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value or default


def _projects(home: Path) -> Path:
    """Where the projects' environment is, or is to be built: in a checkout beside the others, else in the home folder."""
    return (CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else home) / ".venv-project"


def home() -> Path:
    """The folder of the database, the workspace and the caches."""
    return load().home


def learner_python() -> Path:
    """The interpreter that answers run with; its environment is all of the disk that a box shows besides /usr."""
    return load().learner_python


def project_python() -> Path:
    """The interpreter that the repositories of projects run with; it may not be built yet."""
    return load().project_python


def python_of(family: str) -> Path:
    """The interpreter of a family of libraries ("project+project" is the family `project` in a profile)."""
    return project_python() if family.partition("+")[0] == "project" else learner_python()
