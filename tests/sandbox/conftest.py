"""One way to ask the sandbox, for all tests in this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from gradus.sandbox.held import held
from gradus.sandbox.run import Job, close, run
from gradus.vocabulary import Limits, Observation, Probe, Wall

Ask = Callable[..., Observation]


@pytest.fixture(scope="session", autouse=True)
def no_zygotes_left() -> Iterator[None]:
    yield
    close()


@pytest.fixture(params=[Wall.BOX, Wall.PROCESS], ids=["box", "process"])
def wall(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Wall:
    """Each wall that this machine holds."""
    monkeypatch.setenv("GRADUS_WALL", request.param.value)
    if held().wall is not request.param:
        pytest.skip(f"this machine does not hold it: {held().why}")
    return Wall(request.param)


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
