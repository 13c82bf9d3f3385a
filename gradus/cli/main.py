"""The program `gradus`: global options, what to do next when nothing is asked, and errors as sentences."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from gradus import rights, settings
from gradus.cli import author, learn, machine, place, plan, project, proving, review, running, up
from gradus.cli.log import keep_log
from gradus.cli.terminal import Failure, console, plain
from gradus.engine import VERSION

app = typer.Typer(
    name="gradus",
    help="The AI engineer's roadmap, made of steps that you do and a machine judges.",
    no_args_is_help=False,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
up.add_to(app)
plan.add_to(app)
review.add_to(app)
place.add_to(app)
learn.add_to(app)
running.add_to(app)
project.add_to(app)
author.add_to(app)
proving.add_to(app)
machine.add_to(app)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"gradus {VERSION}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option(help="The folder of your record and your files.", envvar="GRADUS_HOME")] = None,
    curriculum: Annotated[Path | None, typer.Option(help="A curriculum of your own.", envvar="GRADUS_CURRICULUM")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Settings travel by the environment, so that the server and the boxes that are started see the same ones."""
    if home:
        os.environ["GRADUS_HOME"] = str(home.expanduser().absolute())
    if curriculum:
        folder = curriculum.expanduser().absolute()
        if not folder.is_dir():
            raise Failure(f"There is no folder {folder}.", "Give --curriculum the folder that holds roadmap.yaml.")
        os.environ["GRADUS_CURRICULUM"] = str(folder)
    keep_log()
    if context.invoked_subcommand is None:
        learn.welcome()


def main(arguments: list[str] | None = None) -> None:
    """Run one command and exit with its code."""
    rights.this_is_a_program()
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run one command; every failure becomes a sentence and what to do next."""
    try:
        code = app(arguments, standalone_mode=False)
    except Failure as e:
        return _say(e.say, e.next, e.code)
    except typer.Exit as e:
        return e.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except BrokenPipeError:  # the reader of a pipe has left
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as e:
        return _unforeseen(e)
    return code if isinstance(code, int) else 0


def _unforeseen(error: Exception) -> int:
    """Errors of the command line itself, those that name what to do, and the rest."""
    if hasattr(error, "exit_code") and hasattr(error, "format_message"):  # click's: an unknown command or option
        usage = getattr(error, "ctx", None)
        return _say(error.format_message(), f"See `{usage.command_path if usage else 'gradus'} --help`.", 2)
    if hasattr(error, "say"):  # study's Refused and the store's refusals
        return _say(str(error.say), str(getattr(error, "next", "")), 2)
    if isinstance(error, OSError) and error.filename:
        say = f"{error.filename} cannot be used: {(error.strerror or type(error).__name__).lower()}."
        return _say(say, "Choose another folder with --home or --curriculum, or mend this one.", 2)
    if type(error).__name__ == "NewerHome":
        return _say(str(error), "Install that version, or choose another folder with --home.", 2)
    if type(error).__module__.startswith("sqlalchemy"):
        return _say(
            f"The record in {settings.home()} cannot be opened: {getattr(error, 'orig', error)}.",
            "Choose another folder with --home, or mend this one.",
            2,
        )
    if os.environ.get("GRADUS_DEBUG"):
        raise error
    return _say(
        f"Gradus itself failed, not you: {type(error).__name__}: {error}", "Run the command again with GRADUS_DEBUG=1 to see where.", 3
    )


def _say(say: str, next: str, code: int) -> int:
    out = console(stderr=True)
    out.print(plain(say, "bad", keep="\n"))
    if next:
        out.print(plain(next, keep="\n"))
    return code


if __name__ == "__main__":
    main()
