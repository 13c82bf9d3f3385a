"""A project's own folder: project.toml, the finished reference, the stubs of the starter, and small edits of the reference.

    chatbot/project.toml  chatbot/reference/**  chatbot/starter/**        beside the folders of its stages

Reads text only and runs nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE, REFERENCE, STARTER = "project.toml", "reference", "starter"
LEFT_OUT = {".git", "__pycache__", ".pytest_cache", ".ruff_cache", ".mypy_cache", ".venv"}
MOST_BYTES = 2_000_000  # of all text files of a repository together


class Unsound(ValueError):
    """Something in a project's folder is not as it must be; the text is one sentence with the remedy."""


@dataclass(frozen=True)
class Project:
    """What project.toml says, and the two trees beside it as path to text."""

    id: str
    title: str
    summary: str
    package: str  # run as `python -m PACKAGE COMMAND`
    stages: tuple[str, ...]  # step ids in order
    reference: Mapping[str, str]
    starter: Mapping[str, str]  # only what differs while a stage is unfilled

    def unfilled(self, owns: Sequence[str]) -> dict[str, str]:
        """The repository in which the stage that owns these files is still to be written."""
        return {**self.reference, **{name: self.starter[name] for name in owns if name in self.starter}}

    def fresh(self) -> dict[str, str]:
        """The repository in which every stage is still to be written."""
        return {**self.reference, **self.starter}


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a project's folder by its relative path with /, caches left out."""
    found = {}
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if not LEFT_OUT & set(parts) and path.is_file():
            found["/".join(parts)] = path.read_bytes()
    return found


def project(files: Mapping[str, bytes]) -> Project:
    """The project of a folder's files; raises Unsound."""
    if FILE not in files:
        raise Unsound(f"The project has no {FILE}; write it with id, title, summary, package and stages.")
    try:
        raw = tomllib.loads(files[FILE].decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise Unsound(f"{FILE} is not TOML ({e}); correct it.") from None
    said = {}
    for key in ("id", "title", "summary", "package"):
        if not isinstance(raw.get(key), str) or not raw[key]:
            raise Unsound(f"{FILE} has no {key}; write it as text.")
        said[key] = raw[key]
    stages = raw.get("stages")
    if not isinstance(stages, list) or not stages or not all(isinstance(s, str) for s in stages):
        raise Unsound(f"{FILE} has no stages; list the step ids in order.")
    reference, starter = _texts(files, REFERENCE), _texts(files, STARTER)
    if not reference:
        raise Unsound("The project has no files in reference/; write the finished repository there.")
    if extra := sorted(set(starter) - set(reference)):
        raise Unsound(f"starter/{extra[0]} stands for no file of reference/; it may only hold stubs of files that are there.")
    return Project(**said, stages=tuple(stages), reference=reference, starter=starter)


def _texts(files: Mapping[str, bytes], part: str) -> dict[str, str]:
    found = {}
    for name, content in files.items():
        if name.startswith(part + "/"):
            try:
                found[name.removeprefix(part + "/")] = content.decode("utf-8")
            except UnicodeDecodeError:
                raise Unsound(f"{name} is not UTF-8 text; a repository's answer is text only, so take it out.") from None
    if sum(map(len, found.values())) > MOST_BYTES:
        raise Unsound(f"{part}/ holds more than 2 MB of text; cut it.")
    return found


@dataclass(frozen=True)
class Variant:
    """A repository that differs from the reference by a few edits: a mistake or an alternative."""

    name: str
    words: str
    edits: tuple[tuple[str, str, str], ...]  # (file, find, put)

    def of(self, files: Mapping[str, str]) -> dict[str, str]:
        """The edited repository; raises Unsound where an edit does not fit."""
        changed = dict(files)
        for file, find, put in self.edits:
            if file not in changed:
                raise Unsound(f"An edit names {file}, which is no file of the reference; correct the path.")
            if (times := changed[file].count(find)) != 1:
                raise Unsound(f"The text to find occurs {times} times in {file}, not once; quote more or less of it ({find[:40]!r}).")
            changed[file] = changed[file].replace(find, put)
        return changed


def variant(text: str) -> Variant:
    """A mistake or an alternative as its file says it; raises Unsound."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise Unsound(f"This is not TOML ({e}); correct it.") from None
    if extra := sorted(set(raw) - {"name", "words", "edit"}):
        raise Unsound(f"{extra[0]} is not a key of this file; it has name, words and [[edit]] with file, find, put.")
    return Variant(str(raw.get("name", "")).strip(), str(raw.get("words", "")).strip(), tuple(_edits(raw.get("edit"))))


def _edits(raw: Any) -> Iterator[tuple[str, str, str]]:
    if not isinstance(raw, list) or not raw:
        raise Unsound("There is no [[edit]]; write at least one with file, find and put.")
    for one in raw:
        if not isinstance(one, dict) or set(one) != {"file", "find", "put"} or not all(isinstance(v, str) for v in one.values()):
            raise Unsound("An [[edit]] needs exactly file, find and put, each a text; correct it.")
        if not one["find"]:
            raise Unsound("An [[edit]] has an empty find; quote the text that is replaced.")
        yield one["file"], one["find"], one["put"]
