"""Which library functions does an answer use that its task asks the learner to write?

Reads the syntax tree; it cannot see a name put together at run time, so it is a rule of the task and not a wall.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence


def forbidden(text: str, names: Sequence[str]) -> tuple[str, int] | None:
    """The first use of one of `names` ("numpy.linalg.qr"; a prefix such as "scipy.linalg" covers all below it) and its line."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return None  # said better by the run itself
    for used, line in _used(tree):
        for name in names:
            if used == name or used.startswith(name + "."):
                return name, line
    return None


def _used(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Dotted names as they are imported or reached from an imported module, in full."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for a in node.names:
                known[a.asname or a.name.partition(".")[0]] = a.name if a.asname else a.name.partition(".")[0]
                yield a.name, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for a in node.names:
                known[a.asname or a.name] = f"{node.module}.{a.name}"
                yield f"{node.module}.{a.name}", node.lineno
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (dotted := _dotted(node)):
            head, _, rest = dotted.partition(".")
            if head in known:
                yield f"{known[head]}.{rest}", node.lineno


def _dotted(node: ast.expr) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        left = _dotted(node.value)
        return f"{left}.{node.attr}" if left else None
    return None
