"""`gradus project`: begin a repository of one's own, have its next stage judged, run the finished one on any folder, build what they run with."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from gradus import demo as showing
from gradus import environments, projects, settings, study
from gradus.cli.learn import learner
from gradus.cli.terminal import Failure, commands, console, lines, plain, short_path
from gradus.cli.verdict import print_verdict
from gradus.content.projectfolders import project_folders
from gradus.content.read import read
from gradus.plaintext import safe

Name = Annotated[str, typer.Argument(metavar="PROJECT", help="The project's id, such as chatbot.")]


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    group = typer.Typer(no_args_is_help=False, invoke_without_command=True, rich_markup_mode=None)
    group.callback()(overview)
    group.command("new")(new)
    group.command("try")(try_)
    group.command("demo")(demo)
    group.command("setup")(setup)
    app.add_typer(group, name="project", help="Whole projects, stage by stage: a repository of your own, judged by what it does.")


def overview(context: typer.Context) -> None:
    """The projects and where you stand with each."""
    if context.invoked_subcommand is not None:
        return
    me = learner()
    found = project_folders(me.roadmap.folder)
    if not found:
        raise Failure("This curriculum has no project.", "Run `gradus --help` for everything else.", 1)
    for id, project in found.items():
        stages = projects.stages(me, id)
        lines(plain(f"{project.title}  ({id})", "head"))
        for n, stage in enumerate(stages, 1):
            mark, style = {"proved": ("✓", "good"), "open": ("·", ""), "planned": (" ", "quiet")}[stage.state]
            lines(plain(f"  {mark} {n:2d} {stage.title}{'' if stage.state != 'planned' else '  (planned)'}", style))
        commands(
            [
                (f"gradus project new {id} DIR", "a repository of your own"),
                (f"gradus project demo {id} --docs DIR", "the finished one, on any folder"),
            ]
        )


def setup() -> None:
    """Build what projects run with, if it is missing or out of date; says beforehand what it costs."""
    _ensure(always=True)
    lines(plain(f"The projects' environment is up to date: {short_path(settings.project_python().parent.parent)}", "good"))


def _ensure(always: bool = False) -> None:
    """The environment, built if it is not there."""
    python = settings.project_python()
    if python.exists() and not always:
        return
    script = Path(environments.__file__)
    done = subprocess.run([sys.executable, str(script), "--projects", str(python.parent.parent)], check=False)
    if done.returncode:
        raise Failure("The projects' environment was not built; the lines above say why.", "Mend that, then run `gradus project setup`.")


def new(
    project: Name,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that is to be made.")],
    build: Annotated[bool, typer.Option("--setup/--no-setup", help="Build what it runs with, if that is missing.")] = True,
) -> None:
    """Write a clean repository of your own, with stages to fill.  Refuses a folder that holds something."""
    begun = projects.begin(read(settings.load().curriculum), project, folder.expanduser())
    projects.remember(settings.home(), projects.Repository(begun.place.absolute(), project))
    lines(plain(f"{short_path(begun.place)}: {len(begun.files)} files", "good"))
    if not begun.committed:
        lines("git did not make a repository of it; install git and run `git init` there before `gradus project try`.")
    commands(
        [
            (f"cd {safe(str(folder))}", ""),
            ("gradus project try", "judge the next stage"),
            (f"gradus project demo {project} --docs DIR", "see the finished one"),
        ]
    )
    if build:
        _ensure()


def try_(
    stage: Annotated[
        str | None, typer.Argument(metavar="[STAGE]", help="Its name or number; left out: the first that is not proved.")
    ] = None,
) -> None:
    """Judge a stage of the repository that you are in; exit code 0 when it is accepted, 1 when not."""
    here = projects.find(Path.cwd())
    answer = projects.read(here.place)  # before `learner`, and so is the environment: root's rights end there, and both may need them
    _ensure()
    me = learner()
    step = projects.chosen(me, here.project, stage)
    projects.remember(me.home, here)
    lines(plain(f"{step.title}  ({step.id}): {len(answer)} files of {here.place.name}", "head"))
    done = study.submit(me, step.id, answer, source="try", progress=_printed)
    row = done.submission
    print_verdict(step.title, step.id, row.id, done.verdict, row.beside)
    if done.verdict["outcome"] != "accepted":
        raise typer.Exit(1)
    left = [s for s in projects.stages(me, here.project) if s.state != "proved"]
    lines(f"Next: {left[0].title}." if left else plain("Every stage of this project is proved.", "good"))


def _printed(values: Mapping[str, float | str]) -> None:
    """One line for what a stage does or reports, while it runs."""
    said = "  ".join(str(v) if k == "said" else f"{k} {v:.4g}" if isinstance(v, float) else f"{k} {v}" for k, v in values.items())
    console(stderr=True).print(plain(said, "quiet"))


def demo(
    project: Name,
    docs: Annotated[Path, typer.Option("--docs", metavar="DIR", help="The folder of documents that it is to know.")],
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port of its page.")] = 8124,
) -> None:
    """Run the finished project on any folder of documents; Ctrl C stops it."""
    roadmap, folder = read(settings.load().curriculum), docs.expanduser().absolute()
    if not folder.is_dir():
        raise Failure(f"There is no folder {folder}.", "Give --docs a folder of Markdown, HTML, PDF or text files.")
    began = time.monotonic()
    script = showing.script(projects.folder_of(roadmap, project))
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # however this ends, the service ends with it
    _ensure()
    with showing.running(script, folder, port, lambda said: lines(plain(said, "quiet"))) as service:
        lines(plain(f"It answers at {service.url}", "head"), f"Up after {time.monotonic() - began:.0f} s. What it made is in {short_path(service.data)}.",
              plain("Ctrl C stops it.", "quiet"))  # fmt: skip
        service.wait()
