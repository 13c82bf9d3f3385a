"""A verdict on the terminal: what happened, the first check that is open with the call, the mistake's words, one next thing to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from gradus.cli.terminal import console, plain
from gradus.cli.texlike import readable
from gradus.plaintext import safe

MARK = {"accepted": ("✓", "good"), "broken": ("!", "ours")}
WORDS = {
    "accepted": "accepted",
    "rejected": "not yet",
    "malformed": "nothing counted",
    "crashed": "crashed",
    "exceeded": "over the limit",
    "broken": "our fault, not yours",
}
WALLS = {
    "box": "run in a box of its own",
    "shared box": "run in a shared box",
    "filter": "run behind filters",
    "process": "run in a process of its own, not locked in",
}
PRINTED = 12  # lines


def print_verdict(title: str, step: str, id: int, verdict: Mapping[str, Any], beside: Mapping[str, Any] | None = None) -> None:
    """Print the verdict of submission `id`."""
    console().print(rendered(title, step, id, verdict, beside or {}))


def rendered(title: str, step: str, id: int, verdict: Mapping[str, Any], beside: Mapping[str, Any]) -> Group:
    """All parts, in the order in which they are of use."""
    outcome = str(verdict["outcome"])
    mark, style = MARK.get(outcome, ("✗", "bad"))
    head = Text.assemble((f"{mark} {safe(title)}", f"bold {style}"), (f"  {safe(step)}  ", "quiet"), (WORDS.get(outcome, outcome), style))
    parts: list[RenderableType] = [head, Padding(plain(str(verdict["say"])), (0, 0, 0, 2)), Text()]
    marks = beside.get("drill") or []
    parts += _questions(marks) if marks else _checks(verdict.get("checks") or [], all_of_them=outcome != "accepted")
    parts += _stopped(verdict)
    if not marks and (mistake := verdict.get("mistake")):
        parts += [
            _labelled("mistake", plain(str(mistake["name"]), "bold")),
            Padding(plain(_reflowed(str(mistake["words"])), keep="\n"), (0, 0, 1, 2)),
        ]
    parts += _printed(str(verdict.get("printed") or ""))
    if marks and outcome != "accepted":
        parts += [_labelled("next", Text("your file asks new questions now; answer those.")), Text()]
    elif verdict.get("advice"):
        parts += [_labelled("next", plain(str(verdict["advice"]))), Text()]
    wall = WALLS.get(str(verdict.get("wall")), str(verdict.get("wall")))
    foot = f"gradus replay {id} judges this again · seed {verdict['seed']} · {float(verdict.get('seconds') or 0):.2f} s · {wall}"
    return Group(*parts, *_level(str(verdict.get("wall"))), plain(foot, "quiet"))


def _level(wall: str) -> list[RenderableType]:
    """What a level below the box means for the learner."""
    from gradus.condition import WORDS as LEVELS  # heavy, and needed only here

    return [plain(LEVELS[wall], "quiet")] if wall in LEVELS and wall != "box" else []


def _checks(checks: list[Mapping[str, Any]], all_of_them: bool) -> list[RenderableType]:
    """All claims, ticked or not; the first that fails is open, with its counter-example."""
    if not checks:
        return []
    rows = Table.grid(padding=(0, 1))
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold")
    opened = False
    for check in checks:
        passed = check.get("passed")
        mark, style = ("✓", "good") if passed else ("✗", "bad") if passed is False else ("·", "quiet")
        late = " (not looked at yet)" if passed is None else ""
        is_open = all_of_them and passed is False and not opened
        rows.add_row(Text(f"  {mark}", style), plain(str(check["claim"]) + late, "bold" if is_open else "quiet"))
        if is_open and check.get("counter"):
            rows.add_row("", _counter(check["counter"]))
        opened = opened or passed is False
    return [rows, Text()]


def _counter(counter: Mapping[str, Any]) -> Table:
    """The smallest failing call: what was asked, what came back, what should have."""
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="quiet", no_wrap=True)
    rows.add_column(overflow="fold")
    for label, key in (("call", "called"), ("yours", "got"), ("expected", "expected")):
        rows.add_row(label, plain(str(counter.get(key, "")), "bad" if key == "got" else "good" if key == "expected" else ""))
    if say := str(counter.get("say") or "").removeprefix(f"{counter.get('called')}: "):
        rows.add_row("so", plain(say))
    return rows


def _questions(marks: list[Mapping[str, Any]]) -> list[RenderableType]:
    """Of a drill: every question with what was given and why."""
    parts: list[RenderableType] = []
    for m in marks:
        mark, style = ("✓", "good") if m.get("right") else ("✗", "bad")
        parts.append(Text.assemble((f"  {mark} ", style), plain(f"{m.get('id')}: {m.get('given', '')}")))
        for key in ("words", "why"):
            if m.get(key):
                said = plain(readable(str(m[key])).replace("**", ""), "quiet" if key == "why" else "", keep="\n")
                parts.append(Padding(said, (0, 0, 0, 4)))
    return [*parts, Text()] if parts else []


def _stopped(verdict: Mapping[str, Any]) -> list[RenderableType]:
    """The learner's own frames, if the run crashed or could not begin."""
    trace = str(verdict.get("trace") or "").rstrip("\n")
    return [Padding(plain(trace, "quiet", keep="\n"), (0, 0, 1, 2))] if trace else []


def _printed(text: str) -> list[RenderableType]:
    if not text.strip():
        return []
    rows = text.rstrip("\n").split("\n")
    more = f" (the first {PRINTED} of {len(rows)} lines)" if len(rows) > PRINTED else ""
    shown = plain("\n".join(r.expandtabs(4) for r in rows[:PRINTED]), "quiet", keep="\n")
    return [_labelled(f"your code printed{more}", Text()), Padding(shown, (0, 0, 1, 2))]


def _reflowed(text: str) -> str:
    """Paragraphs as one line each: where an author broke a line says nothing about this terminal."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(p if re.search(r"^(?: {2,}|\s*[-*] )", p, re.MULTILINE) else " ".join(p.split()) for p in paragraphs)


def _labelled(label: str, text: Text) -> Text:
    return Text.assemble((f"{label}: ", "head"), text)
