"""Which judging code is this?  With a step's hash and a seed, its hash fixes every verdict."""

from __future__ import annotations

import ast
import hashlib
from functools import cache
from pathlib import Path

VERSION = "0.1.0"
DECIDES = (
    *(
        f"{name}.py"
        for name in (
            "vocabulary",
            "asking",
            "judging",
            "drilling",
            "plaintext",
            "form",
            "recognise",
            "repeated",
            "wording",
            "ideals",
            "grade",
        )
    ),
    "kinds/*.py",
    "content/judges.py",
    *(
        f"sandbox/{name}.py"
        for name in ("conversation", "decoding", "driver", "learner_values", "outcomes", "plain", "raised", "wire", "exchange", "session")
    ),
)


@cache
def judging_code() -> str:
    """Sixteen hex digits over the syntax trees of every file that decides verdicts: comments and layout do not count."""
    here = Path(__file__).parent
    digest = hashlib.sha256(VERSION.encode())
    for file in sorted({f for pattern in DECIDES for f in here.glob(pattern)}):
        digest.update(f"{file.relative_to(here).as_posix()}\0{ast.dump(ast.parse(file.read_bytes()))}\0".encode())
    return digest.hexdigest()[:16]
