"""Runs an answer as a program inside the box, then a few lines of the learner's: it is sent there as text, under the name probe.py.

It judges nothing.  Standard library only; what the answer has loaded (numpy, matplotlib) is used as it stands.
"""

from __future__ import annotations

import ast
import base64
import io
import os
import runpy
import sys
from typing import Any

MOST_TEXT = 4_000  # characters of the last line's value
MOST_PICTURES = 3
MOST_BYTES = 1_000_000  # of one picture
PAD = "then.py"


def run() -> dict[str, Any]:
    """What the last line of then.py is worth, as Python prints it, and the figures that are open."""
    here = os.path.dirname(os.path.abspath(__file__))
    value = None
    try:
        known = runpy.run_path(os.path.join(here, "answer.py"), run_name="__main__")
        value = then(os.path.join(here, PAD), known)
    except SystemExit as e:
        if e.code not in (None, 0):
            raise
    return {"value": None if value is None else repr(value)[:MOST_TEXT], "pictures": pictures()}


def then(path: str, known: dict[str, Any]) -> Any:
    """Run the learner's further lines with the names of the answer; the value of the last one if it is an expression."""
    with open(path, encoding="utf-8") as f:
        tree = ast.parse(f.read(), path)
    if numpy := sys.modules.get("numpy"):  # a call that is copied from a verdict names arrays, nan and inf
        known = {"np": numpy, "array": numpy.array, "nan": numpy.nan, "inf": numpy.inf, **known}
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, path, "exec"), known)
    return eval(compile(ast.Expression(last.value), path, "eval"), known) if isinstance(last, ast.Expr) else None


def pictures() -> list[str]:
    """The open figures of pyplot as PNG in base64, the smallest resolution that is sharp."""
    plot: Any = sys.modules.get("matplotlib.pyplot")
    found = []
    for number in plot.get_fignums()[:MOST_PICTURES] if plot else ():
        file = io.BytesIO()
        plot.figure(number).savefig(file, format="png", dpi=110)
        if len(file.getvalue()) <= MOST_BYTES:
            found.append(base64.b64encode(file.getvalue()).decode())
    return found
