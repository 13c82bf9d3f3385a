"""What is raised inside content when a file cannot be used: it carries the finding that the author reads."""

from __future__ import annotations

from pathlib import Path

from gradus.vocabulary import Finding


class Unreadable(Exception):
    """A file of the curriculum that cannot be used; `finding` says where and what to do."""

    def __init__(self, code: str, path: Path | str, line: int, say: str) -> None:
        self.finding = Finding(code, str(path), line, say)
        super().__init__(str(self.finding))
