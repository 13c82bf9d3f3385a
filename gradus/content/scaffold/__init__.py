"""What `gradus new STEP` writes: a whole step that runs, about a small example that the author replaces.

Every place that needs an author's hand is marked TODO; `gradus check` lists what is left.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from gradus.content.layout import KIND_OF
from gradus.content.rules.enough_known import minima
from gradus.content.scaffold import code, drill, git, program, service, sql
from gradus.vocabulary import PlannedStep

FILES: Mapping[str, Callable[[PlannedStep, list[str], int], dict[str, str]]] = {
    "code": code.files, "drill": drill.files, "git": git.files, "program": program.files, "service": service.files, "sql": sql.files,
}  # fmt: skip


class CannotStart(Exception):
    """Why no folder is written, in one sentence with what to do."""


def scaffold(planned: PlannedStep) -> dict[str, str]:
    """Relative path to text; raises CannotStart for a kind that is not built yet."""
    kind = KIND_OF.get(planned.kind, planned.kind)
    if kind not in FILES:
        raise CannotStart(f"Steps of kind {planned.kind} cannot be written yet; the kinds at hand are {', '.join(FILES)}.")
    mistakes, alternatives = minima(planned.track, planned.concept)
    names = [*planned.mistakes, *(f"TODO name mistake {n}" for n in range(len(planned.mistakes) + 1, mistakes + 1))]
    return {"step.toml": _step_toml(planned, kind), **FILES[kind](planned, names, alternatives)}


def write(folder: Path, planned: PlannedStep) -> list[Path]:
    """Write the step's folder under the curriculum `folder`; raises CannotStart rather than touch one that holds anything."""
    place = folder / planned.track / planned.concept / planned.id
    if place.exists() and any(place.iterdir()):
        raise CannotStart(f"{place} holds files already; nothing was written. Work on in that folder, or move it away first.")
    written = []
    for name, text in scaffold(planned).items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as f:
            f.write(text)
        written.append(path)
    return written


def _step_toml(planned: PlannedStep, kind: str) -> str:
    title = planned.title.replace("\\", "\\\\").replace('"', '\\"')
    family = 'family = "numpy"          # numpy | sci (pandas, scikit-learn, ...) | torch | llm (transformers)\n' if kind == "code" else ""
    language = f'\n[options]\nlanguage = "{"java" if program.in_java(planned) else "cpp"}"\n' if kind == "program" else ""
    seconds = {"git": 20, "program": 20, "service": 20}.get(kind, 5)
    return f'''kind = "{kind}"
title = "{title}"
level = "{planned.level}"
minutes = 20
{family}hints = [
  "TODO Where to look.",
  "TODO A question that exposes the belief.",
  "TODO A worked analogue on other data.",
]
exercises = {{ }}             # steps that solving this one repeats: {{ some-step = 0.3 | 0.6 | 1.0 }}

{language}
[limits]
seconds = {seconds}
memory_mb = 512
'''
