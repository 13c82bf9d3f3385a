"""From a draft whose files are in order to the Step that the rest of Gradus works with."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gradus.content.docstring import name_and_words
from gradus.content.draft import Draft
from gradus.content.judges import load_drill, load_judge
from gradus.content.stage import filled
from gradus.vocabulary import Limits, Mistake, Step


def build(draft: Draft) -> Step:
    """The Step of a folder that passed the rules for sound ones; AssertionError on one that step.toml or the roadmap does not know."""
    toml, planned, layout = draft.toml, draft.planned, draft.layout
    assert toml is not None
    assert planned is not None
    assert layout is not None

    def answer(name: str) -> dict[str, str]:
        return {layout.answer: draft.text(name)} if name in draft.files else {}

    step = Step(
        id=draft.id,
        title=toml.title,
        kind=toml.kind,
        level=toml.level,
        minutes=toml.minutes,
        concept=planned.concept,
        track=planned.track,
        folder=draft.folder,
        hash=draft.hash,
        family=toml.family,
        hints=toml.hints,
        limits=Limits(toml.limits.seconds, toml.limits.memory_mb, toml.limits.printed_kb, toml.limits.disk_mb),
        exercises=dict(toml.exercises),
        builds_on=toml.builds_on,
        variants=toml.variants,
        options=dict(toml.options),
        lesson=draft.text("lesson.md"),
        starter=answer(f"starter{layout.suffix}"),
        solution=answer(f"solution{layout.suffix}"),
        probe=_probe(draft),
        mistakes=_known(draft, "mistakes"),
        alternatives=_known(draft, "alternatives"),
        oracle=_oracle(draft, layout.answer),
        load=_loader(draft.folder, toml.kind),
    )
    return filled(step, draft) if toml.kind == "project" else step


def _probe(draft: Draft) -> dict[str, str | bytes]:
    """probe.py, the shared helpers and data/, as they are to lie beside the answer."""
    script = {"probe.py": draft.text("probe.py")} if "probe.py" in draft.files else {}
    data = {n: b for n, b in draft.files.items() if n.startswith("data/")}
    return {**script, **draft.shared, **data}


def _oracle(draft: Draft, answer: str) -> dict[str, str]:
    """Of a code step it is observed like an answer, so it goes by the answer's name."""
    if "oracle.py" not in draft.files or draft.toml is None:
        return {}
    return {answer if draft.toml.kind == "code" else "oracle.py": draft.text("oracle.py")}


def _known(draft: Draft, part: str) -> tuple[Mistake, ...]:
    found = []
    for path, stem in draft.under(part):
        if draft.layout:
            name, words = name_and_words(draft.text(path), draft.layout.suffix)
            found.append(Mistake(stem, name, words, {draft.layout.answer: draft.text(path)}))
    return tuple(found)


def _loader(folder: Path, kind: str) -> Callable[[], Any]:
    """Load on first use, once, whichever thread asks first; a fault is raised anew on every call."""
    lock = threading.Lock()
    loaded: list[Any] = []

    def load() -> Any:
        with lock:
            if not loaded:
                loaded.append(load_drill(folder / "drill.py") if kind == "drill" else load_judge(folder / "judge.py"))
            return loaded[0]

    return load
