"""What commands left behind, read without trust: files, JSON, lines of JSON; what is not as the task states is told by `Unfit`.

Lies in the box too, where `stage` takes everything over from here; it uses the standard library only.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path.cwd()  # the scratch folder of the box
WORK = HERE / "work"  # where a probe puts inputs and finds results
MOST_TEXT = 32 << 20


class Unfit(Exception):
    """A command did not do what the task states; the text is for the learner."""


def folder(name: str) -> Path:
    """A folder below the working area, made if it is not there."""
    path = WORK / name
    path.mkdir(parents=True, exist_ok=True)
    return path


def put(name: str, files: Mapping[str, str | bytes]) -> Path:
    """Write files (path to text or bytes) into a folder of the working area."""
    top = folder(name)
    for path, content in files.items():
        at = top / path
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    return top


def text(path: Path) -> str:
    """A text file that a command left; Unfit if it is not there or no text."""
    name = told(path)
    if not path.is_file():
        raise Unfit(f"There is no file {name} afterwards.")
    if path.stat().st_size > MOST_TEXT:
        raise Unfit(f"{name} holds more than {MOST_TEXT >> 20} MB.")
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        raise Unfit(f"{name} is not UTF-8 text.") from None


def read_json(path: Path) -> Any:
    """A JSON file that a command left."""
    try:
        return json.loads(text(path))
    except ValueError as e:
        raise Unfit(f"{told(path)} is not JSON ({e}).") from None


def json_lines(path: Path, *keys: str) -> list[dict[str, Any]]:
    """A file of JSON objects, one a line; each must have these keys."""
    return objects(text(path), told(path), *keys)


def objects(lines: str, name: str, *keys: str) -> list[dict[str, Any]]:
    """The JSON objects in some text, one a line; Unfit names the line that is none."""
    found = []
    for n, line in enumerate(lines.splitlines(), 1):
        if not line.strip():
            continue
        try:
            one = json.loads(line)
        except ValueError:
            raise Unfit(f"Line {n} of {name} is not JSON: {line[:80]!r}.") from None
        if not isinstance(one, dict):
            raise Unfit(f"Line {n} of {name} is not a JSON object: {line[:80]!r}.")
        if lacking := [k for k in keys if k not in one]:
            raise Unfit(f"Line {n} of {name} has no key {lacking[0]!r}; it has {', '.join(map(repr, one))[:120]}.")
        found.append(one)
    return found


def tree(path: Path) -> dict[str, int]:
    """Every file below a folder with its size in bytes; {} if it is not there."""
    return {p.relative_to(path).as_posix(): p.stat().st_size for p in sorted(path.rglob("*")) if p.is_file()}


def told(path: Path | str) -> str:
    """A path as the learner is told it."""
    return str(path).replace(f"{WORK}/", "").replace(f"{HERE}/", "")


def last_line(said: str) -> str:
    """The last line that says something."""
    return next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "")[:400]
