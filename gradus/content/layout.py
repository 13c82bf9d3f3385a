"""Which files a step's folder may and must hold, kind by kind: the closed list of HOUSE 6."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

LESSON = "lesson.md"
WORKED = "worked.py"  # of any kind: computes the figures of the lesson


@dataclass(frozen=True, slots=True)
class Layout:
    """The names of one kind.  `answer` is the learner's file, `suffix` the language of starter, solution, mistakes and alternatives."""

    answer: str
    suffix: str
    must: tuple[str, ...]
    may: tuple[str, ...]

    def allows(self, name: str) -> bool:
        """Whether a file of this relative path belongs into such a folder."""
        return name in self.must or name == WORKED or any(fnmatchcase(name, p) and name.count("/") >= p.count("/") for p in self.may)


def _program(answer: str, suffix: str) -> Layout:
    must = ("step.toml", "lesson.md", f"starter{suffix}", f"solution{suffix}", "judge.py")
    return Layout(answer, suffix, must, ("oracle.py", "equivalent.toml", f"mistakes/*{suffix}", f"alternatives/*{suffix}", "data/*"))


LAYOUTS: Mapping[str, Layout] = {
    "code": Layout(
        "answer.py",
        ".py",
        ("step.toml", "lesson.md", "starter.py", "solution.py", "judge.py"),
        ("probe.py", "oracle.py", "equivalent.toml", "mistakes/*.py", "alternatives/*.py", "data/*"),
    ),
    "sql": Layout(
        "answer.sql",
        ".sql",
        ("step.toml", "lesson.md", "starter.sql", "solution.sql", "judge.py"),
        ("oracle.py", "equivalent.toml", "mistakes/*.sql", "alternatives/*.sql", "data/*"),
    ),
    "git": Layout(
        "answer.sh",
        ".sh",
        ("step.toml", "lesson.md", "starter.sh", "solution.sh", "judge.py"),
        ("probe.py", "oracle.py", "equivalent.toml", "mistakes/*.sh", "alternatives/*.sh", "data/*"),
    ),
    "service": Layout(
        "answer.py",
        ".py",
        ("step.toml", "lesson.md", "starter.py", "solution.py", "judge.py"),
        ("oracle.py", "equivalent.toml", "mistakes/*.py", "alternatives/*.py", "data/*"),
    ),
    "program": _program("answer.cpp", ".cpp"),
    "program java": _program("Main.java", ".java"),
    "project": Layout(
        "", ".toml", ("step.toml", "lesson.md", "judge.py", "probe.py"), ("mistakes/*.toml", "alternatives/*.toml", "data/*")
    ),
    "drill": Layout("answers.toml", ".py", ("step.toml", "lesson.md", "drill.py"), ("oracle.py", "data/*")),
}

# figure and train stand in the roadmap as kinds of their own; their steps are code with a probe script (HOUSE 3).
KIND_OF: Mapping[str, str] = {"figure": "code", "train": "code"}


def layout(kind: str, options: Mapping[str, Any]) -> Layout:
    """The layout of a step: of a program its language decides."""
    return LAYOUTS.get(f"{kind} {options.get('language', '')}", LAYOUTS[kind])
