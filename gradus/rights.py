"""Started as root, Gradus becomes an ordinary user before it opens a port or reads anything of a learner, and stays that user.

Whose rights it takes: those of the owner of the home folder; where that is root, those of GRADUS_LEARNER_UID, to whom the home is given.
It is tried in a child first.  Where it cannot be done, Gradus goes on as root and says so.  It does NOT change files outside the home.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gradus import settings
from gradus.sandbox import walls
from gradus.sandbox.launch import become, closed_to_others, make_reachable

INSTEAD = Path("/var/lib/gradus")  # home of a root whose own folder is closed to others, where nothing can be mounted
RECORD = "gradus.db"
MARKS = (RECORD, "workspace", "gradus.log", "tries", "observed")  # any of them: this folder is a home of Gradus
TELL = 4000  # bytes


@dataclass(frozen=True)
class Rights:
    """As whom this process goes on; `why` says why it is still root, "" where it is not."""

    user: int
    from_root: bool = False
    why: str = ""

    @property
    def say(self) -> str:
        """For the one who started it; "" where nothing is to be said."""
        if self.why:
            return f"Gradus keeps the rights of root here: {self.why}."
        return f"Started as root, Gradus goes on as user {self.user}, who owns your record now." if self.from_root else ""


class _Cannot(Exception):
    """Why root's rights cannot be given up here."""


_found: Rights | None = None
_program = False


def this_is_a_program() -> None:
    """Said by a program of its own, before it does anything: without it `give_up_root` takes nothing from whoever calls."""
    global _program
    _program = True


def give_up_root() -> Rights:
    """Become an ordinary user if this is root; safe to call again.  In the main thread, before there are others."""
    global _found
    if not _program or _found is not None:
        return rights()
    _found = rights()
    if _found.user == 0 and hasattr(os, "geteuid"):
        try:
            _found = Rights(_settle(), True)
        except _Cannot as e:
            _found = Rights(0, True, str(e))
    return _found


def rights() -> Rights:
    """As whom this process runs."""
    return _found or Rights(os.geteuid() if hasattr(os, "geteuid") else 0)


def _settle() -> int:
    home = settings.home().absolute()
    try:
        return _drop(home)
    except _Cannot:
        if os.environ.get("GRADUS_HOME") or (home / RECORD).exists():
            raise
    uid = _drop(INSTEAD)
    os.environ["GRADUS_HOME"] = str(INSTEAD)
    return uid


def _drop(home: Path) -> int:
    """Be the user who owns `home`, which is made if need be; raises _Cannot, having changed nothing but the home."""
    made = not home.exists()
    try:
        home.mkdir(parents=True, exist_ok=True)
        uid = home.stat().st_uid or settings.load().learner_uid
        if uid == 0:
            raise _Cannot("GRADUS_LEARNER_UID names root; set it to the number of an ordinary user")
        _give(home, uid)
        paths = list(_needed(home))
        if closed := next((p for p in paths if closed_to_others(p, uid) == p), None):
            raise _Cannot(f"user {uid} cannot read {closed} (remedy: chmod go+rX there)")
        _try(uid, home, paths)
    except (OSError, AttributeError, _Cannot) as e:  # an AttributeError: a system without mounts of one's own
        if made:
            with contextlib.suppress(OSError):
                home.rmdir()
        raise e if isinstance(e, _Cannot) else _Cannot(_reason(e)) from e
    _become(uid, paths)
    return uid


def _needed(home: Path) -> Iterator[str]:
    """Folders that must stay within reach: the program, its libraries, the learner's interpreter, the curriculum, the record."""
    now = settings.load()
    own = [sys.prefix, sys.base_prefix, os.path.dirname(os.path.dirname(os.path.realpath(sys.executable)))]
    own += [p for p in sys.path if os.path.basename(p) in ("site-packages", "dist-packages")]
    with contextlib.suppress(walls.Refused):  # an interpreter that does not run is told of elsewhere
        own += walls.interpreter(str(now.learner_python)).folders
    database = _database()
    own += [str(settings.CHECKOUT), str(now.curriculum), str(home), *([str(database.parent)] if database else [])]
    yield from (path for path in dict.fromkeys(own) if os.path.isdir(path))


def _database() -> Path | None:
    """The file of a record that lies elsewhere."""
    kind, _, path = (settings.load().database or "").partition(":///")
    return Path(path).absolute() if kind.startswith("sqlite") and path else None


def _give(home: Path, uid: int) -> None:
    """Make `uid` the owner of what is root's in a home of Gradus; follows no link, and takes nothing that has a second name."""
    foreign = any(home.iterdir()) and not any((home / mark).exists() for mark in MARKS)
    if foreign and home.stat().st_uid == 0:
        raise _Cannot(f"{home} is root's and holds other things than a record of Gradus; choose a folder of its own with --home")
    for _, _, names, folder in os.fwalk(home) if not foreign else ():
        for name in (".", *names):
            with contextlib.suppress(FileNotFoundError):
                _give_one(name, folder, uid)


def _give_one(name: str, folder: int, uid: int) -> None:
    about = os.stat(name, dir_fd=folder, follow_symlinks=False)
    if about.st_uid != 0 or not (stat.S_ISDIR(about.st_mode) or stat.S_ISREG(about.st_mode)):
        return
    fd = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    try:
        about = os.fstat(fd)  # of what was opened: another may have come in its place
        if about.st_uid == 0 and (stat.S_ISDIR(about.st_mode) or (stat.S_ISREG(about.st_mode) and about.st_nlink == 1)):
            os.fchown(fd, uid, uid)
    finally:
        os.close(fd)


def _become(uid: int, paths: list[str]) -> None:
    import pwd  # not everywhere

    make_reachable(paths, uid)
    try:
        gid = pwd.getpwuid(uid).pw_gid
    except KeyError:
        gid = uid
    become(uid, gid)
    tempfile.tempdir = None  # found for another user
    if not os.access(".", os.X_OK):
        os.chdir("/")


def _try(uid: int, home: Path, paths: list[str]) -> None:
    """Do it in a child and look whether all that is needed can be used; raises _Cannot."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        said = "the try ended"
        try:
            _become(uid, paths)
            said = _missing(home, paths)
        except Exception as e:
            said = _reason(e)
        finally:
            os.write(writing, said.encode("utf-8", "replace")[:TELL] or b"\0")
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as f:
        said = f.read().decode("utf-8", "replace")
    os.waitpid(pid, 0)
    if said != "\0":
        raise _Cannot(said)


def _missing(home: Path, paths: list[str]) -> str:
    """What this user cannot use of what is needed, and what to do; "" if all is well."""
    files = [getattr(m, "__file__", None) for m in list(sys.modules.values())]
    for path in [*paths, *filter(None, files)]:
        if not os.access(path, os.R_OK | (os.X_OK if path in paths else 0)):
            return f"user {os.getuid()} cannot read {path} (remedy: chmod -R go+rX there, or install Gradus where everybody may read)"
    database = _database()
    try:
        for folder in (home, *([database.parent] if database else [])):
            with tempfile.TemporaryFile(dir=folder):
                pass
        if database and database.exists():
            database.open("r+b").close()
    except OSError as e:
        return f"user {os.getuid()} cannot write to {e.filename} ({e.strerror}); choose another folder with --home or GRADUS_HOME"
    return ""


def _reason(error: Exception) -> str:
    told = getattr(error, "strerror", None) or str(error)
    return f"to become an ordinary user was refused ({told})"
