"""Builds a repository, runs the answer's commands in it, and reads back what is there, inside the box; it is sent there as probe.py.

git runs nowhere else: a repository can hold hooks and settings that start programs.  Standard library only; it judges nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

FOLDER = "work"
WHEN = 1_700_000_000  # seconds since 1970: every commit of a start is a minute after the one before, so that hashes repeat
SECONDS = 20.0  # by the clock, for one run of the commands
MOST_COMMITS, MOST_FILES, MOST_TEXT = 200, 200, 65_536
QUIET = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false"]
UNDER_WAY = {
    "merge": "MERGE_HEAD", "rebase": "rebase-merge", "rebase ": "rebase-apply", "cherry-pick": "CHERRY_PICK_HEAD", "revert": "REVERT_HEAD",
}  # fmt: skip


class NotCommands(Exception):
    """bash cannot read the file."""


class TooLong(Exception):
    """The commands were stopped."""


class Damaged(Exception):
    """git cannot read the repository any more."""


def run(start: dict[str, Any]) -> dict[str, Any]:
    """The state after the commands, as plain values (docs/kinds.md)."""
    check_syntax()
    place = Path(FOLDER)
    shutil.rmtree(place, ignore_errors=True)
    shutil.rmtree("home", ignore_errors=True)
    place.mkdir()
    Path("home").mkdir()
    marks = build(place, start)
    commands(place)
    state = read(place, marks) | {"given": start["files"]}
    if os.path.exists("look.py"):
        state["look"] = look(place)
    return state


def environment() -> dict[str, str]:
    """No editor, no pager, no question, one language; the clock of commits stands still."""
    when = f"{WHEN + 86_400} +0000"
    return {
        "PATH": "/usr/bin:/bin", "HOME": os.path.abspath("home"), "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1", "GIT_EDITOR": "true",
        "GIT_SEQUENCE_EDITOR": "true", "GIT_PAGER": "cat", "GIT_TERMINAL_PROMPT": "0", "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when,
        "PS4": "$ ", "TERM": "dumb", "TMPDIR": os.getcwd(),
    }  # fmt: skip


def git(place: Path, *words: str, given: bytes | None = None, check: bool = True) -> bytes:
    """What a git command prints; our own commands only."""
    done = subprocess.run(
        ["git", *QUIET, *words], cwd=place, env=environment(), input=given, stdin=subprocess.DEVNULL if given is None else None,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS,
    )  # fmt: skip
    if check and done.returncode:
        raise Damaged(f"git {words[0]} ended with status {done.returncode}: something in .git is not as it was")
    return done.stdout if not done.returncode else b""


# ---------------------------------------------------------------- before


def check_syntax() -> None:
    """Raise NotCommands with bash's own words if the file cannot be read."""
    done = subprocess.run(["bash", "-n", "answer.sh"], env=environment(), capture_output=True, text=True, timeout=SECONDS)
    if done.returncode or "warning: here-document" in done.stderr:
        raise NotCommands(done.stderr.strip().partition("\n")[0].removeprefix("answer.sh: "))


def build(place: Path, start: dict[str, Any]) -> list[str]:
    """Make the start; the hashes of its commits in order."""
    config = {"user.name": "You", "user.email": "you@example.org", "init.defaultBranch": "main", **start["config"]}
    lines = [f'[{name.rpartition(".")[0]}]\n\t{name.rpartition(".")[2]} = "{value}"\n' for name, value in config.items()]
    Path("home/.gitconfig").write_text("".join(lines), encoding="utf-8")
    hashes: list[str] = []
    if start["commits"]:
        git(place, "init", "-q", "-b", start["on"])
        git(place, "fast-import", "--quiet", "--export-marks=../marks", given=stream(start["commits"]))
        lines = Path("marks").read_text("ascii").split("\n")
        found = dict(line.split(" ") for line in lines if line)
        hashes = [found[f":{i}"] for i in range(1, len(start["commits"]) + 1)]
        Path("marks").unlink()
        git(place, "reset", "-q", "--hard")
    for name, text in start["files"].items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return hashes


def stream(commits: list[dict[str, Any]]) -> bytes:
    """The commits in the format of git fast-import."""
    out: list[bytes] = []
    tips: dict[str, int] = {}
    for i, c in enumerate(commits, 1):
        parent = tips.get(c["branch"], tips.get(c["start"], 0))
        message = c["message"].encode()
        name, _, mail = c["author"].partition(" <")
        out.append(f"commit refs/heads/{c['branch']}\nmark :{i}\n".encode())
        for role in ("author", "committer"):
            out.append(f"{role} {name} <{mail.rstrip('>')}> {WHEN + 60 * i} +0000\n".encode())
        out.append(f"data {len(message)}\n".encode() + message + b"\n")
        out.append(f"from :{parent}\n".encode() if parent else b"")
        for path, text in c["files"].items():
            if text is None:
                out.append(f"D {path}\n".encode())
            else:
                data = text.encode()
                out.append(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")
        tips[c["branch"]] = i
    return b"".join(out)


def commands(place: Path) -> None:
    """Run the answer; what it prints is what the learner would see in a terminal."""
    sys.stdout.flush()
    running = subprocess.Popen(
        ["bash", "-x", "../answer.sh"],
        cwd=place,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        running.wait(SECONDS)
        if running.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
            raise TooLong("the commands used up their processor time")
    except subprocess.TimeoutExpired:
        raise TooLong(f"the commands were stopped after {SECONDS:g} s") from None
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()


# ---------------------------------------------------------------- after


def read(place: Path, start: list[str]) -> dict[str, Any]:
    """Everything that is judged: branches, commits by number with their trees, what is not committed, what is under way."""
    if not (place / ".git").is_dir() or not git(place, "rev-parse", "--git-dir", check=False):
        return {"repository": False, "files": working_files(place)}
    head = git(place, "rev-parse", "--verify", "-q", "HEAD", check=False).decode().strip()
    refs = [r.split(" ") for r in git(place, "for-each-ref", "--format=%(objectname) %(*objectname) %(refname)").decode().split("\n") if r]
    reachable = git(place, "rev-list", "--all", *(["HEAD"] if head else []), f"--max-count={MOST_COMMITS}", check=False).decode().split()
    commits = Objects(place).commits([*start, *(h for h in reachable if h not in start)])
    number = {h: i for i, h in enumerate(ordered(commits, start))}

    def named(prefix: str) -> dict[str, Any]:
        return {r[-1].removeprefix(prefix): number.get(r[1] or r[0]) for r in refs if r[-1].startswith(prefix)}

    branch = git(place, "symbolic-ref", "-q", "--short", "HEAD", check=False).decode().strip()
    return {
        "repository": True, "branch": branch or None, "head": number.get(head), "branches": named("refs/heads/"), "tags": named("refs/tags/"),
        "commits": [{**c, "parents": [number[p] for p in c["parents"] if p in number]} for c in (commits[h] for h in number)],
        "started_with": len(start), "kept": [number[h] for h in start if h in reachable],
        "status": status(place), "under_way": next((k.strip() for k, f in UNDER_WAY.items() if (place / ".git" / f).exists()), ""),
        "stash": len(git(place, "stash", "list", check=False).splitlines()), "files": working_files(place), "config": config(place),
    }  # fmt: skip


def ordered(commits: dict[str, dict[str, Any]], start: list[str]) -> list[str]:
    """The commits of the start in their order, then the new ones, parents first, equal graphs in equal order whatever their hashes."""
    done = [h for h in start if h in commits]
    left = {h for h in commits if h not in done}
    while left:
        at = {h: i for i, h in enumerate(done)}
        free = [h for h in left if all(p in at or p not in commits for p in commits[h]["parents"])]
        if not free:
            break
        digest = {h: hashlib.sha256(repr((sorted(commits[h]["tree"].items()), commits[h]["author"])).encode()).hexdigest() for h in free}
        done += sorted(free, key=lambda h: ([at.get(p, -1) for p in commits[h]["parents"]], digest[h], commits[h]["message"]))
        left -= set(free)
    return done


class Objects:
    """Commits, trees and blobs, read by one `git cat-file --batch`."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.kept: dict[str, bytes] = {}

    def fetch(self, hashes: list[str]) -> None:
        """Read these objects."""
        wanted = [h for h in dict.fromkeys(hashes) if h not in self.kept]
        data = git(self.place, "cat-file", "--batch", given="\n".join(wanted).encode() + b"\n") if wanted else b""
        at = 0
        for h in wanted:
            end = data.index(b"\n", at)
            words = data[at:end].split(b" ")
            if words[-1] == b"missing":
                raise Damaged(f"git finds object {h[:10]} no more: something in .git was deleted.")
            size = int(words[2]) if len(words) == 3 and words[2].isdigit() else 0
            self.kept[h] = data[end + 1 : end + 1 + size]
            at = end + 1 + size + (1 if len(words) == 3 and words[2].isdigit() else 0)

    def commits(self, hashes: list[str]) -> dict[str, dict[str, Any]]:
        """Each commit with parents (hashes), author, message and tree."""
        self.fetch(hashes)
        found, roots = {}, {}
        for h in hashes:
            head, _, message = self.kept[h].decode("utf-8", "replace").partition("\n\n")
            lines = [line.split(" ", 1) for line in head.split("\n") if " " in line]
            roots[h] = next((v for k, v in lines if k == "tree"), "")
            author = next((v for k, v in lines if k == "author"), "").rsplit(" ", 2)[0]
            found[h] = {"parents": [v for k, v in lines if k == "parent"], "author": author, "message": message.rstrip("\n")[:5000]}
        return {h: {**c, "tree": self.tree(roots[h])} for h, c in found.items()}

    def tree(self, root: str) -> dict[str, str]:
        """Path to text of everything in a tree; what is no text as "(n bytes)"."""
        level = {"": root}
        blobs: dict[str, str] = {}
        while level:
            self.fetch(list(level.values()))
            deeper: dict[str, str] = {}
            for folder, h in level.items():
                data = self.kept[h]
                while data and len(blobs) < MOST_FILES:
                    mode, _, rest = data.partition(b" ")
                    name, _, rest = rest.partition(b"\0")
                    path, entry = folder + name.decode("utf-8", "replace"), rest[:20].hex()
                    data = rest[20:]
                    if mode == b"40000":
                        deeper[path + "/"] = entry
                    elif mode != b"160000":
                        blobs[path] = entry
            level = deeper
        self.fetch(list(blobs.values()))
        return {path: plain(self.kept[h]) for path, h in blobs.items()}


def plain(data: bytes) -> str:
    """Bytes as text."""
    try:
        text = data[:MOST_TEXT].decode("utf-8")
    except UnicodeDecodeError:
        return f"({len(data)} bytes)"
    return text if "\0" not in text else f"({len(data)} bytes)"


def working_files(place: Path) -> dict[str, str]:
    """Path to text of what lies in the folder."""
    found: dict[str, str] = {}
    for folder, below, names in os.walk(place):
        below[:] = sorted(d for d in below if d != ".git")
        for name in sorted(names):
            path = Path(folder, name)
            if len(found) < MOST_FILES and path.is_file() and not path.is_symlink():
                with path.open("rb") as f:
                    found[str(path.relative_to(place))] = plain(f.read(MOST_TEXT))
    return found


def status(place: Path) -> list[str]:
    """What differs from the last commit: "M  path", "?? path"."""
    raw = git(place, "status", "--porcelain=v1", "--untracked-files=all", "--no-renames", "-z", check=False)
    return sorted(entry.decode("utf-8", "replace") for entry in raw.split(b"\0") if entry)


def config(place: Path) -> dict[str, str]:
    """The repository's own settings but for git's bookkeeping."""
    raw = git(place, "config", "--local", "--list", "-z", check=False).decode("utf-8", "replace")
    pairs = [entry.partition("\n") for entry in raw.split("\0") if entry]
    return {k: v for k, _, v in pairs if not k.startswith(("core.", "extensions."))}


def look(place: Path) -> Any:
    """What the step's own script sees in the folder (it may run the learner's files)."""
    for name in [n for n, m in sys.modules.items() if str(getattr(m, "__file__", "")).startswith(os.path.abspath(place))]:
        del sys.modules[name]
    script: Any = importlib.import_module("look")
    return script.look(os.path.abspath(place))
