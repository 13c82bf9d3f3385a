"""The learner's files on disk: one folder per step, shared by the terminal, the learner's editor and the web.

A learner's file is never overwritten unasked: what replaces it is written beside it and moved into its place, and `reset`
keeps the old text as answer.py.1, answer.py.2, ...  Nothing here runs or judges anything.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import tempfile
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

LARGEST = 1_000_000  # bytes of one file of an answer
_saving = threading.Lock()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file of an answer cannot be read as text, in one sentence for the learner."""

    name: str
    say: str


class ChangedOnDisk(Exception):
    """The file holds something else than the page last saw; `text` and `hash` are what it holds."""

    def __init__(self, name: str, text: str, hash: str) -> None:
        super().__init__(f"{name} was changed on disk since this page last read it.")
        self.text, self.hash = text, hash


def folder(home: Path, step: str) -> Path:
    """Where the files of a step stand."""
    return home / "workspace" / step


def review_folder(home: Path, id: int) -> Path:
    """Where the files of a step stand that is asked afresh; `id` is that of the trial."""
    return home / "reviews" / str(id)


def hash_of(text: str) -> str:
    """What the page sends back to say which text it last saw."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def write(path: Path, text: str) -> None:
    """Put `text` into `path` so that a reader, or the next start after a power cut, sees the old text or the new, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".draft")
    try:
        with os.fdopen(handle, "wb") as f:
            f.write(text.encode("utf-8"))
            f.flush()
            os.fsync(f.fileno())
        os.chmod(draft, stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o644)
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    _sync(path.parent)


def open_files(home: Path, step: str, starter: Mapping[str, str]) -> list[Path]:
    """Write the starter files that are missing; says which."""
    return open_in(folder(home, step), starter)


def open_in(place: Path, starter: Mapping[str, str]) -> list[Path]:
    """The same in any folder."""
    missing = [place / name for name in starter if not os.path.lexists(place / name)]
    for path in missing:
        write(path, starter[path.name])
    return missing


def read(home: Path, step: str, names: Iterable[str]) -> dict[str, str] | Unreadable:
    """The files of an answer as they stand on disk."""
    return read_in(folder(home, step), names)


def read_in(place: Path, names: Iterable[str]) -> dict[str, str] | Unreadable:
    """The same in any folder."""
    found: dict[str, str] = {}
    for name in names:
        text = read_file(place / name)
        if isinstance(text, Unreadable):
            return text
        found[name] = text
    return unreadable(found) or found


def read_file(path: Path) -> str | Unreadable:
    """The text of one file.  Looks at the size before it reads, and opens neither pipes nor devices."""
    name = path.name
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return Unreadable(name, f"{name} is not a plain file. Put your answer into a text file of that name.")
        if about.st_size > LARGEST:
            return _too_large(name, about.st_size)
        with path.open("rb") as f:
            raw = f.read(LARGEST + 1)
    except FileNotFoundError:
        return Unreadable(name, f"There is no {name} in {path.parent}. Open the step again to get the starter file.")
    except OSError as e:
        return Unreadable(name, f"{name} cannot be read: {e.strerror}.")
    if len(raw) > LARGEST:
        return _too_large(name, len(raw))
    if b"\0" in raw:
        return _not_text(name)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _not_text(name)


def unreadable(files: Mapping[str, str]) -> Unreadable | None:
    """Is one of these texts no answer at all: too long, empty, or with characters that no text file holds?"""
    for name, text in files.items():
        if len(text) > LARGEST:
            return _too_large(name, len(text))
        if "\0" in text or any("\ud800" <= c <= "\udfff" for c in text):
            return _not_text(name)
    if files and not any(text.strip() for text in files.values()):
        return Unreadable(
            next(iter(files)), f"{next(iter(files))} is empty. Write your answer into it, or reset the step to get the starter back."
        )
    return None


def lay_out(place: Path, seed: int, starter: Callable[[int], Mapping[str, str]]) -> list[str]:
    """Write the files that are missing; says which.  `starter` gives them for a seed.

    A file that asks the questions of another run (drill) is put aside under a number, unless nothing was written into it.
    """
    written = []
    files = starter(seed)
    for name, text in files.items():
        path = place / name
        held = read_file(path)
        asks = run_of(text) == seed  # only files that say of which run they are; a learner's own `run = 5` is none of ours
        if asks and isinstance(held, str) and (other := run_of(held)) is not None and other != seed:
            replace(path, text, keep=held != starter(other).get(name))
            written.append(name)
    return written + [p.name for p in open_in(place, files)]


def shown(path: Path) -> tuple[str, str]:
    """What the page shows of a file, and the hash by which it will say that it saw this.  A file that is no text is shown empty."""
    text = read_file(path)
    if isinstance(text, str):
        return text, hash_of(text)
    if not os.path.lexists(path):
        return "", "none"
    about = path.lstat()
    return "", f"unread-{about.st_size}-{about.st_mtime_ns}"


def save(home: Path, step: str, name: str, text: str, base_hash: str | None) -> str:
    """Save what the page holds, unless the file changed since the page saw `base_hash`; the new hash.  None saves only a new file."""
    return save_in(folder(home, step), name, text, base_hash)


def save_in(place: Path, name: str, text: str, base_hash: str | None) -> str:
    """The same in any folder."""
    path = place / name
    with _saving:
        if os.path.lexists(path):
            on_disk, hash = shown(path)
            if hash == hash_of(text):
                return hash
            if hash != base_hash:
                raise ChangedOnDisk(name, on_disk, hash)
            if hash.startswith("unread"):
                _keep(path)  # the page could not show it, so what replaces it must not end it
        write(path, text)
    return hash_of(text)


def reset(home: Path, step: str, starter: Mapping[str, str]) -> list[Path]:
    """Put the starter back; every file that differs from it is kept under the next free number.  Says where."""
    kept = []
    for name, text in starter.items():
        path = folder(home, step) / name
        if os.path.lexists(path) and read_file(path) != text:
            kept.append(_keep(path))
        write(path, text)
    return kept


def replace(path: Path, text: str, keep: bool) -> None:
    """Put `text` in the place of a file; with `keep` its old text stays under the next free number."""
    if keep:
        _keep(path)
    write(path, text)


def run_of(text: str) -> int | None:
    """Of which run the questions in this file are (the line `run = 12345` of a drill), if it says so."""
    found = re.search(r"^run = (\d{1,10})\b", text, re.MULTILINE)
    return int(found[1]) if found else None


def _keep(path: Path) -> Path:
    """A second name for the file, so that it exists at every moment; never over another file."""
    number = 1
    while True:
        other = path.with_name(f"{path.name}.{number}")
        try:
            os.link(path, other, follow_symlinks=False)
        except FileExistsError:
            number += 1
        except OSError:  # a file system without links
            if os.path.lexists(other):
                number += 1
                continue
            os.rename(path, other)
            return other
        else:
            return other


def _sync(path: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _too_large(name: str, size: int) -> Unreadable:
    return Unreadable(name, f"{name} holds {size / 1e6:.1f} MB; an answer may hold {LARGEST / 1e6:.0f} MB. Take the data out of it.")


def _not_text(name: str) -> Unreadable:
    return Unreadable(name, f"{name} is not UTF-8 text: it looks like a binary file. Save it as plain text and run again.")
