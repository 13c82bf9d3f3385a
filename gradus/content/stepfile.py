"""step.toml as values, with the line of every fault."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gradus.vocabulary import Finding, Level

Text = Annotated[str, Field(min_length=1)]


class LimitsTable(BaseModel):
    """The table [limits]: what one run may use."""

    model_config = ConfigDict(extra="forbid", strict=False)
    seconds: Annotated[float, Field(gt=0, le=600)] = 5.0
    memory_mb: Annotated[int, Field(ge=64, le=8192)] = 512
    printed_kb: Annotated[int, Field(ge=1, le=1024)] = 64
    disk_mb: Annotated[int, Field(ge=1, le=4096)] = 64


class StepFile(BaseModel):
    """The keys that step.toml may hold; docs/author.md explains each."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    kind: Literal["code", "drill", "git", "program", "project", "service", "sql"]
    title: Text
    level: Level
    minutes: Annotated[int, Field(ge=1, le=240)]
    family: Literal["numpy", "sci", "torch", "llm"] = "numpy"
    hints: Annotated[tuple[Text, ...], Field(min_length=3, max_length=3)]
    exercises: Mapping[str, float] = {}
    builds_on: tuple[Text, ...] = ()
    variants: tuple[Text, ...] = ()
    shared: tuple[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*\.[a-z]+$")], ...] = ()
    gap: bool = False  # the task is to mend or complete the starter, so its lines may stand in the solution
    options: Mapping[str, Any] = {}
    limits: LimitsTable = LimitsTable()


_SAY = {
    "missing": "{key} is missing; add it",
    "extra_forbidden": "{key} is not a key of this table; drop it or correct its spelling",
    "too_short": "{key} holds too few; write exactly three, a ladder",
    "too_long": "{key} holds too many; write exactly three, a ladder",
}


def read_stepfile(path: Path, text: str) -> tuple[StepFile | None, list[Finding]]:
    """The parsed file or None, and what is wrong with it."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        line = int(m[1]) if (m := re.search(r"at line (\d+)", str(e))) else text.count("\n") + 1
        return None, [Finding("step-toml", str(path), line, f"This is not TOML ({e}); correct this line.")]
    try:
        return StepFile.model_validate(raw), []
    except ValidationError as e:
        return None, list(_findings(e, path, text))


def _findings(error: ValidationError, path: Path, text: str) -> Iterator[Finding]:
    for fault in error.errors():
        loc = [str(p) for p in fault["loc"]]
        key = ".".join(loc)
        say = _SAY.get(fault["type"], "{key} is not right ({msg}); correct it").format(key=key, msg=fault["msg"])
        yield Finding("step-toml", str(path), line_of_key(text, loc), say + ".")


def line_of_key(text: str, loc: list[str]) -> int:
    """The line on which the key of this path stands, else its table's, else 1."""
    for name in [p for p in reversed(loc) if not p.isdigit()]:
        pattern = rf"^\s*(?:\[\s*)?\"?{re.escape(name)}\"?\s*(?:=|\])"
        if m := re.search(pattern, text, re.MULTILINE) or re.search(rf"\b{re.escape(name)}\b\s*=", text):
            return text.count("\n", 0, m.start() + len(m[0]) - len(m[0].lstrip())) + 1
    return 1
