"""Kind `program`: the answer is a program in C++ or Java, compiled and run in the box on inputs; what is judged is what it prints."""

from __future__ import annotations

import hashlib
import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from gradus.kinds.known import Known
from gradus.kinds.program_mutants import mutants
from gradus.kinds.toolchain import found, missing
from gradus.sandbox import run as sandbox
from gradus.vocabulary import Answer, Check, Finding, Judge, Limits, Miss, Observation, Outcome, Probe, Seen, Step, Stopped

ORACLE = """import oracle


def run(stdin, args, seconds, checked):
    return {"out": oracle.run(stdin, args), "exit": 0, "ended": "by itself", **({"caught": ""} if checked else {})}
"""
BUILD_LIMITS = Limits(seconds=30.0, memory_mb=1024)
KEPT = 64  # compiled answers in memory; the known ones of a step are built once for all seeds
SAID = re.compile(r"^(?:answer\.cpp|Main\.java):(\d+):(?:\d+:)?\s*(?:fatal )?error:\s*(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Language:
    """What differs between the languages."""

    name: str
    file: str
    tools: tuple[str, ...]
    entry: str  # what a whole program has


LANGUAGES = {
    "cpp": Language("C++20", "answer.cpp", ("g++",), "main("),
    "java": Language("Java", "Main.java", ("javac", "java"), "class Main"),
}


def language(step: Step) -> Language:
    """By `[options] language`."""
    return LANGUAGES[step.options.get("language", "cpp")]


def facts(step: Step) -> list[Finding]:
    """Starter and solution are whole programs, and the oracle is Python with one function."""
    mine, found_ = language(step), []
    suffix = Path(mine.file).suffix
    for name, files in ((f"starter{suffix}", step.starter), (f"solution{suffix}", step.solution)):
        if mine.entry not in files.get(mine.file, ""):
            say = f"{name} has no `{mine.entry.rstrip('(')}`; write a whole program."
            found_.append(Finding("program-entry", str(step.folder / name), 1, say))
    if step.oracle and "def run(" not in step.oracle.get("oracle.py", ""):
        say = "oracle.py has no `run(stdin, args)`; write it, returning the output as text."
        found_.append(Finding("program-entry", str(step.folder / "oracle.py"), 1, say))
    return found_


def present(step: Step, seed: int) -> Mapping[str, Any]:
    """The language, and the input of the worked example with what belongs to it."""
    loaded: Judge = step.load()
    drawn = loaded.probes(seed)
    name = next((n for n in loaded.expected if n in drawn), None)
    example = {"stdin": drawn[name].args[0], "args": drawn[name].args[1], "out": loaded.expected[name]["out"]} if name else None
    return {"language": language(step).name, "example": example}


def starter(step: Step, seed: int) -> Mapping[str, str]:
    """The starter as the author wrote it."""
    return step.starter


def solution(step: Step, seed: int) -> Mapping[str, str]:
    """The solution as the author wrote it."""
    return step.solution


# ---------------------------------------------------------------- judging


def judge(step: Step) -> Judge:
    """The step's own judge behind two checks of the kind: how a run ends, and what the checked build complains of."""
    loaded: Judge = step.load()

    def probes(seed: int) -> Mapping[str, Probe]:
        return {name: replace(p, target="probe.run") for name, p in loaded.probes(seed).items()}

    ends = Check("ends", "Every run ends by itself, in time, with the status that the task asks for.", _ends)
    clean = Check("clean", "With the language's checks switched on (bounds, iterators, overflow) no run is stopped by them.", _clean)
    front = (ends, clean) if language(step).file.endswith(".cpp") else (ends,)
    return replace(loaded, probes=probes, checks=(*front, *loaded.checks), form=False)


def _ends(got: Any, ideal: Any) -> Miss | None:
    if got["ended"] == "out of time":
        return Miss("The run was stopped: it took more processor time than one run may.")
    if got["ended"] != "by itself":
        return Miss(f"The program was ended by {got['ended']}.")
    return None if got["exit"] == ideal["exit"] else Miss(f"It ended with status {got['exit']}, expected {ideal['exit']}.")


def _clean(got: Any, ideal: Any) -> Miss | None:
    return Miss(f"The checked build stopped: {got['caught']}.") if got.get("caught") else None


def behaviour(seen: Seen) -> Seen:
    """What counts when a mistake is recognised: once a program left the language, what it prints is chance."""
    if not isinstance(seen.value, dict):
        return seen
    caught = bool(seen.value.get("caught"))
    chance = caught or seen.value["ended"] == "out of time"
    return replace(seen, value={**seen.value, "caught": caught, "out": "" if chance else seen.value["out"]})


# ---------------------------------------------------------------- observing


@cache
def _inside() -> str:
    return Path(__file__).with_name("program_inside.py").read_text(encoding="utf-8")


def observe(step: Step, answer: Answer, seed: int, progress: Callable[[Mapping[str, Any]], None] | None = None) -> Observation:
    """Compile in one box, run on every probe in another; the author's own oracle, and nothing else, may be Python."""
    probes = judge(step).probes(seed)
    if step.oracle and dict(answer.files) == dict(step.oracle):
        files: dict[str, str | bytes] = {**answer.files, "probe.py": ORACLE}
        return sandbox.run(sandbox.Job(family="numpy", files=files, probes=probes, limits=step.limits, seed=seed), progress)
    mine = language(step)
    if stopped := missing(*mine.tools):
        return Observation(stopped=stopped)
    built = _built(mine, answer.files.get(mine.file, ""))
    if isinstance(built, Observation):
        return built
    if mine.file == "Main.java":
        more = {"java": found("java"), "heap_mb": step.limits.memory_mb // 2}
        probes = {name: replace(p, kwargs=more) for name, p in probes.items()}
    files = {**step.probe, **built.files, "probe.py": _inside()}
    job = sandbox.Job(family="bare", files=files, probes=probes, limits=step.limits, seed=seed, profile="procs")
    return _understood(sandbox.run(job, progress), built.said)


@dataclass(frozen=True, slots=True)
class Built:
    """A program as bytes, for a box to run, and the compiler's warnings.  Nothing outside a box ever runs it."""

    files: Mapping[str, bytes]
    said: str


_kept: OrderedDict[str, Built] = OrderedDict()
_lock = threading.Lock()


def _built(mine: Language, text: str) -> Built | Observation:
    """From memory, or compiled now; an Observation says why not."""
    compiler = found(mine.tools[0])
    key = hashlib.sha256(f"{compiler}\0{mine.file}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    target = "probe.build_cpp" if mine.file.endswith(".cpp") else "probe.build_java"
    files: dict[str, str | bytes] = {"answer" + Path(mine.file).suffix: text, mine.file: text, "probe.py": _inside()}
    seen = sandbox.run(sandbox.Job("bare", files, {"build": Probe(target, (compiler,))}, BUILD_LIMITS, 0, profile="procs"))
    if seen.stopped and seen.stopped.outcome in (Outcome.EXCEEDED, Outcome.CRASHED):
        return replace(seen, stopped=Stopped(Outcome.EXCEEDED, f"The compiler needed more than it may: {BUILD_LIMITS.seconds:g} s, 1 GB."))
    if seen.stopped or seen.seen["build"].raised or not isinstance(seen.seen["build"].value, dict):
        why = seen.stopped or Stopped(Outcome.BROKEN, f"The compiler could not be run: {seen.seen['build'].raised}")
        return replace(seen, seen={}, stopped=why)
    value: dict[str, Any] = seen.seen["build"].value
    made = {str(n): b for n, b in dict(value.get("files", {})).items() if type(b) is bytes}
    if not made:
        return replace(seen, seen={}, stopped=_not_compiled(mine, str(value.get("said", ""))))
    built = Built(made, str(value.get("said", "")))
    with _lock:
        _kept[key] = built
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return built


def _not_compiled(mine: Language, said: str) -> Stopped:
    first = SAID.search(said)
    line = int(first[1]) if first else None
    where = f" line {line}" if line else ""
    return Stopped(Outcome.MALFORMED, f"{mine.file}{where} does not compile: {first[2] if first else said[:200]}", line, said)


def _understood(seen: Observation, said: str) -> Observation:
    """The compiler's warnings first; most runs out of time is the limit's business, most runs ended by the kernel a crash."""
    seen = replace(seen, printed=said + seen.printed)
    ends = [s.value["ended"] for s in seen.seen.values() if isinstance(s.value, dict)]
    if seen.stopped or not ends:
        return seen
    if 2 * ends.count("out of time") > len(ends):
        return replace(
            seen, stopped=Stopped(Outcome.EXCEEDED, "Most runs took more processor time than one run may. Start with the smallest input.")
        )
    killed = [e for e in ends if e not in ("by itself", "out of time")]
    if 2 * len(killed) > len(ends):
        return replace(seen, stopped=Stopped(Outcome.CRASHED, f"Most runs were ended by {killed[0]}. Start with the smallest input."))
    return seen


# ---------------------------------------------------------------- known answers


def answers(step: Step) -> list[Known]:
    """What the folder holds, the cheats that anybody tries, and the mutants of the solution."""
    file, loaded = language(step).file, step.load()
    known = [Known("solution", "solution", step.solution), Known("starter", "starter", step.starter)]
    known += [Known(a.id, "alternative", a.files) for a in step.alternatives]
    known += [Known(m.id, "mistake", m.files, m.id) for m in step.mistakes]
    if step.oracle:
        known.append(Known("oracle", "oracle", step.oracle))
    known += [Known(name, "cheat", {file: text}) for name, text in _cheats(file, loaded).items()]
    return known + [Known(m.hash, "mutant", {file: m.text}, note=f"line {m.line}: {m.what}") for m in mutants(step.solution[file])]


def _cheats(file: str, loaded: Judge) -> dict[str, str]:
    """The empty file, a program that prints nothing, one that repeats its input, the example's output written down."""

    def whole(body: str) -> str:
        if file.endswith(".cpp"):
            return f"#include <iostream>\n#include <string>\nint main() {{ {body} }}\n"
        return f"public class Main {{ public static void main(String[] a) throws Exception {{ {body} }} }}\n"

    cpp = file.endswith(".cpp")
    found_ = {
        "empty file": "",
        "prints nothing": whole(""),
        "repeats its input": whole("std::cout << std::cin.rdbuf();" if cpp else "System.in.transferTo(System.out);"),
    }
    for name, value in loaded.expected.items():
        text = '"' + str(value["out"]).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        found_[f"prints the output of {name!r}"] = whole(f"std::cout << {text};" if cpp else f"System.out.print({text});")
    return found_
