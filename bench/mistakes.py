"""How often a wrong answer gets a name, and how often a wrong one: `python -m bench.mistakes [--answers DIR] [STEP ...]`.

Every listed mistake is left out of its step's list in turn and handed in as an unknown answer: a name of another listed mistake is then a wrong
name, a fact about its values a right one.  Mutants of the solution are handed in as well.  With `--answers DIR` the files DIR/<step>/wrong*.py|sql
and right*.py|sql are judged instead: answers that nobody here has seen.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from gradus.content.read import read
from gradus.grade import grade, judge
from gradus.ideals import mistaken
from gradus.kinds import KINDS
from gradus.settings import CHECKOUT
from gradus.vocabulary import Answer, Outcome, Step, Verdict

SEED = 11
MUTANTS = 12  # of a step


def told(verdict: Verdict, step: Step) -> str:
    """What became of a wrong answer."""
    if verdict.outcome is Outcome.ACCEPTED:
        return "accepted"
    if verdict.mistake:
        return "listed" if verdict.mistake.id in {m.id for m in step.mistakes} else "fact"
    return "unnamed" if verdict.outcome is Outcome.REJECTED else str(verdict.outcome)


def left_out(step: Step) -> Iterator[tuple[str, str]]:
    """(mistake, what it is told when its step does not list it)."""
    for mistake in step.mistakes:
        fewer = replace(step, mistakes=tuple(m for m in step.mistakes if m.id != mistake.id), hash=f"{step.hash} without {mistake.id}")
        yield mistake.id, told(judge(fewer, mistaken(step, SEED)[mistake.id], SEED), fewer)


def mutants(step: Step) -> Iterator[tuple[str, str]]:
    """(mutant, what it is told), evenly chosen; those that are accepted on this seed are left to the proof."""
    every = [k for k in KINDS[step.kind].answers(step) if k.role == "mutant"]
    for known in every[:: max(1, len(every) // MUTANTS)][:MUTANTS]:
        yield known.id, told(grade(step, Answer(known.files, step.earlier), SEED), step)


def outside(folder: Path, step: Step) -> Iterator[tuple[str, str]]:
    """(file, what it is told); a right answer that is not accepted is `refused`."""
    name = next(iter(step.solution))
    for file in sorted((folder / step.id).glob(f"*{Path(name).suffix}")):
        verdict = grade(step, Answer({name: file.read_text("utf-8")}, step.earlier), SEED)
        if file.stem.startswith("right"):
            yield file.stem, "right" if verdict.outcome is Outcome.ACCEPTED else "refused"
        else:
            yield file.stem, told(verdict, step)


def main() -> None:
    """Print a line for each step and the sums."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("steps", nargs="*")
    parser.add_argument("--answers", type=Path)
    parser.add_argument("--each", action="store_true", help="print every answer")
    asked = parser.parse_args()
    sums: dict[str, Counter[str]] = {}
    for step in read(CHECKOUT / "curriculum").steps.values():
        if step.kind == "drill" or (asked.steps and step.id not in asked.steps):
            continue
        groups = {"answers": outside(asked.answers, step)} if asked.answers else {"left out": left_out(step), "mutants": mutants(step)}
        for group, found in groups.items():
            said = dict(found)
            if said:
                counts = Counter(said.values())
                sums.setdefault(group, Counter()).update(counts)
                print(f"{step.id:28} {group:9} " + ", ".join(f"{n} {what}" for what, n in counts.most_common()), flush=True)
            if asked.each:
                print(*(f"    {what:10} {id}" for id, what in said.items()), sep="\n")
    for group, counts in sums.items():
        print(f"{'in all':28} {group:9} " + ", ".join(f"{n} {what}" for what, n in counts.most_common()))


if __name__ == "__main__":
    main()
