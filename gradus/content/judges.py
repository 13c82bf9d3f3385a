"""Load a step's judge.py or drill.py: check its imports, run it once, and hand back what it declares.

Runs the author's code in this process.  It never sees learner code, only what the author of the curriculum wrote.
"""

from __future__ import annotations

import ast
import copy
import inspect
import sys
import types
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from gradus.content.allowed import DRILL_IMPORTS, JUDGE_IMPORTS, forbidden
from gradus.content.unreadable import Unreadable
from gradus.drilling import Drill
from gradus.vocabulary import Check, Judge, Probe


def load_judge(path: Path) -> Judge:
    """The Judge that `path` declares: PROBES, its checks in written order, EXPECTED, MAY_TOUCH.  Raises Unreadable."""
    module = _execute(path, JUDGE_IMPORTS)
    if "PROBES" not in module:
        raise Unreadable(
            "judge-loads", path, 1, f"{path.name} has no PROBES; write a dict of probes, or a function of rng that returns one."
        )
    checks = tuple(dict.fromkeys(v for v in module.values() if isinstance(v, Check)))
    if not checks:
        raise Unreadable(
            "judge-claims", path, 1, f"{path.name} has no check; write a function with @each() or @whole whose docstring is the claim."
        )
    expected = module.get("EXPECTED", {})
    if not isinstance(expected, Mapping):
        raise Unreadable("judge-loads", path, 1, "EXPECTED must be a dict from probe name to the literal value; write it as one.")
    return Judge(_probes(module["PROBES"], path), checks, dict(expected), bool(module.get("MAY_TOUCH", False)))


def load_drill(path: Path) -> Drill:
    """The Drill that `path` declares: TEMPLATES, RUN, EXPECTED.  Raises Unreadable."""
    module = _execute(path, DRILL_IMPORTS)
    templates = module.get("TEMPLATES")
    if not isinstance(templates, (list, tuple)) or not templates or not all(callable(t) for t in templates):
        raise Unreadable(
            "judge-loads", path, 1, "TEMPLATES must be a list of functions of rng; write TEMPLATES = [name_of_a_template, ...]."
        )
    run = module.get("RUN", len(templates))
    if not isinstance(run, int) or isinstance(run, bool) or not 1 <= run <= 20:
        raise Unreadable(
            "judge-loads", path, 1, "RUN must be a whole number from 1 to 20: the questions in one run; correct it or leave it out."
        )
    expected = module.get("EXPECTED", {})
    if not isinstance(expected, Mapping) or not all(isinstance(v, Mapping) for v in expected.values()):
        raise Unreadable(
            "judge-loads", path, 1, "EXPECTED must be a dict from template name to {seed: right answer as typed}; write it so."
        )
    named = {t.__name__: t for t in templates}
    if len(named) < len(templates):
        raise Unreadable("judge-loads", path, 1, "Two templates in TEMPLATES share a name; give each function its own.")
    return Drill(named, run, {k: dict(v) for k, v in expected.items()})


def _execute(path: Path, imports: tuple[str, ...]) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
    except FileNotFoundError:
        raise Unreadable("missing-file", path, 1, f"{path.name} is missing; write it (docs/author.md).") from None
    except (SyntaxError, UnicodeDecodeError, ValueError) as e:
        line = (e.lineno if isinstance(e, SyntaxError) else 1) or 1
        raise Unreadable("judge-imports", path, line, f"{path.name} does not parse ({e}); correct this line.") from None
    for line, say in forbidden(tree, imports):
        raise Unreadable("judge-imports", path, line, f"{path.name} {say}")
    module = types.ModuleType(f"gradus_curriculum.{path.parent.name}.{path.stem}")
    module.__file__ = str(path)
    sys.modules[module.__name__] = module  # dataclasses in the file look their module up
    try:
        exec(compile(tree, str(path), "exec", dont_inherit=True), module.__dict__)
    except Exception as e:
        raise Unreadable(
            "judge-loads", path, _line(e, path), f"{path.name} raises {type(e).__name__} when loaded ({e}); correct this line."
        ) from e
    finally:
        sys.modules.pop(module.__name__, None)
    return module.__dict__


def _line(error: BaseException, path: Path) -> int:
    """The last line of `path` in the traceback."""
    line, at = 1, error.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == str(path):
            line = at.tb_lineno
        at = at.tb_next
    return line


def _draw(declared: Any, seed: int) -> Any:
    if not callable(declared):
        return copy.deepcopy(declared)
    return declared(np.random.default_rng(seed)) if inspect.signature(declared).parameters else declared()


def _probes(declared: Any, path: Path) -> Callable[[int], Mapping[str, Probe]]:
    """A function of the seed; called anew for every run, because a check may write into the values it was given."""
    if not callable(declared) and not isinstance(declared, Mapping):
        raise Unreadable("judge-loads", path, 1, "PROBES must be a dict of probes or a function of rng that returns one; write it so.")

    def probes(seed: int) -> Mapping[str, Probe]:
        drawn = _draw(declared, seed)
        if not isinstance(drawn, Mapping) or not drawn:
            raise Unreadable("judge-loads", path, 1, "PROBES gives no probes; return a dict from name to call(...).")
        for name, probe in drawn.items():
            if not isinstance(name, str) or not isinstance(probe, Probe):
                raise Unreadable(
                    "judge-loads", path, 1, f"PROBES[{name!r}] is not a probe; make it with call(...), script(...) or database(...)."
                )
        return dict(drawn)

    return probes
