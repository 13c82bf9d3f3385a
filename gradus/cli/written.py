"""Files that a command writes where the one who runs it says: new ones only, and with that one's own rights."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gradus.cli.terminal import Failure, lines, raw, short_path


def as_json(document: Any) -> str:
    """As people can read it."""
    return json.dumps(document, indent=1, ensure_ascii=False)


def put(text: Callable[[], str], file: Path | None, say: str) -> None:
    """Write a file that is new, or print.  It is opened before the text is made, which may cost the rights to the folder."""
    if file is None:
        raw(text())
        return
    try:
        f = file.open("x", encoding="utf-8")
    except FileExistsError:
        raise Failure(f"{file} exists already; nothing was written.", "Give another name, or move that file away.") from None
    except OSError as e:
        raise Failure(f"{file} cannot be written: {e.strerror}.", "Give another place.") from None
    with f:
        try:
            f.write(text() + "\n")
        except BaseException:
            with contextlib.suppress(OSError):
                file.unlink()
            raise
    lines(say.format(short_path(file)))
