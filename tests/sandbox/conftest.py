"""One way to ask the sandbox, for all tests in this folder, and every wall that this machine holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from gradus.sandbox.held import held
from gradus.sandbox.run import Job, close, run
from gradus.vocabulary import Limits, Observation, Probe, Wall

Ask = Callable[..., Observation]
AHEAD = "started ahead"


@pytest.fixture(scope="session", autouse=True)
def no_zygotes_left() -> Iterator[None]:
    """As root, answers of these tests run as a user of their own, so that what is left running can be told from all else."""
    if os.getuid() == 0:
        os.environ["GRADUS_LEARNER_UID"] = str(200_000 + os.getpid() % 100_000)
    yield
    close()


def forced(name: str, monkeypatch: pytest.MonkeyPatch) -> Wall:
    """Put the wall `name` in force, "…, started ahead" with single-use interpreters, or skip."""
    level, _, ahead = name.partition(", ")
    monkeypatch.setenv("GRADUS_WALL", level)
    monkeypatch.setenv("GRADUS_START", "worker" if ahead else "fork")
    if held().wall is not Wall(level):
        pytest.skip(f"this machine does not hold it: {held().why}")
    return Wall(level)


@pytest.fixture(params=["box", "shared box", "filter", "process"])
def wall(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Wall:
    """Each wall that this machine holds, with zygotes."""
    return forced(request.param, monkeypatch)


@pytest.fixture(params=["box", "shared box", "filter", "process", f"filter, {AHEAD}", f"process, {AHEAD}"])
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each wall with each way to start."""
    forced(request.param, monkeypatch)
    return str(request.param)


@pytest.fixture
def ask() -> Ask:
    """Run `source` as answer.py and call one function of it, or the given probes."""

    def asking(
        source: str | bytes, function: str | None = "f", *args: Any, probes: dict[str, Probe] | None = None, family: str = "numpy",
        files: dict[str, str | bytes] | None = None, seed: int = 1, progress: Any = None, **limits: Any,
    ) -> Observation:  # fmt: skip
        if probes is None:
            probes = {"p": Probe(f"answer.{function}", args)} if function else {}
        job = Job(family, {"answer.py": source, **(files or {})}, probes, Limits(**{"seconds": 20.0, **limits}), seed, ("answer",))
        return run(job, progress)

    return asking
