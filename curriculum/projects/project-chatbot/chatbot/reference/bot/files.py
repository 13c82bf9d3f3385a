"""Files that are either wholly there or not there at all: written beside their place, then moved into it."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from bot.faults import Fault


def write_text(path: Path, text: str) -> None:
    """Put `text` into `path` (UTF-8) in one step: a reader sees the old file or the new one. OSError when the disk refuses; the old file stays."""
    write_together({path: text})


def write_together(texts: Mapping[Path, str]) -> None:
    """Put each text into its file. All are on the disk before the first takes its place, so a full disk changes none of them."""
    written: list[tuple[str, Path]] = []
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            written.append((name, path))
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, 0o644)
        for name, path in written:
            os.replace(name, path)
    except BaseException:
        for name, _ in written:
            with suppress(OSError):
                os.unlink(name)
        raise


def write_json(path: Path, value: Any) -> None:
    """The value as indented JSON, keys in order, so that two equal values are two equal files."""
    write_text(path, json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n")


def write_lines(path: Path, rows: Iterable[Any]) -> None:
    """One JSON value a line."""
    write_text(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def read_json(path: Path) -> Any:
    """The value in the file; Fault if it is missing or no JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise Fault(f"{path} is damaged ({error}): make it again with the command that wrote it.") from None


def read_lines(path: Path) -> Iterator[Any]:
    """The values of a file with one JSON value a line; Fault names the line that is none."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                yield json.loads(line)
            except ValueError:  # no UTF-8, or no JSON
                raise Fault(f"Line {number} of {path} is damaged: make the file again with the command that wrote it.") from None


@contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """A fresh folder to fill; when the block ends well it takes the place of `folder`, else it is removed and `folder` stays as it was."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.new.", dir=folder.parent))
    fresh.chmod(0o755)
    try:
        yield fresh
        old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.old.", dir=folder.parent))
        if folder.exists():
            os.replace(folder, old)  # an empty folder may be replaced by a folder
        os.replace(fresh, folder)
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
