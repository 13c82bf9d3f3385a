"""judge.py and drill.py do what they promise when loaded: probes for every seed, expected values that belong to a probe.

Runs the author's judge.py or drill.py, in this process; never an answer.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from gradus.content.draft import Draft
from gradus.content.judges import load_drill, load_judge
from gradus.content.tree import Tree
from gradus.content.unreadable import Unreadable
from gradus.drilling import Drill
from gradus.vocabulary import Finding, Judge

CODE = "judge-loads"
SEEDS = (0, 1, 2)
WORDED = 3


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Loading, drawing, and the names between them."""
    name = "drill.py" if draft.toml and draft.toml.kind == "drill" else "judge.py"
    if name not in draft.files or draft.syntax(name) is None:
        return
    try:
        if name == "drill.py":
            yield from _drill(draft, load_drill(draft.folder / name))
        else:
            yield from _judge(draft, load_judge(draft.folder / name))
    except Unreadable as e:
        if e.finding.code == CODE:  # the others are reported without loading
            yield e.finding
    except Exception as e:
        yield draft.finding(
            CODE, name, _line(e, draft.folder / name), f"{name} raises {type(e).__name__} when it draws ({e}); correct this line."
        )


def _judge(draft: Draft, judge: Judge) -> Iterator[Finding]:
    drawn = {seed: judge.probes(seed) for seed in SEEDS}
    for name in judge.expected:
        if any(name not in probes for probes in drawn.values()):
            line = draft.line("judge.py", "EXPECTED")
            yield draft.finding(
                CODE, "judge.py", line, f"EXPECTED names {name!r}, which is no probe of every seed; name a probe that is always there."
            )
    if draft.toml and draft.toml.kind == "sql":
        return
    for check in judge.checks:
        if check.groups and not any(p.startswith(check.groups) for p in drawn[SEEDS[0]]):
            line = draft.line("judge.py", f"def {check.name}")
            yield draft.finding(
                CODE,
                "judge.py",
                line,
                f"No probe begins with {' or '.join(check.groups)}, so {check.name} looks at none; correct the name.",
            )
    if draft.toml is None or draft.toml.kind != "code" or draft.syntax("solution.py") is None:
        return
    public = {"answer": _defined(draft, "solution.py"), "probe": _defined(draft, "probe.py")}
    for target in dict.fromkeys(p.target for p in drawn[SEEDS[0]].values()):
        module, _, function = target.partition(".")
        if function.split(".")[0] not in public.get(module, set()):
            file = "solution.py" if module == "answer" else "probe.py"
            line = draft.line("judge.py", f'"{function}"')
            yield draft.finding(CODE, "judge.py", line, f"A probe asks for {target}, but {file} does not define it; correct the name.")


def _defined(draft: Draft, name: str) -> set[str]:
    found: set[str] = set()
    for node in (draft.syntax(name) or ast.Module([], [])).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {t.id for t in node.targets if isinstance(t, ast.Name)}
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            found |= {a.asname or a.name for a in node.names}
    return found


def _drill(draft: Draft, drill: Drill) -> Iterator[Finding]:
    import numpy as np

    for name, template in drill.templates.items():
        line = draft.line("drill.py", f"def {name}")
        for seed in SEEDS:
            question = template(np.random.default_rng(seed))
            worded = {w.answer for w in question.wrong if w.name.strip() and w.words.strip()} - {question.right}
            if len(worded) < WORDED:
                say = (
                    f"{name} has {len(worded)} worded wrong answers beside the right one at seed {seed}; give every draw at least {WORDED}."
                )
                yield draft.finding(CODE, "drill.py", line, say)
                break
    for name in drill.expected:
        if name not in drill.templates:
            line = draft.line("drill.py", "EXPECTED")
            yield draft.finding(CODE, "drill.py", line, f"EXPECTED names {name!r}, which is no template; correct the name.")


def _line(error: BaseException, path: Path) -> int:
    line, at = 1, error.__traceback__
    while at is not None:
        if at.tb_frame.f_code.co_filename == str(path):
            line = at.tb_lineno
        at = at.tb_next
    return line
