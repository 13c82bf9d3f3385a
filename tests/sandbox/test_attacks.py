"""Every attack ends as it must, leaves nothing behind, and an honest submission passes afterwards in an empty folder."""

from __future__ import annotations

import builtins
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

import pytest

from gradus import settings
from gradus.sandbox.herd import HERD
from gradus.vocabulary import Observation, Wall

from .attacks import ATTACKS, CALLS, HEAD
from .conftest import Ask

HONEST = "import os, numpy as np\ndef f(): return os.listdir('.'), float(np.linalg.norm([3, 4])), sorted(os.listdir('/dev/shm'))"


@pytest.fixture(scope="module")
def target() -> Iterator[tuple[str, socket.socket, int]]:
    """What an attacker would want: a file, a listener, a process; and a secret in our environment."""
    os.environ["GRADUS_SECRET"] = "the expected value"
    with tempfile.NamedTemporaryFile() as secret, socket.create_server(("127.0.0.1", 0)) as server:
        os.chmod(secret.name, 0o644)
        secret.write(b"secret")
        secret.flush()
        with subprocess.Popen([sys.executable, "-I", "-S", "-c", "input()"], stdin=subprocess.PIPE) as victim:
            yield secret.name, server, victim.pid
            assert victim.poll() is None, "the victim was killed"
            victim.kill()
    del os.environ["GRADUS_SECRET"]


def ending(seen: Observation) -> Any:
    """What became of it: an outcome, the exception, or the value."""
    if seen.stopped is not None:
        return seen.stopped.outcome.value
    one = seen.seen["p"]
    return one.value if one.raised is None else one.raised


def matches(end: Any, wanted: Any) -> bool:
    """Whether an ending is the wanted one; see attacks.py."""
    if wanted == "any":
        return True
    if isinstance(wanted, str) and hasattr(end, "bases"):
        return wanted in end.bases
    if wanted == "Opaque":
        return type(end).__name__ == "Opaque"
    if isinstance(wanted, tuple) and isinstance(end, tuple):
        return list(map(str, end)) == list(map(str, wanted))
    if isinstance(wanted, str) and not hasattr(builtins, wanted):
        return wanted in (end if isinstance(end, str) else "", repr(end))
    return type(end) is type(wanted) and bool(end == wanted)


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_ends_as_it_must_and_the_next_submission_is_served(
    name: str, wall: Wall, target: tuple[str, socket.socket, int], ask: Ask
) -> None:
    attack = ATTACKS[name]
    wanted = attack.box if wall is Wall.BOX or attack.process is None else attack.process
    if wanted == ("skip",):
        pytest.skip("behind this wall it would reach other programs of the same user")
    secret, server, victim = target
    before = HERD.get("numpy", wall)
    pid = before.process.pid
    seen = ask(HEAD + CALLS + attack.source, "f", secret, server.getsockname()[1], victim, **attack.limits)
    end = ending(seen)
    assert any(matches(end, w) for w in wanted), (end, seen.stopped, seen.printed)
    honest = ask(HONEST)
    files, norm, shared = honest.seen["p"].value
    own = settings.learner_python().parts[:3]  # of a checkout below /tmp the interpreter stays visible
    assert ([f for f in files if ("/", "tmp", f) != own], norm) == (["answer.py"], 5.0)
    if wall is Wall.BOX:
        assert shared == []
        assert HERD.get("numpy", wall).process.pid == pid, "the zygote died"
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()
