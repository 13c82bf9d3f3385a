"""What a judge.py or drill.py may import and name; read from its syntax tree, without running it.

This keeps honest authors inside the rules.  It is NOT a wall: who wants to get round it can, so trees of strangers are to be read first.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

JUDGE_IMPORTS = ("gradus.judging", "gradus.kinds.stage_judging", "numpy", "scipy", "math")
DRILL_IMPORTS = ("gradus.drilling", "numpy", "scipy", "math", "sympy", "fractions", "itertools", "collections", "datetime")
_NAMES = {"open", "exec", "eval", "compile", "__import__", "input", "breakpoint", "globals", "__builtins__", "__loader__", "__spec__"}
_FILES = {
    "fromfile",
    "tofile",
    "loadtxt",
    "savetxt",
    "genfromtxt",
    "fromregex",
    "memmap",
    "DataSource",
    "savez",
    "savez_compressed",
    "ctypeslib",
}


def forbidden(tree: ast.Module, imports: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Line and sentence for everything in `tree` that such a file may not use."""
    listed = ", ".join(imports)
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                for a in node.names:
                    if not _within(a.name, imports):
                        yield node.lineno, f"imports {a.name}; only {listed} may be imported, so drop this line."
            case ast.ImportFrom():
                if node.level or not _within(node.module or "", imports):
                    yield (
                        node.lineno,
                        f"imports from {'.' * node.level}{node.module or ''}; only {listed} may be imported, so drop this line.",
                    )
            case ast.Name() if node.id in _NAMES:
                yield (
                    node.lineno,
                    f"uses {node.id}; a judge works on the values it is given, so put the data into the file as literals or draw it from rng.",
                )
            case ast.Attribute() if node.attr in _FILES or (
                node.attr.startswith("__") and node.attr.endswith("__") and node.attr != "__name__"
            ):
                yield (
                    node.lineno,
                    f"uses .{node.attr}; a judge reads no files and no internals, so put the data in as literals or draw it from rng.",
                )
            case _:
                pass


def _within(module: str, imports: tuple[str, ...]) -> bool:
    return module == "__future__" or any(module == i or module.startswith(i + ".") for i in imports)
