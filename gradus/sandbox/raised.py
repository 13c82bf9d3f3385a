"""An exception as plain data, cut to the frames that the learner wrote; runs inside the box."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator, Mapping
from typing import Any

HEAD, TAIL = 4, 8  # frames shown of a deep traceback
MESSAGE, TRACE = 2000, 8000  # characters
AUTHORS = "probe.py"  # the step's own script beside the answer


def _source(files: Mapping[str, str | bytes], name: str, line: int) -> str:
    """From the submitted text, not from disk: the program may have written there."""
    text = files.get(name, "")
    lines = (text if isinstance(text, str) else text.decode("utf-8", "replace")).splitlines()
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""


def own_frames(e: BaseException, scratch: str, files: Mapping[str, str | bytes]) -> Iterator[tuple[str, int, str]]:
    """(file, line, function) of every frame in a file of the learner."""
    for frame, line in traceback.walk_tb(e.__traceback__):
        name = os.path.relpath(frame.f_code.co_filename, scratch) if frame.f_code.co_filename.startswith(scratch) else ""
        if name in files and name != AUTHORS:
            yield name, line, frame.f_code.co_name


def _message(e: BaseException) -> str:
    try:
        if isinstance(e, SyntaxError):
            return str(e.msg)[:MESSAGE]
        return str.__str__(str(e))[:MESSAGE]
    except BaseException as second:
        return f"<str() raised {type(second).__name__}>"


def describe(e: BaseException, scratch: str, files: Mapping[str, str | bytes]) -> dict[str, Any]:
    """type, bases, message, line and trace for the learner; file is "" when no frame is the learner's."""
    kind, message = type(e).__name__[:200], _message(e)
    frames = list(own_frames(e, scratch, files))
    at = [(f"in {function}", name, line, _source(files, name, line)) for name, line, function in frames]
    if isinstance(e, SyntaxError) and e.filename and e.filename.startswith(scratch):
        name = os.path.relpath(e.filename, scratch)
        at.append(("", name, e.lineno or 0, _source(files, name, e.lineno or 0)))
    lines = []
    for i, (where, name, line, source) in enumerate(at):
        if HEAD <= i < len(at) - TAIL:
            if i == HEAD:
                lines.append(f"  … {len(at) - TAIL - HEAD} more frames …")
            continue
        lines.append(f'  File "{name}", line {line}' + (f", {where}" if where else "") + (f"\n    {source}" if source else ""))
    trace = "\n".join([*lines, f"{kind}: {message}" if message else kind])
    bases = [str(c.__name__)[:200] for c in type(e).__mro__[:32] if c is not object]
    last = at[-1] if at else ("", "", None, "")
    return {"type": kind, "bases": bases, "message": message, "line": last[2], "trace": trace[-TRACE:], "file": last[1]}
