"""How strong and how fair the judges are, step by step: `python -m bench.judges`.

Strong: what share of the mutants of each solution, and of the listed mistakes, is turned away.  Fair: what share of the alternatives, right answers
that look different, is accepted.  A proof that holds is read from curriculum/proofs.lock; a step without one is proven now, and counts as it stands.
Writes `judges` of bench/results.json and the table of bench/README.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.results import keep
from gradus import prove
from gradus.content.layout import WORKED
from gradus.content.lock import read_lock
from gradus.content.read import read
from gradus.settings import CHECKOUT
from gradus.vocabulary import Roadmap, Step
from gradus.worked import figures

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Strength:
    """Known answers of one step and what became of them, as numbers of answers."""

    mutants: int
    equivalent: int  # signed as such, each with its reason
    survivors: int  # neither turned away nor signed
    mistakes: int
    mistakes_rejected: int
    alternatives: int
    alternatives_accepted: int
    drawn: int  # inputs on which solution and oracle agree


def of_proof(proof: prove.Proof) -> Strength:
    """Counted from a proof, whether it succeeded or not."""

    def good(role: str) -> int:
        return sum(line.ok for line in proof.lines if line.role == role)

    survivors = sum(line.role == "mutant" and not line.ok for line in proof.lines)
    counts = (proof.count("mistake"), good("mistake"), proof.count("alternative"), good("alternative"))
    return Strength(proof.mutants, proof.equivalent, survivors, *counts, proof.drawn)


def of_entry(entry: Mapping[str, int]) -> Strength:
    """Counted from the lock: what stands there held."""
    mistakes, alternatives = entry["mistakes"], entry["alternatives"]
    return Strength(entry["mutants"], entry["equivalent"], 0, mistakes, mistakes, alternatives, alternatives, entry["drawn"])


def measure(roadmap: Roadmap) -> Iterator[tuple[Step, Strength]]:
    """Every sound step."""
    lock = read_lock(roadmap.folder)
    for step in roadmap.steps.values():
        yield step, of_entry(lock[step.id]) if step.id in roadmap.proven else of_proof(prove.prove(step))


def total(found: list[Strength]) -> Strength:
    """The sums over steps."""
    return Strength(*(sum(asdict(s)[name] for s in found) for name in Strength.__slots__))


def scores(all_: Strength) -> dict[str, float]:
    """Shares from 0 to 1: net leaves signed mutants out, gross counts them against the judge."""
    killed = all_.mutants - all_.equivalent - all_.survivors
    return {
        "mutation_score_net": round(killed / max(1, all_.mutants - all_.equivalent), 4),
        "mutation_score_gross": round(killed / max(1, all_.mutants), 4),
        "mistakes_rejected": round(all_.mistakes_rejected / max(1, all_.mistakes), 4),
        "alternatives_accepted": round(all_.alternatives_accepted / max(1, all_.alternatives), 4),
    }


def table(rows: list[tuple[Step, Strength]]) -> str:
    """What people read: a line for each track and one for all."""
    by_track: dict[str, list[Strength]] = {}
    for step, strength in rows:
        by_track.setdefault(step.track, []).append(strength)
    out = ["| track | steps | mutants | turned away, net | gross | mistakes rejected | alternatives accepted | inputs beside the oracle |"]
    out.append("|---|---:|---:|---:|---:|---:|---:|---:|")
    for name, found in [*by_track.items(), ("**all**", [s for _, s in rows])]:
        s, share = total(found), scores(total(found))
        net, gross = (f"{share[f'mutation_score_{k}']:.3f}" if s.mutants else "–" for k in ("net", "gross"))
        out.append(
            f"| {name} | {len(found)} | {s.mutants} | {net} | {gross} | {s.mistakes_rejected} of {s.mistakes} | {s.alternatives_accepted} of {s.alternatives} | {s.drawn} |"
        )
    told = [s for s, _ in rows if any(figures(s.lesson))]
    computed = sum((s.folder / WORKED).is_file() for s in told)
    return "\n".join([*out, "", f"Of {len(told)} lessons with figures {computed} have them computed by a test."]) + "\n"


def main() -> None:
    """Measure, print and write."""
    rows = list(measure(read(CHECKOUT / "curriculum")))
    all_ = total([s for _, s in rows])
    for step, s in rows:
        print(
            f"{step.id:30} {s.mutants:4} mutants, {s.equivalent} signed, {s.survivors} survive; {s.mistakes} mistakes, {s.alternatives} alternatives"
        )
    text = table(rows)
    print(text)
    found = {"steps": len(rows), **scores(all_), **{f"{k}_counted": v for k, v in asdict(all_).items()}}
    keep(HERE, "judges", found, "judges", text)


if __name__ == "__main__":
    main()
