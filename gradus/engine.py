"""Which judging code is this?  With a step's hash and a seed, its hash fixes every verdict.

A kind of steps has a hash of its own: whoever changes how servers are asked leaves the proofs of SQL as they are.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

VERSION = "0.1.0"
HERE = Path(__file__).parent
PARTS = (
    "vocabulary", "questions", "judging", "drilling", "plaintext", "form", "compared", "recognise", "universal", "repeated", "wording", "ideals", "grade",
)  # fmt: skip
DECIDES = (
    *(f"{name}.py" for name in PARTS),
    "relations/*.py",
    "content/judges.py",
    *(
        f"sandbox/{name}.py"
        for name in ("conversation", "decoding", "driver", "learner_values", "outcomes", "plain", "raised", "wire", "exchange", "session")
    ),
)  # for every kind; to these come the kind's own modules


@cache
def judging_code(kind: str) -> str:
    """Sixteen hex digits over the syntax trees of every file that decides verdicts on steps of a kind: comments and layout do not count."""
    digest = hashlib.sha256(VERSION.encode())
    for file in sorted({f for pattern in DECIDES for f in HERE.glob(pattern)} | kind_files(kind)):
        digest.update(f"{file.relative_to(HERE).as_posix()}\0{_syntax(file)}\0".encode())
    return digest.hexdigest()[:16]


def kind_files(kind: str) -> set[Path]:
    """The kind's module, what is sent into the box under its name (`sql_inside`), and every module of the package that those import."""
    folder = HERE / "kinds"
    open_ = [folder / f"{kind}.py", folder / f"{kind}_inside.py"]
    found: set[Path] = set()
    while open_:
        file = open_.pop()
        if file not in found and file.is_file():
            found.add(file)
            open_ += [folder / f"{name}.py" for name in _imported(file)]
    return found


def _imported(file: Path) -> Iterator[str]:
    """Names of modules of gradus.kinds that this one imports."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.ImportFrom) and node.module == "gradus.kinds":
            yield from (n.name for n in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("gradus.kinds."):
            yield str(node.module).removeprefix("gradus.kinds.")


@cache
def _syntax(file: Path) -> str:
    return hashlib.sha256(ast.dump(ast.parse(file.read_bytes())).encode()).hexdigest()
