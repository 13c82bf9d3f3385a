"""The small project of the tests, and the interpreter that repositories run with: built by the first test that needs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from gradus import environments, settings

SMALL = Path(__file__).parent / "small_project"


def environment() -> Path:
    """The projects' interpreter; where it is missing it is built, which takes minutes, once."""
    python = settings.project_python()
    if not python.exists():
        subprocess.run([sys.executable, str(Path(environments.__file__)), "--projects", str(python.parent.parent)], check=True)
    return python
