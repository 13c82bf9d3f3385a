"""What is asked of the sandbox: one submission with its questions and limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gradus.vocabulary import Limits, Probe


@dataclass(frozen=True)
class Job:
    """One submission: files for its scratch folder, and what to ask of them."""

    family: str  # which zygote: bare, numpy, sci, torch, llm, sql, web, project
    files: Mapping[str, str | bytes]  # importable: answer.py, probe.py, earlier/<id>.py; data files
    probes: Mapping[str, Probe]  # in this order; Probe.target is "answer.f" or "probe.f"
    limits: Limits
    seed: int  # random, numpy and torch are seeded from (seed, index of the probe) before every probe
    check: tuple[str, ...] = ()  # modules to import first, so that syntax errors are found before any probe
    profile: str = (
        "pure"  # what the answer may do besides computing: pure nothing, procs start programs, service and project listen as well
    )

    @property
    def zygote(self) -> str:
        """Which zygote it needs: a profile other than `pure` has zygotes of its own, named family+profile."""
        return self.family if self.profile == "pure" else f"{self.family}+{self.profile}"
