"""`gradus place`: ticks, then short questions asked here in the terminal; it can be left at any moment and taken up again."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from gradus import asking, placing
from gradus.cli.learn import learner
from gradus.cli.terminal import commands, lines, plain, short_path
from gradus.cli.texlike import readable
from gradus.kinds import drill
from gradus.lessons import plain_task
from gradus.placement import Label, Tick
from gradus.placing import Place
from gradus.study import Learner

KEYS = {"n": Tick.NEVER, "s": Tick.SOME, "k": Tick.SOLID, "": Tick.NEVER, **{t.value: t for t in Tick}}


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("place")(place)


def place(
    about: Annotated[str, typer.Argument(metavar="[CONCEPT|STEP]", help="Test out of this only; left out: the whole roadmap.")] = "",
    ticks: Annotated[
        list[str] | None, typer.Option("--tick", metavar="TRACK=TICK", help="never, some or solid; asked here if left out.")
    ] = None,
) -> None:
    """Find your place: ticks, then at most 20 short questions.  `?` is "I don't know", `q` stops; it can be taken up again."""
    me = learner()
    questions, minutes = placing.ahead(me, about)
    lines(plain(f"At most {questions} question{'s' * (questions != 1)}, at most {minutes:.0f} minutes.", "head"))
    lines(
        plain(
            "Answer, or ? if you don't know; q stops, and what you answered counts. Nothing is said about right or wrong until the end.",
            "quiet",
        )
    )
    here = placing.place(me)
    given = dict(t.partition("=")[::2] for t in ticks or [])
    if not about and not given and not here.ticks and not _ask_ticks(me, given):
        return
    here = placing.begin(me, given, about)
    while here.running and here.asked is not None:
        answered = _ask(me, here)
        if answered is None:
            here = placing.stop(me)
            lines("", "Stopped. `gradus place` goes on where you left." if here.resumable else "Stopped.")
            break
        here = answered
    _result(me, here)


def _ask_ticks(me: Learner, given: dict[str, str]) -> bool:
    """One line a track; False when the learner left."""
    lines("", "First, what you say yourself. For each track: n never, s some, k solid (Enter: never).")
    for track in me.roadmap.tracks:
        while True:
            typed = _line(f"  {track.title}: ")
            if typed is None or typed == "q":
                return False
            if typed.lower() in KEYS:
                given[track.id] = KEYS[typed.lower()].value
                break
            lines("  Type n, s or k.")
    return True


def _ask(me: Learner, here: Place) -> Place | None:
    """Put one question; None when the learner stops."""
    what, question = here.asked, here.question
    assert what is not None
    assert question is not None
    lines("", plain(f"Question {here.answered + 1} of at most {here.at_most} (about {question.minutes:.0f} min)", "head"))
    if one := what.trial.question:
        shown = next(q for q in drill.present(what.step, what.seed)["questions"] if q["id"] == one)
        lines(plain(readable(str(shown["ask"])), keep="\n"))
        for n, option in enumerate(shown["options"], 1):
            lines(plain(f"  {n}. {readable(str(option))}"))
        prompt = f"Your answer ({shown['how']}): "
    else:
        lines(plain(readable(plain_task(what.step.lesson)), keep="\n"), f"Your file is in {short_path(asking.lay_out(me, what))}")
        prompt = "Save it, then press Enter: "
    typed = _line(prompt)
    if typed is None or typed == "q":
        return None
    if typed == "?":
        return placing.unknown(me)
    after, unread = placing.answer(me, typed)
    if unread:
        lines(plain(unread, "bad"), "It was not counted; the same question again.")
    return after


def _line(prompt: str) -> str | None:
    """What is typed, or None at the end of the input."""
    try:
        return input(readable(prompt)).strip()
    except EOFError:
        return None


def _result(me: Learner, here: Place) -> None:
    """What placement says, track by track."""
    if not here.labels:
        return
    lines("")
    for track in me.roadmap.tracks:
        n = Counter(here.labels[s.id] for c in track.concepts for s in c.steps if s.id in here.labels)
        if n:
            lines(f"  {track.title}: {n[Label.ASSUMED]} assumed known, {n[Label.UNSURE]} unsure, {n[Label.TO_LEARN]} to learn")
    lines(plain("Assumed is not proven: what you build on is checked in a few minutes when you come to it, and reviews will ask.", "quiet"))
    commands([("gradus next", "what to do now"), ("gradus goal CONCEPT", "where you want to get")])
