"""What a machine is set up and tried with: `gradus setup` and `gradus selfcheck`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import typer

from gradus import environments, settings
from gradus.cli.author import AsJson
from gradus.cli.terminal import Failure, lines, plain, raw
from gradus.rights import give_up_root


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("selfcheck")(selfcheck)
    app.command("setup")(setup)


def setup() -> None:
    """Build what answers run with, if it is missing or out of date; says beforehand what it costs."""
    script = settings.CHECKOUT / "gradus" / "environments.py"
    if not (settings.CHECKOUT / "constraints-learner.txt").exists():
        python = settings.learner_python()
        model = Path(environments.__file__).with_name("language_model.py")
        made = subprocess.run([str(python), "-I", str(model)], check=False)
        raise Failure(
            f"This Gradus is not a checkout, so it builds no environment; answers run with {python}"
            + (", where the language model is not (see above)." if made.returncode else ", where the language model is ready."),
            "Set GRADUS_LEARNER_PYTHON to change that.",
        )
    done = subprocess.run([sys.executable, str(script)], cwd=settings.CHECKOUT, check=False)
    if done.returncode:
        raise typer.Exit(done.returncode)
    lines(plain("Both environments are up to date.", "good"))


def selfcheck(as_json: AsJson = False) -> None:
    """Attack the wall that answers run behind, and say what held; exit code 1 when it lacks what it promises."""
    from gradus.sandbox.selfcheck import selfcheck as attack

    user = give_up_root()
    found = attack()
    if as_json:
        told = {"level": str(found.level), "say": found.say, "why": found.why, "properties": found.properties, "promised": found.promised}
        raw(json.dumps(told | {"user": user.user, "root": user.why or None}, indent=1))
    else:
        lines(plain(f"{found.level}: {found.say}", "head"))
        if user.say:
            lines(plain(user.say, "bad" if user.why else "quiet"))
        if found.why:
            lines(plain(f"Not a stronger level: {found.why}.", "quiet"))
        for name, holds in found.properties.items():
            promised = name in found.promised
            said = "✓ holds" if holds else "✗ does not hold" if promised else "– not promised at this level, and does not hold"
            lines(plain(f"  {said}: {name}", "good" if holds else "bad" if promised else "quiet"))
    if found.missing:
        raise typer.Exit(1)
