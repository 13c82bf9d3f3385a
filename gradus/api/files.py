"""The files of a step's workspace as the page sees them."""

from __future__ import annotations

from pathlib import Path, PurePath

from gradus import workspace
from gradus.api.shapes import FileOut
from gradus.kinds import KINDS
from gradus.study import Learner
from gradus.vocabulary import Step

LANGUAGES = {".py": "python", ".sql": "sql", ".toml": "toml", ".sh": "shell", ".cpp": "cpp", ".java": "java"}


def names(step: Step) -> list[str]:
    """The names of an answer's files."""
    return list(KINDS[step.kind].starter(step, 0))


def files_out(learner: Learner, step: Step) -> list[FileOut]:
    """As they stand on disk; what is no text is shown empty."""
    return files_in(workspace.folder(learner.home, step.id), step)


def files_in(place: Path, step: Step) -> list[FileOut]:
    """The same in any folder."""
    found = []
    for name in names(step):
        text, hash = workspace.shown(place / name)
        found.append(FileOut(name=name, text=text, hash=hash, language=LANGUAGES.get(PurePath(name).suffix, "text")))
    return found
