"""Is a program there that answers need: found on PATH, and below /usr, which is all of the system that a box shows?"""

from __future__ import annotations

import os
import shutil

from gradus.vocabulary import Outcome, Stopped

PACKAGES = {"git": "git", "g++": "g++", "javac": "default-jdk-headless", "java": "default-jdk-headless"}


def found(program: str) -> str | None:
    """The program's real path (a link through /etc/alternatives leads nowhere in a box); None if it is not there."""
    path = shutil.which(program)
    real = os.path.realpath(path) if path else ""
    return real if real.startswith(("/usr/", "/bin/")) else None


def missing(*programs: str) -> Stopped | None:
    """Why answers cannot run on this machine, in a sentence with what to do; None if they can.  Never the learner's fault."""
    lacking = [p for p in programs if found(p) is None]
    if not lacking:
        return None
    package = PACKAGES.get(lacking[0], lacking[0])
    where = "there is one outside /usr, which a box does not show" if shutil.which(lacking[0]) else "none is on PATH"
    say = f"This step needs {lacking[0]} in /usr, and {where}. Install the package {package} (Debian, Ubuntu), then run again. Nothing was counted."
    return Stopped(Outcome.BROKEN, say)
