"""Which step is meant when a command names none: that of the folder you are in, else the one you last worked on, else the next."""

from __future__ import annotations

from pathlib import Path

from gradus import study, workspace
from gradus.cli.terminal import Failure, lines, plain
from gradus.study import Learner


def step_or_current(learner: Learner, named: str | None) -> str:
    """The step's id; says which one was taken when it was not named.  Raises Failure."""
    if named:
        return named.rstrip("/").rsplit("/", 1)[-1]
    found = _here(learner) or _last_touched(learner)
    if not found:
        following = study.next_step(learner)
        found = following.step.id if following else None
    if not found:
        raise Failure("There is no step to take.", "Name one: `gradus find WORD` looks for it.")
    lines(plain(f"Step {found} (name another to change that)", "quiet"))
    return found


def _here(learner: Learner) -> str | None:
    root, here = (learner.home / "workspace").resolve(), Path.cwd().resolve()
    if root in here.parents:
        name = here.relative_to(root).parts[0]
        return name if learner.today(name) in learner.roadmap.ready else None
    return None


def _last_touched(learner: Learner) -> str | None:
    """The open step whose file was saved last; solved ones are over."""
    solved = study.history(learner).accepted_at
    touched = {}
    for step in learner.roadmap.ready:
        folder = workspace.folder(learner.home, step)
        if step not in solved and folder.is_dir():
            touched[step] = max((f.stat().st_mtime for f in folder.iterdir() if f.is_file()), default=0.0)
    return max(touched, key=lambda s: touched[s]) if touched else None
