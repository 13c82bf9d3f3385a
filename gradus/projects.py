"""What a learner does with a project: begin a repository of his own, hand its text in, know which stage comes next.

It runs git in the learner's own folder (to begin a repository, and to ask which files belong to it), never code of the repository.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

from gradus import study, workspace
from gradus.content.projectfolders import project_folders
from gradus.kinds.project_files import FILE, MOST_BYTES, Project, Unsound, files_of, project
from gradus.learner import Learner, Refused
from gradus.store import submissions
from gradus.store.submissions import Submitted
from gradus.vocabulary import Roadmap, Step

MARK = ".gradus.toml"  # in the repository: which project it belongs to
FIRST = "Begin: every stage is still to be written"


@dataclass(frozen=True)
class Begun:
    """A repository that was written just now."""

    place: Path
    files: tuple[str, ...]
    committed: bool  # False where there is no git


def folder_of(roadmap: Roadmap, id: str) -> Path:
    """The project's own folder.  Raises Refused."""
    found = project_folders(roadmap.folder)
    if id not in found:
        raise Refused(
            "unknown_project", f"There is no project {id!r}.", f"The projects of this curriculum: {', '.join(found) or 'none yet'}."
        )
    return found[id].folder


def load(roadmap: Roadmap, id: str) -> Project:
    """The project with its two trees.  Raises Refused."""
    try:
        return project(files_of(folder_of(roadmap, id)))
    except Unsound as e:
        raise Refused("unsound_project", f"The project {id} cannot be used: {e}", f"Run `gradus check {id}`, or mend {FILE}.") from None


def begin(roadmap: Roadmap, id: str, place: Path) -> Begun:
    """Write a repository in which every stage is still to be written, and commit it.  Raises Refused for a place that is not empty."""
    files = {**load(roadmap, id).fresh(), MARK: f'# `gradus project try` reads here which project this is.\nproject = "{id}"\n'}
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        what = "is not empty" if place.is_dir() else "is a file"
        raise Refused("not_empty", f"{place} {what}; nothing was written.", "Give the name of a folder that is not there yet.")
    try:
        place.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            workspace.write(place / name, text)
    except OSError as e:
        raise Refused(
            "not_written", f"{e.filename or place} cannot be written: {(e.strerror or str(e)).lower()}.", "Give another place."
        ) from None
    return Begun(place, tuple(sorted(files)), _committed(place))


def _git(place: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """git in that folder, without hooks, templates and questions."""
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_TEMPLATE_DIR": ""}
    # `*`: begun as root and read after root's rights were given up, or the other way round; what such a repository could start is switched off
    safe = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "commit.gpgsign=false", "-c", "safe.directory=*"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_DIR") and k not in ("GIT_WORK_TREE", "GIT_INDEX_FILE")}
    return subprocess.run(
        ["git", *safe, *words], cwd=place, env={**environment, **quiet}, capture_output=True, check=False, stdin=subprocess.DEVNULL
    )


def _committed(place: Path) -> bool:
    if not shutil.which("git") or _git(place, "init", "-q", "-b", "main").returncode:
        return False
    known = _git(place, "config", "user.email").stdout.strip()
    who = [] if known else ["-c", "user.name=You", "-c", "user.email=you@localhost"]
    return not _git(place, "add", "-A").returncode and not _git(place, *who, "commit", "-q", "--no-verify", "-m", FIRST).returncode


# ---------------------------------------------------------------- where it lies


def remember(home: Path, repository: Repository) -> None:
    """Keep where the learner's repository of a project lies, so that the page can hand it in too."""
    workspace.write(_noted(home, repository.project), f"{repository.place}\n")


def remembered(home: Path, id: str) -> Path | None:
    """Where the repository lies that was begun or judged last, if it is still there."""
    noted = workspace.read_file(_noted(home, id)) if _noted(home, id).is_file() else None
    place = Path(noted.strip()) if isinstance(noted, str) else None
    return place if place and (place / MARK).is_file() else None


def _noted(home: Path, id: str) -> Path:
    return home / "projects" / id / "repository"


# ---------------------------------------------------------------- handing in


@dataclass(frozen=True)
class Repository:
    """A learner's repository: where it begins, whose project it is."""

    place: Path
    project: str


def find(here: Path) -> Repository:
    """The repository that a folder lies in.  Raises Refused."""
    for place in (here, *here.parents):
        mark = place / MARK
        if mark.is_file():
            try:
                named = tomllib.loads(mark.read_text("utf-8")).get("project")
            except (OSError, ValueError):
                named = None
            if not isinstance(named, str):
                raise Refused(
                    "unreadable_mark", f"{mark} does not say which project this is.", 'Write the line `project = "chatbot"` into it.'
                )
            return Repository(place, named)
    raise Refused(
        "no_repository", f"{here} is no repository of a project.", "Go into yours, or begin one: `gradus project new chatbot mybot`."
    )


def read(place: Path) -> dict[str, str]:
    """The text files of a repository as git sees them: tracked ones and new ones that are not ignored.  Raises Refused."""
    names = _names(place)
    found: dict[str, str] = {}
    size = 0
    for name in names:
        path = place / name
        if path.is_symlink() or not path.is_file():
            continue  # removed, or a link out of the repository
        size += min(path.stat().st_size, MOST_BYTES + 1)
        if size > MOST_BYTES:
            say = f"The files of {place.name} that git knows hold more than {MOST_BYTES // 1_000_000} MB; {name} was one too many."
            raise Refused("too_large", say, "Keep data, models and runs out of git: name them in .gitignore.")
        text = workspace.read_file(path)
        if isinstance(text, str):
            found[name] = text  # pictures and other files that are no text are no part of the answer
    if not found:
        raise Refused(
            "nothing_there", f"There is no text file in {place}.", "Write your repository, or begin a new one with `gradus project new`."
        )
    return found


def _names(place: Path) -> list[str]:
    if not shutil.which("git"):
        raise Refused(
            "no_git", "git is not installed, and it says which files belong to a repository.", "Install git, then run this again."
        )
    done = _git(place, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise Refused("no_git", f"git cannot read {place}: {said}", "Run `git init` there, then try again.")
    return sorted({n for n in done.stdout.decode("utf-8", "surrogateescape").split("\0") if n and n.isprintable()})


@dataclass(frozen=True)
class Stage:
    """A stage and where the learner stands with it."""

    step: str
    title: str
    state: str  # "proved", "open" (it can be done) or "planned" (its own proof does not hold here)


def stages(learner: Learner, id: str) -> list[Stage]:
    """All stages of a project in order.  Raises Refused."""
    done, roadmap = study.history(learner).accepted_at, learner.roadmap
    found = []
    for step in load(roadmap, id).stages:
        planned = roadmap.planned.get(step)
        state = "proved" if step in done else "open" if step in roadmap.ready else "planned"
        found.append(Stage(step, planned.title if planned else step, state))
    return found


def chosen(learner: Learner, id: str, named: str | None) -> Step:
    """The stage that was named ("index", "chatbot-index" or "2"), else the first that is not proved.  Raises Refused."""
    all_ = stages(learner, id)
    if named is not None:
        names = {key: s.step for n, s in enumerate(all_, 1) for key in (str(n), s.step, s.step.removeprefix(f"{id}-"))}
        if named not in names:
            raise Refused(
                "unknown_stage", f"{id} has no stage {named!r}.", "Its stages: " + ", ".join(s.step.removeprefix(f"{id}-") for s in all_)
            )
        return learner.step(names[named])
    following = next((s for s in all_ if s.state == "open"), None)
    if following is None:
        left = [s.step for s in all_ if s.state == "planned"]
        if left:
            raise Refused(
                "none_open",
                f"What can be judged here is proved; {', '.join(left)} cannot be done here yet.",
                "Name a stage to judge it again.",
            )
        raise Refused("all_proved", f"All {len(all_)} stages of {id} are proved.", "Name a stage to judge it again.")
    return learner.step(following.step)


def runs(learner: Learner, id: str, most: int = 20) -> list[Submitted]:
    """The submissions of a project's stages, newest first."""
    names = {name for step in load(learner.roadmap, id).stages for name in learner.names(step)}
    with learner.store.read() as c:
        return submissions.of_steps(c, learner.id, names, most)
