"""A step while its author works on it: the folder as it stands now, what the linter says, and what becomes of every known answer.

Reads the curriculum anew on each look and writes nothing, proofs.lock included: that is `gradus prove`.
"""

from __future__ import annotations

import hashlib
import logging
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from gradus.content.check import check
from gradus.content.lock import Entry, read_lock
from gradus.content.read import read
from gradus.engine import judging_code
from gradus.grade import grade
from gradus.kinds import KINDS
from gradus.learner import Learner, Refused
from gradus.prove import SEEDS, Line, line_of, prove
from gradus.vocabulary import Answer, Finding, Step

log = logging.getLogger("gradus.authoring")
QUICK = ("solution", "starter", "alternative", "mistake")


@dataclass
class Table:
    """What became of the known answers: of a quick look (one seed) or of a whole proof."""

    hash: str
    whole: bool
    running: bool = True
    lines: list[Line] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    mutants: int = 0
    equivalent: int = 0
    drawn: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class Authored:
    """One look at a step's folder; `step` is None while it cannot be served."""

    id: str
    folder: Path
    mark: str
    step: Step | None
    findings: tuple[Finding, ...]
    lock: Entry
    holds: bool
    table: Table | None


_tables: dict[str, Table] = {}
_at_work = threading.Lock()


def look(learner: Learner, id: str) -> Authored:
    """The step as it stands on disk now.  Raises Refused for a step that the roadmap does not name."""
    folder, place = learner.roadmap.folder, _folder(learner, id)
    if not place.is_dir():
        raise Refused("unknown_step", f"{id} has no folder yet.", f"Run `gradus new {id}`; it writes one to begin with.")
    seen = mark(learner, id)
    step = read(folder).steps.get(id)
    entry = read_lock(folder).get(id, {})
    holds = step is not None and (entry.get("step"), entry.get("judging")) == (step.hash, judging_code(step.kind))
    return Authored(id, place, seen, step, check(folder, {id}), entry, holds, _tables.get(id))


def mark(learner: Learner, id: str) -> str:
    """Changes whenever a file of the step, of the shared helpers or the roadmap is saved; cheap enough to be asked every second."""
    folder = learner.roadmap.folder
    files = [folder / "roadmap.yaml", folder / "proofs.lock", *_folder(learner, id).rglob("*"), *(folder / "shared").rglob("*")]
    told = [(str(p), p.stat().st_mtime_ns, p.stat().st_size) for p in sorted(files) if p.is_file() and "__pycache__" not in p.parts]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def start(learner: Learner, id: str, whole: bool) -> Table:
    """Run the known answers in the background: each once, or with `whole` all that a proof asks.  One step at a time."""
    step = look(learner, id).step
    if step is None:
        raise Refused("unfit_step", f"{id} cannot be run: the linter's first findings say why.", "Mend those, then try again.")
    known = _tables.get(id)
    if known and known.running:
        return known
    table = _tables[id] = Table(step.hash, whole)
    threading.Thread(target=_work, args=(step, table), name="gradus-author", daemon=True).start()
    return table


def _work(step: Step, table: Table) -> None:
    with _at_work:
        began = time.monotonic()
        try:
            _whole(step, table) if table.whole else _quick(step, table)
        except Exception as e:
            log.exception("the known answers of %s could not be run", step.id)
            table.problems.append(f"{type(e).__name__}: {e}")
        finally:
            table.seconds, table.running = time.monotonic() - began, False


def _quick(step: Step, table: Table) -> None:
    """Each known answer once, on the first seed, line by line as they come."""
    for one in KINDS[step.kind].answers(step):
        if one.role in QUICK:
            seed = (one.seeds or SEEDS)[0]
            verdict = grade(step, Answer(one.files), seed)
            table.lines.append(line_of(one, verdict, step))


def _whole(step: Step, table: Table) -> None:
    proof = prove(step)
    table.lines[:], table.problems[:] = proof.lines, proof.problems
    table.mutants, table.equivalent, table.drawn = proof.mutants, proof.equivalent, proof.drawn


def _folder(learner: Learner, id: str) -> Path:
    """Only ids of the roadmap become paths."""
    planned = learner.roadmap.planned.get(id)
    if planned is None:
        raise Refused(
            "unknown_step", f"There is no step {id[:60]!r} in roadmap.yaml.", "Add its line there, or look for the id with `gradus find`."
        )
    return learner.roadmap.folder / planned.track / planned.concept / planned.id
