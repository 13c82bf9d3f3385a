"""Run every known answer of a step through the real path and report what a judge lets through or turns away wrongly.

A step that has not been proven does not exist for a learner.  What a proof is: LEARNING B.4, docs/author.md.
"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from gradus.engine import judging_code
from gradus.grade import grade, judge
from gradus.ideals import ideal, mistaken
from gradus.judging import close
from gradus.kinds import KINDS
from gradus.kinds.known import Known
from gradus.plaintext import size
from gradus.vocabulary import Answer, Judge, Outcome, Probe, Step, Verdict
from gradus.worked import untold

SEEDS = (1, 2, 3, 4, 5)
FEWER = {"mistake": 2, "starter": 2, "cheat": 2}  # seeds for what must be turned away; what must be accepted runs on all of them
TRAINING = 30.0  # seconds: a step with a higher limit trains something, and is proven on REDUCED seeds unless all are asked for
REDUCED = {"solution": 2}  # seeds; 1 for every other known answer, 2 for a mutant
DRAWN = 200  # inputs on which the solution must agree with the oracle
ORACLE_SEEDS = 40  # at most so many seeds to reach them
EQUIVALENT = 0.08  # at most this share of the mutants may be signed
SLIPS = {
    "NameError",
    "UnboundLocalError",
    "AttributeError",
    "ImportError",
    "ModuleNotFoundError",
}  # what no task asks for: a slip that all right answers share would pass for agreement
NOT_TAKEN = {Outcome.REJECTED, Outcome.CRASHED, Outcome.MALFORMED, Outcome.EXCEEDED}


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one known answer: `ok` says if that is what the proof wants."""

    id: str
    role: str
    ok: bool
    say: str


@dataclass
class Proof:
    """The report on one step; `problems` is empty when it is proven."""

    step: str
    kind: str
    hash: str
    lines: list[Line] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    mutants: int = 0
    equivalent: int = 0
    drawn: int = 0
    seeds: int = len(SEEDS)  # on which the solution ran
    seconds: float = 0.0

    @property
    def ok(self) -> bool:
        """Proven?"""
        return not self.problems and all(line.ok for line in self.lines)

    def count(self, role: str) -> int:
        """How many known answers of a role were run."""
        return sum(line.role == role for line in self.lines)

    def entry(self) -> dict[str, Any]:
        """What the lock keeps: nothing that changes from run to run."""
        return {
            "step": self.hash, "judging": judging_code(self.kind), "seeds": self.seeds, "mutants": self.mutants, "equivalent": self.equivalent,
            "mistakes": self.count("mistake"), "alternatives": self.count("alternative"), "cheats": self.count("cheat"), "drawn": self.drawn,
        }  # fmt: skip

    def as_json(self) -> dict[str, Any]:
        """The whole report as plain data."""
        return {**asdict(self), "ok": self.ok, "entry": self.entry()}


def prove(step: Step, full: bool = False) -> Proof:
    """Prove one step; never raises for a fault of the step.  `full`: a step that trains something meets all seeds too."""
    start = time.perf_counter()
    reduced = step.limits.seconds > TRAINING and not full
    proof = Proof(step.id, step.kind, step.hash, seeds=REDUCED["solution"] if reduced else len(SEEDS))
    try:
        known = KINDS[step.kind].answers(step)
        _expected(step, proof)
        for one in (k for k in known if k.role not in ("mutant", "oracle")):
            proof.lines.append(_line(step, one, _seeds(one.role, reduced)))
        if all(line.ok for line in proof.lines if line.role == "solution"):
            _oracle(step, [k for k in known if k.role == "oracle"], proof)
            _mutants(step, [k for k in known if k.role == "mutant"], proof)
        _extra(step, proof)
        proof.problems += untold(step)
    except Exception as e:
        proof.problems.append(f"the proof itself failed: {type(e).__name__}: {e}")
    proof.seconds = time.perf_counter() - start
    return proof


def _extra(step: Step, proof: Proof) -> None:
    """What a kind proves by itself (a drill its templates)."""
    more: Callable[[Step], tuple[list[str], int]] | None = getattr(KINDS[step.kind], "prove", None)
    if more:
        problems, drawn = more(step)
        proof.problems += problems
        proof.drawn += drawn


def _expected(step: Step, proof: Proof) -> None:
    """The literal values of the judge against the solution: a wrong solution cannot prove itself."""
    expected = KINDS[step.kind].judge(step).expected
    if step.kind == "project":
        return  # no solution is asked for a verdict; what is right was planted by the judge itself
    if not expected:
        proof.problems.append("judge.py holds no literal EXPECTED value; add one worked by hand or from a book.")
    if step.kind == "drill":
        return  # the kind compares its own, template by template
    seen = ideal(step, SEEDS[0]).seen
    proof.problems += [
        f"the solution itself ends with {s.raised.type} on {name!r} ({s.raised.message}); correct the solution or probe.py."
        for name, s in seen.items()
        if s.raised and s.raised.type in SLIPS
    ]
    for probe, value in expected.items():
        names = [p for p in seen if p == probe or p.startswith(f"{probe} on ")]
        if not names:
            proof.problems.append(f"EXPECTED names the probe {probe!r}, which does not exist; probes are {', '.join(list(seen)[:6])} …")
        for name in names:
            if miss := close(_part(seen[name].value, value), value, 1e-6, 1e-9):
                proof.problems.append(f"the solution disagrees with EXPECTED on {name!r}: {miss.say}")


def _part(got: Any, value: Any) -> Any:
    """Of a record with many fields, those that the author wrote down."""
    if isinstance(got, dict) and isinstance(value, dict) and value.keys() < got.keys():
        return {k: got[k] for k in value}
    return got


def _seeds(role: str, reduced: bool) -> tuple[int, ...]:
    return SEEDS[: REDUCED.get(role, 1) if reduced else FEWER.get(role, len(SEEDS))]


def _line(step: Step, one: Known, seeds: tuple[int, ...]) -> Line:
    """One known answer on its seeds; the first fault is told."""
    for seed in one.seeds or seeds:
        if fault := _fault(one, _verdict(step, one, seed), step):
            return Line(one.id, one.role, False, f"seed {seed}: {fault}")
    return Line(one.id, one.role, True, "")


def _verdict(step: Step, one: Known, seed: int) -> Verdict:
    """Nothing is run that was run already, and of what must only be turned away no more than it takes."""
    if one.role == "mistake" and (known := mistaken(step, seed).get(one.mistake or "")):
        return judge(step, known, seed)
    answer = Answer(one.files, step.earlier)
    if one.role in ("starter", "cheat") and isinstance(step.load(), Judge):  # a drill's questions are all cheap
        early = grade(_thin(_unnamed(step)), answer, seed)
        if early.outcome in NOT_TAKEN:
            return early
    return grade(step, answer, seed)


def _unnamed(step: Step) -> Step:
    """The step without its mistakes, where nobody asks for a name; what is observed of it is kept apart from what is observed of the step."""
    return replace(step, mistakes=(), hash=f"{step.hash} unnamed")


def line_of(one: Known, verdict: Verdict, step: Step) -> Line:
    """What one verdict says of one known answer."""
    fault = _fault(one, verdict, step)
    return Line(one.id, one.role, fault is None, fault or "")


def _fault(one: Known, verdict: Verdict, step: Step) -> str | None:
    """None if the verdict is what the proof wants of this known answer."""
    if verdict.outcome is Outcome.BROKEN:
        return f"broken: {verdict.say}"
    if one.role in ("solution", "alternative"):
        if verdict.outcome is not Outcome.ACCEPTED:
            return f"{verdict.outcome}: {verdict.say} {_counter(verdict)}".strip()
        if one.role == "solution" and verdict.cpu_seconds > step.limits.seconds / 2:
            return f"took {verdict.cpu_seconds:.2f} s of a limit of {step.limits.seconds:g} s; leave twice the room"
        return None
    if verdict.outcome is Outcome.ACCEPTED:
        return "accepted, but must not be"
    if one.role == "mistake":
        if verdict.outcome not in (Outcome.REJECTED, Outcome.CRASHED):
            return f"{verdict.outcome}: {verdict.say}; a mistake must run to its end"
        if verdict.mistake is None or verdict.mistake.id != one.mistake:
            as_what = f"as {verdict.mistake.id}" if verdict.mistake else "as nothing"
            return f"rejected, but recognised {as_what}; give it a probe on which it alone shows its value"
    return None


def _counter(verdict: Verdict) -> str:
    failed = next((r.counter for r in verdict.checks if r.counter), None)
    return f"[{failed.probe}] {failed.say}" if failed else verdict.trace.strip().rpartition("\n")[2]


def _oracle(step: Step, oracles: list[Known], proof: Proof) -> None:
    """Solution and oracle must accept each other on at least DRAWN drawn inputs."""
    for oracle in oracles:
        drawn, said = 0, ""
        for seed in range(1, ORACLE_SEEDS + 1):
            mine = ideal(step, seed)
            theirs = KINDS[step.kind].observe(step, Answer(oracle.files, step.earlier), seed)
            for what, seen, reference in (("solution against oracle", mine, theirs), ("oracle against solution", theirs, mine)):
                verdict = judge(replace(step, mistakes=()), seen, seed, reference)
                if verdict.outcome is not Outcome.ACCEPTED and not said:
                    said = f"seed {seed}, {what}: {verdict.outcome}: {verdict.say} {_counter(verdict)}"
            drawn += len(mine.seen)
            if said or (drawn >= DRAWN and seed >= proof.seeds):
                break
        proof.drawn += drawn
        if not said and drawn < DRAWN:
            said = f"only {drawn} inputs in {ORACLE_SEEDS} seeds; draw more probes ({DRAWN} are needed)"
        proof.lines.append(Line(oracle.id, "oracle", not said, said))


def _mutants(step: Step, found: list[Known], proof: Proof) -> None:
    """Every mutant of the solution is turned away on some seed, or signed as equivalent with a reason."""
    signed = _signed(step)
    if not found and not signed:
        return  # a drill has no solution to mutate
    seconds = min(step.limits.seconds, max(1.0, 8 * ideal(step, SEEDS[0]).cpu_seconds))
    quick = replace(_unnamed(step), limits=replace(step.limits, seconds=seconds))
    tries = [(_thin(quick), SEEDS[0]), *((quick, seed) for seed in SEEDS[: proof.seeds])]
    proof.mutants = len({m.id for m in found})
    used = set()
    for mutant in found:
        if all(grade(judged, Answer(mutant.files, step.earlier), seed).outcome not in NOT_TAKEN for judged, seed in tries):
            used.add(mutant.id)
            if mutant.id not in signed:
                proof.lines.append(
                    Line(mutant.id, "mutant", False, f"survives: {mutant.note}; draw an input that kills it, or sign it in equivalent.toml")
                )
    proof.equivalent = len(used & set(signed))
    proof.problems += [f"equivalent.toml signs {h}, which is no surviving mutant; remove the entry." for h in sorted(set(signed) - used)]
    proof.problems += [f"equivalent.toml gives no reason for {h}." for h, reason in signed.items() if not reason.strip()]
    if proof.mutants and proof.equivalent / proof.mutants > EQUIVALENT:
        proof.problems.append(
            f"{proof.equivalent} of {proof.mutants} mutants are signed as equivalent, over {EQUIVALENT:.0%}; write the solution more tightly."
        )


def _thin(step: Step) -> Step:
    """The step with the smallest third of its probes and without whole-checks: what fails here fails there, in a fraction of the time."""
    full = step.load()

    def probes(seed: int) -> dict[str, Probe]:
        drawn = dict(full.probes(seed))
        small = sorted(drawn, key=lambda p: size(drawn[p].args))[: max(3, len(drawn) // 3)]
        return {p: drawn[p] for p in drawn if p in small}

    fewer = replace(full, probes=probes, checks=tuple(c for c in full.checks if c.each))
    return replace(step, load=lambda: fewer, hash=f"{step.hash} thin")


def _signed(step: Step) -> dict[str, str]:
    file = step.folder / "equivalent.toml"
    if not file.exists():
        return {}
    return {m["hash"]: str(m.get("reason", "")) for m in tomllib.loads(file.read_text("utf-8")).get("mutant", [])}
