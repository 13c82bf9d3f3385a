"""`gradus review`: a step solved again on a fresh variant, in a folder of its own; and the log of reviews in the form of the FSRS tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gradus import asking, planning, reviewing, reviewlog, study
from gradus.asking import Asked
from gradus.calibration import Sure
from gradus.cli.learn import learner
from gradus.cli.plan import print_reviews
from gradus.cli.terminal import Failure, commands, lines, plain, raw
from gradus.cli.texlike import readable
from gradus.cli.verdict import print_verdict
from gradus.cli.written import put
from gradus.recollection import recollect
from gradus.study import Learner

LARGEST = 10_000_000  # bytes of a log that is read
GATES = {"learned": "learned", "mastered": "mastered", "helped": "accepted with help"}


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("review")(review)
    app.command("reviewlog")(log)


def review(
    step: Annotated[str | None, typer.Argument(metavar="[STEP]", help="Left out: the one that settles most.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="Only say what is due.")] = False,
    try_: Annotated[bool, typer.Option("--try", help="Judge what stands in the review's folder.")] = False,
    hint: Annotated[bool, typer.Option("--hint", help="One hint; the review counts as a hard one then.")] = False,
    give_up: Annotated[bool, typer.Option("--give-up", help="You don't know: show the solution, ask again soon.")] = False,
    sure: Annotated[
        Sure | None, typer.Option("--sure", help="With --try: how sure you are. It changes no rating; `gradus progress` counts it.")
    ] = None,
) -> None:
    """Solve a step again on a fresh variant; your old answer stays hidden until it passes.  The judge rates."""
    me = learner()
    if list_:
        _list(me)
    elif try_ or hint or give_up:
        what = reviewing.running(me, recollect(me).now, step)
        if what is None:
            raise Failure("No review is open.", "Begin one with `gradus review`.")
        if try_:
            _judge(me, what, sure)
        else:
            (_hint if hint else _give_up)(me, what)
    else:
        _begin(me, step)


def _list(me: Learner) -> None:
    found = reviewing.due(recollect(me))
    if not found.due:
        lines("No review is due today.")
        return
    print_reviews(found)
    for pick in found.today:
        lines(
            f"  {me.roadmap.planned[pick.step].title}  ({pick.step}, about {pick.minutes:.0f} minutes)",
            plain(f"    {pick.reason}", "quiet"),
        )
    rest = [d for d in found.due if d.step not in {p.step for p in found.today}]
    for due in rest:
        lines(plain(f"  later: {me.roadmap.planned[due.step].title}  ({due.step}, about {due.minutes:.0f} minutes)", "quiet"))


def _begin(me: Learner, step: str | None) -> None:
    known = recollect(me)
    print_reviews(reviewing.due(known))
    what = reviewing.begin(me, step)
    place = asking.lay_out(me, what)
    pick = next((p for p in reviewing.due(known).today if p.step == what.step.id), None)
    lines(plain(f"Review {what.id}: {what.step.title}", "head"), *([pick.reason] if pick else []), plain(str(place)))
    for file in sorted(p.name for p in place.iterdir() if p.is_file() and not p.name.startswith(".")):
        lines(plain(f"  {file}", "quiet"))
    commands(
        [
            (f"gradus show {what.step.id}", "the task"),
            ("gradus review --try", "judge what you wrote (--sure guess|think|know says how sure you are)"),
            ("gradus review --hint", "one hint"),
            ("gradus review --give-up", "you don't know: see the solution"),
        ]
    )
    study.prepare_review(me, what)


def _judge(me: Learner, what: Asked, sure: Sure | None) -> None:
    done = study.judge(me, asking.hand_in(me, what.id, sure=sure.value if sure else None))
    row = done.submission
    print_verdict(what.step.title, what.step.id, row.id, done.verdict, row.beside)
    if done.verdict["outcome"] != "accepted":
        lines(
            plain("The next run is on another variant. Your file stands as you left it, unless it holds a drill's old questions.", "quiet")
        )
        raise typer.Exit(1)
    _end(me, what.id)


def _end(me: Learner, id: int) -> None:
    """The end card: how the judge rated it and what moved."""
    found = reviewing.ended(me, id)
    zone = recollect(me).zone
    if found.rating:
        lines(plain(f"Rated {found.rating.value}: {found.because}.", "head"))
    for m in found.moved:
        before = f"{m.recall[0]:.0%}" if m.recall[0] is not None else "unknown"
        gate = f", now {GATES[m.gate[1].value]}" if m.gate[0] != m.gate[1] and m.gate[1].value in GATES else ""
        again = m.due[1].astimezone(zone).date().isoformat()
        lines(
            plain(f"  {m.title}: chance to solve it {before} → {m.recall[1]:.0%}, asked again on {again}{gate}", "" if m.own else "quiet")
        )
    if found.left.due:
        print_reviews(found.left)
        commands([("gradus review", "the next one")])
    elif (plan := planning.plan(me)) and plan.step:
        lines(f"No more reviews today. Next: {plan.step.step.title}. {plan.step.reason}")


def _hint(me: Learner, what: Asked) -> None:
    shown = asking.hint(me, what.id).hints
    for n, text in enumerate(shown, 1):
        lines(plain(f"{n}. {readable(text)}", "" if n == len(shown) else "quiet"))


def _give_up(me: Learner, what: Asked) -> None:
    for name, text in asking.give_up(me, what.id).items():
        lines(plain(name, "head"))
        raw(text)
    _end(me, what.id)


def log(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="Written as .json or .csv; left out: the table, here.")] = None,
    read: Annotated[Path | None, typer.Option("--read", metavar="FILE", help="Add the ratings of a log of FSRS tools.")] = None,
) -> None:
    """Your reviews in the form of the FSRS tools: py-fsrs ReviewLog objects (.json) or the optimiser's table (.csv)."""
    if read is not None:
        text = _text(read)
        added = reviewlog.import_log(learner(), text)
        strange = f" {added.strange} belong to cards that are no step here and were left out." if added.strange else ""
        lines(f"Added {added.added} ratings; {added.known} stood here already.{strange} They move dates and prove nothing.")
        return
    form = reviewlog.as_json if file is not None and file.suffix == ".json" else reviewlog.as_csv
    put(lambda: form(reviewlog.rows(learner())), file, "Your reviews are in {}.")


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > LARGEST:
            raise Failure(f"{file} holds more than {LARGEST // 1_000_000} MB.", "Split it and import the parts.")
        return file.read_text("utf-8")
    except OSError as e:
        raise Failure(f"{file} cannot be read: {e.strerror}.", "Name the file of a review log.") from None
    except UnicodeDecodeError:
        raise Failure(f"{file} is not text.", "Name a review log as JSON or CSV.") from None
