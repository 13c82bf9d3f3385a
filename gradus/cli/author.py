"""What an author does in a terminal: start a step, look for faults, count what is proven."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from gradus import settings
from gradus.cli.terminal import Failure, commands, lines, plain, raw, short_path
from gradus.content import coverage as covering
from gradus.content.check import check as find_faults
from gradus.content.read import read
from gradus.content.scaffold import CannotStart, write
from gradus.vocabulary import Finding, Roadmap

AsJson = Annotated[bool, typer.Option("--json", help="For machines.")]
Names = Annotated[list[str] | None, typer.Argument(metavar="[STEP...]", help="Steps by id.")]


def add_to(app: typer.Typer) -> None:
    """Register the commands in the order of an author's work."""
    app.command("new")(new)
    app.command("check")(check)
    app.command("coverage")(coverage)


def curriculum() -> Path:
    """The folder of the settings in force."""
    return settings.load().curriculum


def new(step: Annotated[str, typer.Argument(metavar="STEP", help="A planned step's id.")]) -> None:
    """Write a whole, runnable step from the roadmap's line, for you to fill.  Never overwrites."""
    folder = curriculum()
    roadmap = read(folder)
    if step not in roadmap.planned:
        raise Failure(
            f"{step} is no step of roadmap.yaml.", "Add its line to roadmap.yaml first: id, title, kind, level, task, oracle, mistakes."
        )
    try:
        written = write(folder, roadmap.planned[step])
    except CannotStart as e:
        raise Failure(str(e), code=1) from None
    place = folder / roadmap.planned[step].track / roadmap.planned[step].concept / step
    lines(plain(f"{len(written)} files in {short_path(place)}", "head"), "Each place that waits for you is marked TODO.")
    commands([(f"gradus check {step}", "what is left to do"), (f"gradus prove {step}", "run every known answer through the judge")])


def check(steps: Names = None, as_json: AsJson = False) -> None:
    """Look for faults in the curriculum; exit code 1 when there are any."""
    folder = curriculum()
    known_steps(read(folder), steps)
    found = find_faults(folder, steps or None)
    if as_json:
        raw(json.dumps([{"code": f.code, "path": f.path, "line": f.line, "say": f.say} for f in found], indent=1))
    else:
        print_findings(found)
        if not found:
            lines(plain("No faults." if steps else f"No faults in {short_path(folder)}.", "good"))
    if found:
        raise typer.Exit(1)


def print_findings(found: Iterable[Finding]) -> None:
    """One line each, as editors and CI read them."""
    for f in found:
        path = short_path(Path(f.path)) if os.path.isabs(f.path) else f.path
        raw(plain(f"{path}:{f.line}: {f.code}: {f.say}").plain)


def known_steps(roadmap: Roadmap, steps: Iterable[str] | None) -> None:
    """Raises Failure for a name that is no step."""
    for step in steps or ():
        if step not in roadmap.planned:
            raise Failure(f"{step} is no step of roadmap.yaml.", "Correct the id; `gradus find WORD` looks for it.")


def coverage(
    as_json: AsJson = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Tables for a page.")] = False,
    out: Annotated[Path | None, typer.Option("--out", help="Write to this file instead of the terminal.")] = None,
) -> None:
    """What of the roadmap is proven: every track, seed row and quoted item with its steps."""
    roadmap = read(curriculum())
    if as_json:
        text = json.dumps(covering.as_json(roadmap), indent=1, ensure_ascii=False) + "\n"
    else:
        text = covering.as_markdown(roadmap) if markdown else covering.as_text(roadmap)
    if out is None:
        raw(text)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as e:
        raise Failure(f"{out} cannot be written: {e.strerror}.", "Give another place.") from None
    lines(f"Written to {short_path(out)}.")
