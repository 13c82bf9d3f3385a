"""Kind `git`: the answer is a file of commands, run in a generated repository; what is judged is the repository afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from gradus.kinds.known import Known
from gradus.kinds.shell_mutants import mutants
from gradus.kinds.toolchain import missing
from gradus.sandbox import run as sandbox
from gradus.vocabulary import Answer, Check, Finding, Judge, Miss, Observation, Outcome, Probe, Seen, Step, Stopped, View

FILE = "answer.sh"
ORACLE = "import oracle\n\n\ndef run(start):\n    return oracle.run(start)\n"
VAGUE = {
    "",
    "update",
    "updates",
    "changes",
    "change",
    "fix",
    "fixes",
    "wip",
    "commit",
    "stuff",
    "work",
    "test",
    "asdf",
    "done",
    "misc",
    ".",
}


def facts(step: Step) -> list[Finding]:
    """Starter and solution call git, and a probe script has the one function that is called."""
    found = []
    for name, files in (("starter.sh", step.starter), ("solution.sh", step.solution)):
        if "git" not in files.get(FILE, ""):
            found.append(Finding("git-commands", str(step.folder / name), 1, f"{name} names no git command; write the commands into it."))
    script = step.probe.get("probe.py")
    if isinstance(script, str) and "def look(" not in script:
        found.append(
            Finding("git-commands", str(step.folder / "probe.py"), 1, "probe.py has no `look(folder)`; write it, returning values.")
        )
    return found


def present(step: Step, seed: int) -> Mapping[str, Any]:
    """The repository of the worked example, as a graph."""
    loaded = _loaded(step)
    drawn = loaded.probes(seed)
    example = drawn.get(next(iter(loaded.expected), ""), next(iter(drawn.values())))
    start = example.args[0]
    commits, tips = _numbered(start["commits"])
    files = sorted({*start["files"], *(p for c in start["commits"] for p in c["files"])})
    return {"commits": commits, "branches": tips, "on": start["on"], "files": files}


def _numbered(commits: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, int]]:
    tips: dict[str, int] = {}
    out = []
    for i, c in enumerate(commits):
        parent = tips.get(c["branch"], tips.get(c["start"]))
        out.append({"parents": [] if parent is None else [parent], "message": c["message"], "author": c["author"]})
        tips[c["branch"]] = i
    return out, tips


def starter(step: Step, seed: int) -> Mapping[str, str]:
    """The starter as the author wrote it."""
    return step.starter


def solution(step: Step, seed: int) -> Mapping[str, str]:
    """The solution as the author wrote it."""
    return step.solution


# ---------------------------------------------------------------- judging


def _loaded(step: Step) -> Judge:
    loaded: Judge = step.load()
    return loaded


def judge(step: Step) -> Judge:
    """The step's own judge; in front, that there is a repository; beside every miss the two graphs."""
    loaded = _loaded(step)

    def probes(seed: int) -> Mapping[str, Probe]:
        return {name: replace(p, target="probe.run") for name, p in loaded.probes(seed).items()}

    there = Check("repository", "The folder is a git repository with a commit.", _there)
    return replace(loaded, probes=probes, checks=(there, *[_with_graph(c) for c in loaded.checks]), form=False)


def _there(got: Any, ideal: Any) -> Miss | None:
    if not _sound(got):
        return Miss("There is no repository in the folder.")
    return None if got["commits"] else Miss("The repository has no commit yet.")


def _sound(got: Any) -> bool:
    return isinstance(got, dict) and got.get("repository") is True and isinstance(got.get("commits"), list)


def _with_graph(check: Check) -> Check:
    """The same check, asked only where there is a repository with commits."""
    if not check.each:
        return check

    def run(got: Any, ideal: Any, probe: Probe) -> Miss | None:
        if not _sound(got) or not got["commits"]:
            return Miss("There is no repository with a commit.")
        miss = check.run(*(got, ideal, probe)[: check.run.__code__.co_argcount])
        if miss is None or miss.view is not None:
            return miss
        return replace(miss, view=View("graph", {"yours": pictured(got), "expected": pictured(ideal)}))

    return replace(check, run=run)


def pictured(state: Mapping[str, Any]) -> dict[str, Any]:
    """What the page draws: commits with parents and first lines, the names that point at them."""
    commits = [
        {"parents": c["parents"], "message": str(c["message"]).partition("\n")[0][:72], "author": c["author"]}
        for c in state["commits"][:60]
    ]
    return {"commits": commits, "branches": state["branches"], "tags": state["tags"], "head": state["head"], "branch": state["branch"],
            "status": state["status"][:20], "under_way": state["under_way"]}  # fmt: skip


def behaviour(seen: Seen) -> Seen:
    """What counts when a mistake is recognised: of a message only what is wrong with it, of a new text nothing, for two people never write the same."""
    if not _sound(seen.value):
        return seen
    state: Mapping[str, Any] = seen.value
    old = state["commits"][: state["started_with"]]
    known = {text for c in old for text in c["tree"].values()} | set(state["given"].values())
    new = [{**c, "message": _message(c["message"]), "tree": _texts(c["tree"], known)} for c in state["commits"][state["started_with"] :]]
    return replace(seen, value={**state, "commits": [*old, *new], "files": _texts(state["files"], known)})


def _texts(files: Mapping[str, str], known: set[str]) -> dict[str, str]:
    """A text that the answer wrote counts only by its conflict markers: what it does is what the step's script looks at."""
    return {
        p: t if t in known else "(with conflict markers)" if "\n=======\n" in t and "<<<<<<<" in t else "(new)" for p, t in files.items()
    }


def _message(text: str) -> list[str]:
    subject, _, rest = str(text).partition("\n")
    faults = {
        "vague": subject.strip().lower() in VAGUE,
        "long": len(subject) > 50,
        "no blank line": bool(rest) and not rest.startswith("\n"),
    }
    return [name for name, wrong in faults.items() if wrong]


# ---------------------------------------------------------------- observing


@cache
def _inside() -> str:
    return Path(__file__).with_name("git_inside.py").read_text(encoding="utf-8")


def observe(step: Step, answer: Answer, seed: int, progress: Callable[[Mapping[str, Any]], None] | None = None) -> Observation:
    """Run the commands on every probe in one box, where git may start programs; the author's own oracle, and nothing else, may be Python."""
    probes = judge(step).probes(seed)
    if step.oracle and dict(answer.files) == dict(step.oracle):
        files: dict[str, str | bytes] = {**answer.files, "probe.py": ORACLE}
        return sandbox.run(sandbox.Job(family="bare", files=files, probes=probes, limits=step.limits, seed=seed), progress)
    if stopped := missing("git"):
        return Observation(stopped=stopped)
    beside = {("look.py" if name == "probe.py" else name): text for name, text in step.probe.items()}
    files = {**beside, **answer.files, "probe.py": _inside()}
    seen = sandbox.run(sandbox.Job(family="bare", files=files, probes=probes, limits=step.limits, seed=seed, profile="procs"), progress)
    if any(s.raised and s.raised.type == "TooLong" for s in seen.seen.values()):
        return replace(
            seen, stopped=Stopped(Outcome.EXCEEDED, f"Your commands ran longer than {step.limits.seconds:g} s and were stopped.")
        )
    unread = next((s.raised for s in seen.seen.values() if s.raised and s.raised.type == "NotCommands"), None)
    if unread is None:
        return seen
    line = int(m[1]) if (m := re.search(r"line (\d+)", unread.message)) else None
    return replace(seen, stopped=Stopped(Outcome.MALFORMED, f"bash cannot read {FILE}: {unread.message}", line))


# ---------------------------------------------------------------- known answers


def answers(step: Step) -> list[Known]:
    """What the folder holds, the cheats that anybody tries, and the mutants of the solution."""
    known = [Known("solution", "solution", step.solution), Known("starter", "starter", step.starter)]
    known += [Known(a.id, "alternative", a.files) for a in step.alternatives]
    known += [Known(m.id, "mistake", m.files, m.id) for m in step.mistakes]
    if step.oracle:
        known.append(Known("oracle", "oracle", step.oracle))
    cheats = {
        "empty file": "",
        "does nothing": "git status\n",
        "exits at once": "exit 0\n",
        "a commit of nothing": "git init -q\ngit commit -q --allow-empty -m Done\n",
    }
    known += [Known(name, "cheat", {FILE: text}) for name, text in cheats.items()]
    return known + [Known(m.hash, "mutant", {FILE: m.text}, note=f"line {m.line}: {m.what}") for m in mutants(step.solution[FILE])]
