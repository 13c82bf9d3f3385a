"""Simple relations between the values of an answer and the expected ones: a factor, a sign, an order, a shape.

A relation is named only when it holds on every probe that the judge objects to, and on enough numbers that it is no accident.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from gradus.compared import Compared
from gradus.judging import array, close
from gradus.plaintext import show
from gradus.relations.arrangement import order, other_shape
from gradus.relations.numbers import ENOUGH, RTOL, Numbers, of_numbers
from gradus.relations.sequences import fewer_or_more, rearranged, written
from gradus.vocabulary import Frame, Mistake, Series

FEW = 3  # parts that are named
SMALL = 1e-9  # of the parts of a tuple: what is that near is right


@dataclass(frozen=True, slots=True)
class Pair:
    """What came and what was expected on one probe, and the arguments that were handed in."""

    got: Any
    want: Any
    args: tuple[Any, ...] = ()


def related(compared: Compared) -> Mistake | None:
    """The first relation that holds on all probes with an objection; else the parts of the result, or the function, that alone are wrong."""
    seen, ideal, probes = compared.seen.seen, compared.ideal.seen, compared.probes
    asked = [p for p in probes if p in compared.objected]
    if not asked or any(seen[p].raised for p in asked):
        return None
    targets = {probes[p].target for p in asked}
    if found := _constant(compared, targets):
        return found
    if any(ideal[p].raised for p in asked):
        return None
    pairs = [Pair(seen[p].value, ideal[p].value, probes[p].args) for p in asked]
    return _relation(pairs) or _of_parts(pairs) or _of_one_function(targets, {q.target for q in probes.values()})


def _relation(pairs: list[Pair]) -> Mistake | None:
    """What holds between whole values."""
    if found := _unchanged(pairs):
        return found
    if all(isinstance(p.got, str) and isinstance(p.want, str) for p in pairs):
        return written([(p.got, p.want) for p in pairs])
    if all(isinstance(p.got, (list, tuple)) and isinstance(p.want, (list, tuple)) and array(p.want) is None for p in pairs):
        lists = [(p.got, p.want) for p in pairs]
        return rearranged(lists) or fewer_or_more(lists)
    numbers: Numbers = []
    for p in pairs:
        got, want = array(p.got), array(p.want)
        if got is None or want is None or "c" in got.dtype.kind + want.dtype.kind:
            return None
        numbers.append((got.astype(float), want.astype(float)))
    if any(g.shape != w.shape for g, w in numbers):
        return other_shape(numbers)
    return order(numbers) or of_numbers(numbers)


def _of_parts(pairs: list[Pair]) -> Mistake | None:
    """Of values that are records of one structure some parts are wrong, and the others right every time."""
    parts: list[dict[str, Pair]] = []
    for p in pairs:
        mine, theirs = _parts(p.got), _parts(p.want)
        if mine.keys() != theirs.keys() or len(theirs) < 2:
            return None
        parts.append({k: Pair(mine[k], theirs[k]) for k in theirs})
    if any(part.keys() != parts[0].keys() for part in parts):
        return None
    wrong = [k for k in parts[0] if any(close(part[k].got, part[k].want, RTOL, SMALL) for part in parts)]
    if not 0 < len(wrong) < len(parts[0]):
        return None
    if len(wrong) == 1 and (found := _relation([part[wrong[0]] for part in parts])):
        return Mistake(found.id, f"{wrong[0]}: {found.name[0].lower()}{found.name[1:]}", f"{wrong[0]} alone is wrong. {found.words}")
    if len(parts) < 2:
        return None
    alone = " and ".join(wrong) + (" alone is wrong" if len(wrong) == 1 else " are wrong, the rest is right")
    words = f"{alone}, on every input that is turned away. Look only at the lines that make it, first at {wrong[0]}: what comes later may follow from it."
    return Mistake("parts-wrong", alone, words) if len(wrong) <= FEW else None


def _of_one_function(wrong: set[str], asked: set[str]) -> Mistake | None:
    """Of several functions one is wrong."""
    if len(wrong) != 1 or len(asked) < 2:
        return None
    name = next(iter(wrong)).rpartition(".")[2]
    words = f"What the task asks of the others is right on every input; {name} is what to look at. Run the example of the lesson by hand through it."
    return Mistake("one-function-wrong", f"Only {name} is wrong", words)


def _parts(value: Any) -> dict[str, Any]:
    """The parts of a record under the names that a learner knows them by; {} for anything else."""
    match value:
        case tuple():
            return {f"Returned value {i + 1} of {len(value)}": v for i, v in enumerate(value)}
        case Frame():
            return {"The index": value.index, **{f"Column {show(c)}": v for c, v in zip(value.columns, value.values, strict=True)}}
        case Series():
            return {"The index": value.index, "The values": value.values}
        case {"columns": list(columns), "rows": list(rows)} if rows and all(len(r) == len(columns) for r in rows):
            by_column = zip(*rows, strict=True)
            return {"The number of rows": len(rows), **{f"Column {show(c)}": list(v) for c, v in zip(columns, by_column, strict=True)}}
        case {"out": out, "exit": status, "ended": ended}:  # of a program; what the checked build complained of, it says in its own words
            return {"What is printed": out, "The exit status": status, "How it ends": ended}
        case dict() if all(isinstance(k, str) for k in value):
            return {f"“{k}”": v for k, v in value.items()}
        case _:
            return {}


def _constant(compared: Compared, targets: set[str]) -> Mistake | None:
    """One value for every input of each function that is objected to, where several are expected."""
    seen, ideal = compared.seen.seen, compared.ideal.seen
    for target in sorted(targets):
        probes = [p for p, q in compared.probes.items() if q.target == target and not seen[p].raised]
        wanted = [ideal[p].value for p in probes if not ideal[p].raised]
        first = seen[probes[0]].value if probes else None
        if len(probes) < ENOUGH or any(close(seen[p].value, first, 0, 0) for p in probes) or not any(close(w, wanted[0]) for w in wanted):
            return None
    words = f"Whatever goes in, {show(first)} comes out: the result does not depend on the arguments. Compute it from them."
    return Mistake("same-for-every-input", "The same answer for every input", words)


def _unchanged(pairs: list[Pair]) -> Mistake | None:
    """The first argument comes back."""
    if (
        any(not p.args or close(p.got, p.args[0], 0, 0) for p in pairs)
        or sum(np.size(np.asarray(p.got, dtype=object)) for p in pairs) < ENOUGH
    ):
        return None
    words = "What comes back is the first argument, unchanged: the work on it is lost or never returned."
    return Mistake("returns-its-input", "Returns its input as it is", words)
