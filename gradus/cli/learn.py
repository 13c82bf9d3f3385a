"""What a learner does in a terminal.  Every command is one function of `study` and how its answer is printed."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from gradus import study
from gradus.calibration import calibration
from gradus.cli.current import step_or_current
from gradus.cli.terminal import Failure, commands, console, lines, plain, raw, short_path
from gradus.cli.texlike import readable
from gradus.cli.verdict import print_verdict
from gradus.cli.watching import watch as watch_saves
from gradus.cli.written import as_json, put
from gradus.content.show import page
from gradus.recollection import recollect
from gradus.rights import give_up_root
from gradus.study import Learner

BAR = 24  # characters
StepName = Annotated[str | None, typer.Argument(metavar="[STEP]", help="The step's id; left out: the one you work on.")]


def add_to(app: typer.Typer) -> None:
    """Register the commands in the order of a day's work."""
    app.command("open")(open_)
    app.command("show")(show)
    app.command("try")(try_)
    app.command("watch")(watch)
    app.command("hint")(hint)
    app.command("reveal")(reveal)
    app.command("reset")(reset)
    app.command("progress")(progress)
    app.command("find")(find)
    app.command("export")(export)
    app.command("import")(import_)
    app.command("replay")(replay)
    app.command("report")(report)


def learner() -> Learner:
    """The learner of the settings in force; nothing of it is read with root's rights."""
    give_up_root()
    found = study.open_home()
    if not found.roadmap.tracks:
        fault = found.roadmap.findings[0] if found.roadmap.findings else None
        raise Failure(f"The curriculum in {found.roadmap.folder} cannot be used{': ' + fault.say if fault else '.'}", "Run `gradus check`.")
    return found


def welcome() -> None:
    """What to do next, in five lines: this is `gradus` without a command."""
    me = learner()
    solved, ready, following = len(study.progress(me).solved), len(me.roadmap.ready), study.next_step(me)
    lines(plain(f"Gradus: {solved} of {ready} steps solved; {len(me.roadmap.planned)} are on the roadmap.", "head"))
    if following is None and (waiting := study.overview(me).plan.reviews) and waiting.backlog:
        lines(waiting.say)
        commands([("gradus review", "do the first one"), ("gradus next", "what is due"), ("gradus --help", "everything else")])
        return
    if following is None:
        lines(nothing_left(me))
        first = ("gradus progress", "what you did") if ready else ("gradus prove --all", "prove the steps that are written")
        commands([first, ("gradus up", "the map, in the browser"), ("gradus --help", "everything else")])
        return
    lines(f"Next: {following.step.title} ({following.step.minutes} minutes). {following.reason}")
    commands(
        [
            (f"gradus watch {following.step.id}", "open it here and judge every save"),
            ("gradus up", "the map, the lessons and an editor, in the browser"),
            ("gradus --help", "everything else"),
        ]
    )


def nothing_left(me: Learner) -> str:
    """Why there is no next step."""
    return "Every step that can be done is solved." if me.roadmap.ready else "None of them is proven here yet, so none can be done."


def open_(step: Annotated[str | None, typer.Argument(metavar="[STEP]", help="The step's id; left out: the next one.")] = None) -> None:
    """Write a step's files into your workspace and say where they are.  Never overwrites."""
    me = learner()
    if step is None and (following := study.next_step(me)):
        step = following.step.id
    opened = study.open_step(me, step_or_current(me, step))
    names = sorted(p.name for p in opened.folder.iterdir() if p.is_file() and not p.name.startswith("."))
    lines(plain(opened.step.title, "head"), plain(str(opened.folder)))
    for name in names:
        lines(plain(f"  {name}{' (new)' if name in opened.written else ''}", "quiet"))
    file = opened.folder / (opened.written[0] if opened.written else names[0] if names else "")
    commands(
        [
            (f"{_opener()} {_quoted(str(file))}", "open it"),
            (f"gradus show {opened.step.id}", "read the lesson"),
            (f"gradus try {opened.step.id}", "judge what you wrote"),
            (f"gradus watch {opened.step.id}", "judge every save"),
        ]
    )


def _opener() -> str:
    """The command that opens a file: your editor, else whatever the machine uses for it."""
    return (
        os.environ.get("VISUAL")
        or os.environ.get("EDITOR")
        or {"darwin": "open", "win32": "start", "cygwin": "cygstart"}.get(sys.platform, "xdg-open")
    )


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path


def show(step: StepName = None) -> None:
    """Print a step as one page: its lesson, or what it is to be."""
    me = learner()
    name = me.today(step_or_current(me, step))
    if name not in me.roadmap.planned:
        raise Failure(f"There is no step {name}.", "Look for it with `gradus find WORD`.")
    console().print(Markdown(readable(page(me.roadmap, name)), hyperlinks=False))


def try_(step: StepName = None) -> None:
    """Judge the answer in your workspace; exit code 0 when it is accepted, 1 when not."""
    me = learner()
    id = step_or_current(me, step)
    study.open_step(me, id)
    if not judged(me, id, "try"):
        raise typer.Exit(1)


def judged(me: Learner, id: str, source: str) -> bool:
    """Submit what stands in the workspace and print the verdict; whether it was accepted."""
    out = console(stderr=True)
    with out.status("judging ...") as status:

        def report(values: Mapping[str, float | str]) -> None:
            status.update(plain("judging ...  " + "  ".join(f"{k} {v:.4g}" if isinstance(v, float) else str(v) for k, v in values.items())))

        done = study.submit(me, id, source=source, progress=report)
    row = done.submission
    step = me.step(row.step)
    print_verdict(step.title, step.id, row.id, done.verdict, row.beside)
    accepted = bool(done.verdict["outcome"] == "accepted")
    if accepted:
        _onward(me, step.id, done.opened)
    return accepted


def _onward(me: Learner, id: str, opened: tuple[str, ...]) -> None:
    """After acceptance: what it opened and what comes next."""
    if opened:
        lines(plain("Opened: " + ", ".join(me.roadmap.concepts[c].title for c in opened), "good"))
    if following := study.next_step(me, after=id):
        lines(f"Next: {following.step.title}. {following.reason}")
        commands([(f"gradus open {following.step.id}", "go on")])


def watch(step: StepName = None) -> None:
    """Judge on every save.  Keys: n next, h hint, l list, r run again, q quit."""
    me = learner()
    watch_saves(me, step_or_current(me, step), judged)


def hint(step: StepName = None) -> None:
    """Show one more hint; it goes on record, and another comes after another run."""
    me = learner()
    ladder = study.hint(me, step_or_current(me, step))
    for n, text in enumerate(ladder.shown, 1):
        latest = n == len(ladder.shown)
        lines(plain(f"{n}. {readable(text)}", "" if latest else "quiet"))


def reveal(step: StepName = None, yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False) -> None:
    """Show the author's solution; unless you solved the step, taking it goes on record."""
    me = learner()
    id = step_or_current(me, step)
    solved = me.step(id).id in study.history(me).accepted_at
    if not solved and not yes and not typer.confirm(f"Take the solution of {id}? It goes on record, and the step stays open."):
        raise typer.Exit(1)
    for name, text in study.reveal(me, id).items():
        lines(plain(name, "head"))
        raw(text)


def reset(step: Annotated[str, typer.Argument(metavar="STEP", help="The step's id.")]) -> None:
    """Put the starter back; what you wrote is kept beside it."""
    me = learner()
    kept = study.reset(me, step_or_current(me, step))
    lines("The starter is back.", *(f"Your text is kept as {short_path(p)}" for p in kept))


def progress() -> None:
    """What you solved, track by track."""
    me = learner()
    walked = study.progress(me)
    out = console()
    table = Table.grid(padding=(0, 2))
    for _, title, solved, ready, planned in (t for t in walked.tracks if t[3] or t[2]):
        done = round(BAR * solved / max(planned, 1))
        bar = Text.assemble(("█" * done, "good"), ("░" * (BAR - done), "quiet"))
        table.add_row(plain(title), bar, plain(f"{solved} of {ready} ready, {planned} planned"))
    out.print(table)
    if later := sum(not ready and not solved for _, _, solved, ready, _ in walked.tracks):
        lines(plain(f"{later} more tracks are planned; the map shows them (gradus up).", "quiet"))
    solved_, done_ = len(walked.solved), walked.concepts_done
    lines("", plain(f"{solved_} step{'s' * (solved_ != 1)} solved, {done_} concept{'s' * (done_ != 1)} done.", "head"))
    for step, title, at in walked.solved[:10]:
        lines(f"  {at[:10]}  {title}  ({step})")
    for day, accepted, runs in walked.days[-7:]:
        lines(plain(f"  {day}: {runs} run{'s' * (runs != 1)}, {accepted} accepted", "quiet"))
    for said in calibration(recollect(me).attempts):
        lines(
            plain(f"  said “{said.sure}” before {said.answers} answer{'s' * (said.answers != 1)} in reviews: {said.right} right", "quiet")
        )


def find(words: Annotated[list[str], typer.Argument(metavar="WORD...", help="What to look for.")]) -> None:
    """Look for concepts, steps and lessons."""
    me = learner()
    found = study.find(me, " ".join(words))
    if not found:
        raise Failure(f"Nothing is called or speaks of {' '.join(words)!r}.", "Try one word of it.", 1)
    for place in found:
        state = "" if place.kind == "concept" else " ready" if (place.step or place.id) in me.roadmap.ready else " planned"
        lines(plain(f"{place.title}  ({place.step or place.id}, {place.kind}{state})", "head"))
        if place.excerpt:
            lines(plain(f"  {place.excerpt}", "quiet"))


def export(file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Left out: the terminal.")] = None) -> None:
    """Write your whole record as one JSON file."""
    put(lambda: as_json(study.export(learner())), file, "Your record is in {}. `gradus import FILE` reads it in another home.")


def import_(file: Annotated[Path, typer.Argument(metavar="FILE", help="What `gradus export` wrote.")]) -> None:
    """Add a record to this home; what is there already stays as it is."""
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except OSError as e:
        raise Failure(f"{file} cannot be read: {e.strerror}.", "Give the file that `gradus export` wrote.") from None
    except ValueError:
        raise Failure(f"{file} is not JSON.", "Give the file that `gradus export` wrote.") from None
    added = study.import_(learner(), document)
    lines(f"Added {added.submissions} submissions, {added.evidence} facts and {added.files} files; nothing that was here was changed.")


def replay(id: Annotated[int, typer.Argument(metavar="ID", help="The number under a verdict.")]) -> None:
    """Judge an old submission again on its own seed, and say whether the verdict agrees."""
    me = learner()
    again = study.replay(me, id)
    row = study.get(me, id)
    step = me.step(row.step)
    print_verdict(step.title, step.id, id, again.now)
    if again.step_changed:
        lines(plain("The step has changed since.", "quiet"))
    if not again.agrees:
        lines(plain("The verdict differs from the one on record:", "bad"), *(f"  {d}" for d in again.differences))
        lines(f"If you think that either is wrong: gradus report {id}")
        raise typer.Exit(1)
    lines(plain("It is the same verdict as the one on record.", "good"))


def report(
    id: Annotated[int, typer.Argument(metavar="ID", help="The number under a verdict.")],
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Left out: gradus-report-ID.json here.")] = None,
) -> None:
    """Put a disputed verdict into one file for the authors: answer, seed, versions, verdict; nothing about you."""
    to = file or Path(f"gradus-report-{id}.json")
    put(lambda: as_json(study.report(learner(), id)), to, "The report is in {}. Read it before you send it: it holds your answer.")
