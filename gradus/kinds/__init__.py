"""The kinds of answers, listed by hand: what form an answer has and how it is observed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from gradus.kinds import code, drill, git, program, project, service, sql
from gradus.kinds.known import Known
from gradus.vocabulary import Answer, Finding, Judge, Observation, Step

Progress = Callable[[Mapping[str, Any]], None]


class Kind(Protocol):
    """The functions that a kind's module has (docs/kinds.md).

    Three more are optional: `recognise(step, seen, seed)` where mistakes are told by the question and not by behaviour,
    `behaviour(seen)` for what of a value counts as behaviour (not the free text in it), and `prove(step)` for what a kind proves by itself.
    """

    def facts(self, step: Step) -> list[Finding]:
        """Is the folder right for this kind?"""

    def present(self, step: Step, seed: int) -> Mapping[str, Any]:
        """What the browser may know, as JSON."""

    def starter(self, step: Step, seed: int) -> Mapping[str, str]:
        """The files a learner opens."""

    def solution(self, step: Step, seed: int) -> Mapping[str, str]:
        """The files of the author's own answer."""

    def observe(self, step: Step, answer: Answer, seed: int, progress: Progress | None = None) -> Observation:
        """Run the answer; the only place where learner code runs."""

    def judge(self, step: Step) -> Judge:
        """The probes and checks of the step."""

    def answers(self, step: Step) -> list[Known]:
        """Every known answer and what must become of it."""


KINDS: dict[str, Kind] = {"code": code, "drill": drill, "git": git, "program": program, "project": project, "service": service, "sql": sql}
