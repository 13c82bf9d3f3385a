"""Kind `project`: the answer is the text of a whole repository; what is judged is what its commands leave, say and serve.

No solution and no mistake is run for a learner's verdict: the checks look at what was planted in the inputs, and a check that fails says
which mistake it shows.  How the repository is written is never looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from gradus import settings
from gradus.kinds import left_behind
from gradus.kinds.known import Known
from gradus.kinds.project_files import MOST_BYTES, Project, Unsound, Variant, files_of, project, variant
from gradus.kinds.stage_judging import Asked, Told
from gradus.sandbox import run as sandbox
from gradus.vocabulary import (
    Answer,
    Check,
    Finding,
    Judge,
    Miss,
    Mistake,
    Observation,
    Opaque,
    Outcome,
    Probe,
    Seen,
    Step,
    Stopped,
)  # fmt: skip

FAMILY = "project"
INSIDE = "repository/"  # where the answer lies in the box
IDEAL = {".gradus": "no solution is run"}  # what stands for the solution: the observation of it asks nothing
WANTED = Opaque("result", "as the task states")
PROVEN_ON = {"solution": (1, 2), "alternative": (1,), "starter": (1,), "mistake": (1,), "cheat": (1,)}  # each run starts real programs


@dataclass(frozen=True)
class Report:
    """What one probe brought back, in a wrapping that prints short."""

    value: Any

    def __str__(self) -> str:
        return "what your commands left"


# ---------------------------------------------------------------- the folder


def facts(step: Step) -> list[Finding]:
    """The project is sound and lists the stage; every edit fits; every mistake is named by a check."""

    def finding(file: str, say: str) -> Finding:
        return Finding("project-folder", str(step.folder / file), 1, say)

    try:
        mine = _project(step)
        owns = _owns(step, mine)
    except Unsound as e:
        return [finding("step.toml", str(e))]
    if step.id not in mine.stages or mine.stages.index(step.id) + 1 != step.options.get("stage"):
        return [finding("step.toml", f"project.toml lists {', '.join(mine.stages)}; give this step its place there as options.stage.")]
    found = []
    if not owns:
        found.append(finding("step.toml", "options.owns names no file; list the files of starter/ that this stage is to fill."))
    judge_text = (step.folder / "judge.py").read_text("utf-8", "replace")
    for part, known in (("mistakes", step.mistakes), ("alternatives", step.alternatives)):
        for one in known:
            path = f"{part}/{one.id}.toml"
            try:
                _variant(step, path).of(mine.reference)
            except Unsound as e:
                found.append(finding(path, str(e)))
            if part == "mistakes" and f'"{one.id}"' not in judge_text:
                found.append(finding(path, f'No check of judge.py names the mistake "{one.id}"; let one return told(..., "{one.id}").'))
    return found


def _project(step: Step) -> Project:
    name = step.options.get("project")
    if not isinstance(name, str) or not name or "/" in name or name.startswith("."):
        raise Unsound("options.project does not name the project's folder beside this one; write it.")
    return project(files_of(step.folder.parent / name))


def _owns(step: Step, mine: Project) -> list[str]:
    owns = step.options.get("owns", [])
    if not isinstance(owns, list) or (unknown := [f for f in owns if f not in mine.starter]):
        raise Unsound(f"options.owns names {unknown[0] if isinstance(owns, list) else owns!r}, which is no file of starter/; correct it.")
    return owns


def _variant(step: Step, path: str) -> Variant:
    return variant((step.folder / path).read_text("utf-8"))


def present(step: Step, seed: int) -> Mapping[str, Any]:
    """Which project and which stage of it; what is asked."""
    loaded: Judge = step.load()
    shown = [p.shown for p in loaded.probes(seed).values()]
    return {
        "project": step.options.get("project"),
        "stage": step.options.get("stage"),
        "asked": shown,
        "claims": [c.claim for c in loaded.checks],
    }


def starter(step: Step, seed: int) -> Mapping[str, str]:
    """Nothing in the workspace: the learner's repository lies where he put it, and `gradus project try` hands it in."""
    return {}


def solution(step: Step, seed: int) -> Mapping[str, str]:
    """What stands for a solution that is not run."""
    return IDEAL


# ---------------------------------------------------------------- judging


def judge(step: Step) -> Judge:
    """The step's own judge behind one check of the kind."""
    loaded: Judge = step.load()

    def probes(seed: int) -> Mapping[str, Probe]:
        return loaded.probes(seed)

    runs = Check("runs", "The commands run as the task states and leave what it names.", _runs)
    return replace(loaded, probes=probes, checks=(runs, *map(_asking, loaded.checks)), expected={}, may_touch=True, form=False)


def _runs(got: Any, ideal: Any, probe: Probe) -> Miss | None:
    said = got.value if isinstance(got, Report) else None
    if not isinstance(said, dict):
        return Miss("Nothing came back.")
    return Miss(str(said["unfit"])) if "unfit" in said else None


def _value(got: Any) -> Any:
    return got.value["value"] if isinstance(got, Report) and isinstance(got.value, dict) and "value" in got.value else None


def _asking(check: Check) -> Check:
    """The same check, asked with what was planted, and only where the commands did run."""

    def each(got: Any, ideal: Any, probe: Probe) -> Miss | None:
        if (value := _value(got)) is None:
            return Miss("The commands did not get that far.")
        planted = probe.planted if isinstance(probe, Asked) else {}
        return check.run(*(value, planted, probe)[: check.run.__code__.co_argcount])

    def whole(seen: Mapping[str, Any], ideal: Any) -> Miss | None:
        values = {p: _value(got) for p, got in seen.items()}
        if None in values.values():
            return Miss("The commands did not get that far.")
        return check.run(*(values, {})[: check.run.__code__.co_argcount])

    return replace(check, run=each if check.each else whole)


def recognise(step: Step, seen: Observation, seed: int) -> Mistake | None:
    """The mistake that the first failing check names."""
    loaded = judge(step)
    probes = loaded.probes(seed)
    for check in loaded.checks:
        misses = [m for m in _misses(check, probes, seen) if m is not None]
        if misses:
            named = next((m.mistake for m in misses if isinstance(m, Told) and m.mistake), "")
            return next((m for m in step.mistakes if m.id == named), None)
    return None


def _misses(check: Check, probes: Mapping[str, Probe], seen: Observation) -> Iterator[Miss | None]:
    if not check.each:
        yield check.run({p: s.value for p, s in seen.seen.items()}, {})
        return
    for name, probe in probes.items():
        if not check.groups or name.startswith(check.groups):
            yield check.run(seen.seen[name].value, WANTED, probe)


# ---------------------------------------------------------------- observing


@cache
def inside() -> Mapping[str, str]:
    """What lies in the box beside probe.py."""
    sources = {"stage.py": Path(__file__).with_name("project_inside.py"), "left_behind.py": Path(left_behind.__file__)}
    return {name: path.read_text(encoding="utf-8") for name, path in sources.items()}


def observe(step: Step, answer: Answer, seed: int, progress: Callable[[Mapping[str, Any]], None] | None = None) -> Observation:
    """Put the repository into a box with loopback, where probe.py starts its commands with the projects' interpreter."""
    probes = judge(step).probes(seed)
    if dict(answer.files) == IDEAL:
        return Observation({name: Seen(WANTED) for name in probes})
    if stopped := _unread(answer.files) or _missing():
        return Observation(stopped=stopped)
    package = str(step.options.get("package", "bot"))
    asked = {n: Probe("stage.asked", (p.target.partition(".")[2], package, dict(p.kwargs)), shown=p.shown) for n, p in probes.items()}
    files: dict[str, str | bytes] = {**step.probe, **inside(), **{INSIDE + n: text for n, text in answer.files.items()}}
    job = sandbox.Job(family=FAMILY, files=files, probes=asked, limits=step.limits, seed=seed, profile="project")
    return _told(sandbox.run(job, progress))


def _unread(files: Mapping[str, str]) -> Stopped | None:
    """What makes a repository none that could be run."""
    if not files:
        return Stopped(Outcome.MALFORMED, "There is no repository in this answer. Run `gradus project try` inside yours.")
    size = sum(len(text.encode("utf-8", "replace")) for text in files.values())
    if size > MOST_BYTES:
        return Stopped(
            Outcome.MALFORMED, f"The repository's text files hold {size / 1e6:.1f} MB; 2 MB are the most. Keep data and models out of git."
        )
    for name in files:
        parts = name.split("/")
        if name.startswith("/") or "\\" in name or "\0" in name or {"", ".", ".."} & set(parts) or parts[0] == ".git":
            return Stopped(Outcome.MALFORMED, f"{name!r} is no path inside a repository.")
    return None


def _missing() -> Stopped | None:
    if settings.project_python().exists():
        return None
    say = "The projects' environment is not built yet. Run `gradus project setup`, which says first what it costs. Nothing was counted."
    return Stopped(Outcome.BROKEN, say)


def _told(seen: Observation) -> Observation:
    """A probe that raised is our fault; a part that still raises NotImplementedError is not started, which is not wrong."""
    for name, one in seen.seen.items():
        if one.raised:
            say = f"The step's own script failed: {one.raised.type}: {one.raised.message}"
            return replace(seen, seen={}, stopped=Stopped(Outcome.BROKEN, say, trace=one.raised.trace, at=name))
        if isinstance(one.value, dict) and one.value.get("unwritten") is True:
            return replace(seen, seen={}, stopped=Stopped(Outcome.MALFORMED, str(one.value.get("unfit")), at=name))
    return replace(seen, seen={name: replace(one, value=Report(one.value)) for name, one in seen.seen.items()})


# ---------------------------------------------------------------- known answers


def answers(step: Step) -> list[Known]:
    """The reference, the stage unfilled, the edits of the reference, and the cheats that anybody tries; each on few seeds."""
    package = str(step.options.get("package", "bot"))
    empty = {"README.md": "# Nothing yet\n", f"{package}/__init__.py": ""}
    cheats = {
        "empty repository": {"README.md": "# Nothing yet\n"},
        "does nothing": {**empty, f"{package}/__main__.py": ""},
        "prints an empty result": {**empty, f"{package}/__main__.py": "print('{}')\n"},
    }
    known = [Known("reference", "solution", step.solution), Known("starter", "starter", step.starter)]
    known += [Known(a.id, "alternative", a.files) for a in step.alternatives]
    known += [Known(m.id, "mistake", m.files, m.id) for m in step.mistakes]
    known += [Known(name, "cheat", files) for name, files in cheats.items()]
    return [replace(k, seeds=PROVEN_ON[k.role]) for k in known]
