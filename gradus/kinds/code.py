"""Kind `code`: the answer is Python text, asked by calls and by the step's probe script (figures and training included)."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Mapping
from typing import Any

from gradus.kinds.forbidden import forbidden
from gradus.kinds.known import Known
from gradus.kinds.python_mutants import mutants
from gradus.sandbox import run as sandbox
from gradus.vocabulary import AGAIN, Answer, Finding, Judge, Observation, Outcome, Probe, Step, Stopped

FILE = "answer.py"
LIGHT = 10.0  # seconds that a step allows, up to which a call is repeated


def facts(step: Step) -> list[Finding]:
    """The solution and the starter parse, and the solution defines what the starter names."""
    found = []
    for name, files in (("solution.py", step.solution), ("starter.py", step.starter)):
        try:
            ast.parse(files.get(FILE, ""))
        except SyntaxError as e:
            found.append(
                Finding("python-syntax", str(step.folder / name), e.lineno or 1, f"{name} does not parse ({e.msg}); correct this line.")
            )
    if not found and (missing := _functions(step.starter[FILE]) - _functions(step.solution[FILE])):
        name = sorted(missing)[0]
        found.append(
            Finding(
                "starter-names",
                str(step.folder / "starter.py"),
                1,
                f"The starter defines `{name}`, the solution does not; define it there or drop it here.",
            )
        )
    return found


def present(step: Step, seed: int) -> Mapping[str, Any]:
    """Nothing but what every step shows."""
    return {}


def starter(step: Step, seed: int) -> Mapping[str, str]:
    """The starter as the author wrote it."""
    return step.starter


def solution(step: Step, seed: int) -> Mapping[str, str]:
    """The solution as the author wrote it."""
    return step.solution


def judge(step: Step) -> Judge:
    """The step's own judge.py."""
    loaded: Judge = step.load()
    return loaded


def observe(step: Step, answer: Answer, seed: int, progress: Callable[[Mapping[str, Any]], None] | None = None) -> Observation:
    """Run all probes of the seed on the answer in one box; an answer that calls what it is asked to write is not run."""
    names = step.options.get("forbid", ())
    if names and answer.files != step.oracle and (hit := forbidden(answer.files.get(FILE, ""), names)):
        say = f"Line {hit[1]} uses {hit[0]}, and writing that yourself is the task. Replace it and run again."
        return Observation(stopped=Stopped(Outcome.MALFORMED, say, hit[1]))
    probes = judge(step).probes(seed)
    earlier = {f"earlier/{i.replace('-', '_')}.py": text for i, text in answer.earlier.items()}
    return sandbox.run(
        sandbox.Job(
            family=step.family,
            files={**step.probe, **earlier, **answer.files},
            probes={**probes, **again(step, probes, seed)},
            limits=step.limits,
            seed=seed,
            check=("answer",),
        ),
        progress,
    )


def again(step: Step, probes: Mapping[str, Probe], seed: int) -> Mapping[str, Probe]:
    """One of the calls once more, at the end: an answer that counts calls or keeps what it was given must be right then too.

    Not in steps that may take long, and of a script never: it may build on what it did before.
    """
    calls = [p for p in probes if probes[p].target.startswith("answer.")]
    if not calls or step.limits.seconds > LIGHT:
        return {}
    name = calls[seed * 7919 % len(calls)]
    return {AGAIN + name: copy.deepcopy(probes[name])}


def answers(step: Step) -> list[Known]:
    """What the folder holds, the cheats that anybody tries, and the mutants of the solution."""
    known = [Known("solution", "solution", step.solution), Known("starter", "starter", step.starter)]
    known += [Known(a.id, "alternative", a.files) for a in step.alternatives]
    known += [Known(m.id, "mistake", m.files, m.id) for m in step.mistakes]
    if step.oracle:
        known.append(Known("oracle", "oracle", step.oracle))
    text = step.solution[FILE]
    known += [Known(name, "cheat", {FILE: cheat}) for name, cheat in _cheats(text, judge(step)).items()]
    return known + [Known(m.hash, "mutant", {FILE: m.text}, note=f"line {m.line}: {m.what}") for m in mutants(text)]


def _functions(text: str) -> set[str]:
    return {n.name for n in ast.parse(text).body if isinstance(n, (ast.FunctionDef, ast.ClassDef)) and not n.name.startswith("_")}


def _cheats(solution: str, judge: Judge) -> dict[str, str]:
    """The empty file, bodies that return nothing or their input, the visible example hard-coded, and a quick exit."""
    tree = ast.parse(solution)
    found = {"empty file": "", "exits at once": "import os\nos._exit(0)\n", "exits when called": _rewrite(tree, "raise SystemExit(0)")}
    found["returns None"] = _rewrite(tree, "return None")
    found["returns its input"] = _rewrite(tree, "return {first}")
    for name, value in judge.expected.items():
        found[f"returns the value of {name!r}"] = _rewrite(tree, f"return {value!r}", "from numpy import array, float64, nan, inf\n")
    return found


def _rewrite(tree: ast.Module, body: str, head: str = "") -> str:
    """The module with every public function's and method's body replaced; `{first}` is its first argument."""
    copy = ast.parse(ast.unparse(tree))
    for node in ast.walk(copy):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("__"):
            names = [a.arg for a in (*node.args.posonlyargs, *node.args.args) if a.arg != "self"]
            node.body = ast.parse(body.format(first=names[0] if names else "None") if "{first}" in body else body).body
    return head + ast.unparse(ast.fix_missing_locations(copy)) + "\n"
