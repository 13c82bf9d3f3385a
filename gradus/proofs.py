"""Many proofs: several steps at a time, what is stale, and the lock that keeps what was proven."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from gradus.content.lock import alone, proven, read_lock, write_lock
from gradus.content.read import read
from gradus.engine import judging_code
from gradus.prove import Proof, prove
from gradus.vocabulary import Step


def _prove_in_child(folder: Path, step: str, full: bool) -> Proof:
    return prove(read(folder).steps[step], full)


def prove_many(folder: Path, steps: Iterable[Step], jobs: int = 2, full: bool = False) -> Iterator[Proof]:
    """Proofs as they are ready, `jobs` steps at a time in processes of their own; the costly families first."""
    todo = sorted(steps, key=lambda s: {"llm": 0, "torch": 1, "sci": 2}.get(s.family, 3))
    if jobs <= 1 or len(todo) <= 1:
        for step in todo:
            yield prove(step, full)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        for done in as_completed([pool.submit(_prove_in_child, folder, step.id, full) for step in todo]):
            yield done.result()


def record(folder: Path, proofs: Iterable[Proof], known: Iterable[str]) -> None:
    """Put green proofs into the lock, take red ones and steps that are no more out of it."""
    with alone(folder):
        lock = dict(read_lock(folder))
        for proof in proofs:
            if proof.ok:
                lock[proof.step] = proof.entry()
            else:
                lock.pop(proof.step, None)
        ids = set(known)
        write_lock(folder, {i: e for i, e in lock.items() if i in ids})


def changed(folder: Path, steps: Iterable[Step]) -> list[Step]:
    """Steps whose folder or judging code is not the one in the lock."""
    todo = list(steps)
    done = proven(folder, {s.id: (s.hash, judging_code(s.kind)) for s in todo})
    return [s for s in todo if s.id not in done]


def rotating(steps: Iterable[Step], day: int, share: int = 10) -> list[Step]:
    """A tenth of the steps, another one every day: what CI proves again although nothing changed."""
    return [s for i, s in enumerate(sorted(steps, key=lambda s: s.id)) if i % share == day % share]
