"""`gradus run`: run an answer and print what it prints, without judging it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from gradus import study
from gradus.cli.current import step_or_current
from gradus.cli.learn import StepName, learner
from gradus.cli.terminal import console, lines, plain
from gradus.running import Ran


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("run")(run)


def run(
    step: StepName = None,
    then: Annotated[str, typer.Option("--then", "-t", help="Lines to run after it, such as 'norm([3, 4])'.")] = "",
) -> None:
    """Run the answer in your workspace and print what it prints; nothing is judged or counted."""
    me = learner()
    id = step_or_current(me, step)
    study.open_step(me, id)
    with console(stderr=True).status("running ..."):
        ran = study.run(me, id, then=then)
    print_run(ran)
    if not ran.ended:
        raise typer.Exit(1)


def print_run(ran: Ran) -> None:
    """What it printed first, as a program's output is; what we say of it last."""
    if ran.printed:
        lines(plain(ran.printed.rstrip("\n").expandtabs(4), keep="\n"))
    for table in ran.tables:
        shown = Table(title=Text(f"{table.name}, on the example's tables"), title_justify="left", box=None, header_style="bold")
        for column in table.columns:
            shown.add_column(plain(column))
        for row in table.rows:
            shown.add_row(*(plain("NULL" if v is None else str(v), "quiet" if v is None else "") for v in row))
        console().print(shown)
    if ran.value is not None:
        lines(plain(ran.value, "good", keep="\n"))
    if ran.trace:
        lines(plain(ran.trace.rstrip("\n"), "quiet", keep="\n"))
    if ran.pictures:
        lines(plain(f"{len(ran.pictures)} figures are open; the page shows them (gradus up).", "quiet"))
    where = f"line {ran.line}: " if ran.line and not ran.ended else ""
    lines(plain(f"{where}{ran.say} {ran.seconds:.2f} s; nothing was judged.", "quiet" if ran.ended else "bad"))
