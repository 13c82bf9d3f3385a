"""`gradus prove`: which steps, how many at a time, what is printed and what goes into proofs.lock."""

from __future__ import annotations

import datetime
import json
import os
import time
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated

import typer

from gradus import proofs as proving
from gradus.cli.author import AsJson, Names, curriculum, known_steps, print_findings
from gradus.cli.terminal import Failure, lines, plain, raw
from gradus.content.check import check as find_faults
from gradus.content.read import read
from gradus.prove import Proof
from gradus.vocabulary import Finding, Roadmap, Step

MOST = 12  # lines about one step; what stands first is what to mend first
JOBS = max(1, min(4, os.cpu_count() or 1))


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("prove")(prove)


def prove(
    steps: Names = None,
    all_: Annotated[bool, typer.Option("--all", help="Every step.")] = False,
    changed: Annotated[bool, typer.Option("--changed", help="Steps that are not in proofs.lock as they stand.")] = False,
    rotating: Annotated[bool, typer.Option("--rotating", help="A tenth of the steps, another one every day.")] = False,
    lock: Annotated[bool, typer.Option("--lock", help="Prove nothing: fail unless proofs.lock covers every step.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Steps that train something on all seeds too, which may take long.")] = False,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, help="Steps at a time.")] = JOBS,
    as_json: AsJson = False,
) -> None:
    """Run every known answer of a step through the judge and write proofs.lock; exit code 1 unless all are proven."""
    folder = curriculum()
    roadmap = read(folder)
    known_steps(roadmap, steps)
    if lock:
        _check_lock(folder, roadmap)
        return
    asked = _asked(roadmap, steps or [], all_, changed, rotating)
    faults = find_faults(folder, {*asked, *(steps or ())} if not all_ else None)
    if not as_json:
        print_findings(faults)
    start = time.monotonic()
    proofs, unfit = [], _unfit(faults, asked.values())
    for proof in proving.prove_many(folder, [s for s in asked.values() if s.id not in unfit], jobs, full):
        proofs.append(proof)
        if not as_json:
            _say(proof)
    proving.record(folder, proofs, roadmap.planned)
    good = len(asked) == sum(p.ok for p in proofs) and not faults
    if as_json:
        _as_json(asked, faults, proofs)
    else:
        left = f"; {len(unfit)} not tried because of the findings above" if unfit else ""
        say = f"{sum(p.ok for p in proofs)} of {len(asked)} steps proven in {time.monotonic() - start:.0f} s{left}."
        lines(plain(say, "good" if good else "bad"))
    if not good:
        raise typer.Exit(1)


def _asked(roadmap: Roadmap, steps: Collection[str], all_: bool, changed: bool, rotating: bool) -> dict[str, Step]:
    """The sound steps that are meant; an unsound one that was named has findings, which are printed."""
    if not (steps or all_ or changed or rotating):
        raise Failure("Nothing was asked to be proven.", "Name steps, or give --changed, --rotating or --all.")
    sound = roadmap.steps
    asked = dict(sound) if all_ else {s: sound[s] for s in steps if s in sound}
    if changed:
        asked |= {s.id: s for s in proving.changed(roadmap.folder, sound.values())}
    if rotating:
        asked |= {s.id: s for s in proving.rotating(sound.values(), datetime.date.today().toordinal())}
    return asked


def _unfit(faults: Iterable[Finding], steps: Iterable[Step]) -> set[str]:
    """Steps with a finding in their folder: they are not worth the time of a proof."""
    paths = [Path(f.path) for f in faults]
    return {s.id for s in steps if any(s.folder == p or s.folder in p.parents for p in paths)}


def _say(proof: Proof) -> None:
    """One line for a proven step; for another one all that stands against it."""
    counts = ", ".join(f"{n} {role}{'s' * (n != 1)}" for role in ("mistake", "alternative") if (n := proof.count(role)))
    facts = [counts, f"{proof.mutants} mutants" if proof.mutants else "", f"{proof.drawn} drawn" if proof.drawn else ""]
    state = "proven" if proof.ok else "NOT PROVEN"
    said = ", ".join(f for f in facts if f)
    lines(plain(f"{state:10} {proof.step} ({said}, {proof.seconds:.1f} s)", "good" if proof.ok else "bad"))
    against = [*proof.problems, *(f"{line.role} {line.id}: {line.say}" for line in proof.lines if not line.ok)]
    lines(*(plain(f"    {say}") for say in against[:MOST]))
    if len(against) > MOST:
        lines(plain(f"    … and {len(against) - MOST} more; --json prints them all", "quiet"))


def _as_json(asked: Collection[str], faults: Iterable[Finding], proofs: list[Proof]) -> None:
    found = [{"code": f.code, "path": f.path, "line": f.line, "say": f.say} for f in faults]
    body = {"asked": len(asked), "proven": sum(p.ok for p in proofs), "findings": found, "proofs": [p.as_json() for p in proofs]}
    raw(json.dumps(body, indent=1, ensure_ascii=False, default=str))


def _check_lock(folder: Path, roadmap: Roadmap) -> None:
    """For CI: every sound step is proven as it stands."""
    open_ = [s.id for s in proving.changed(folder, roadmap.steps.values())]
    for step in open_:
        lines(plain(f"{step} is not proven as it stands; run `gradus prove {step}`.", "bad"))
    if open_:
        raise typer.Exit(1)
    lines(plain(f"proofs.lock covers all {len(roadmap.steps)} steps.", "good"))
