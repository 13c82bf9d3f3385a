"""`gradus watch` in a process of its own: without a terminal, and with one and its keys."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from tests.cli.conftest import RIGHT, WRONG, Desk, environment

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
PATIENCE = 60.0


@dataclass
class Running:
    """A watcher and what it has printed."""

    process: subprocess.Popen[bytes]
    read_from: int
    text: str = ""
    write_to: int | None = None
    at: int = field(default=0)

    def until(self, words: str) -> str:
        """Wait for words that were not there at the last call; what was printed since then."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if (found := self.text.find(words, self.at)) >= 0:
                said, self.at = self.text[self.at : found + len(words)], found + len(words)
                return said
            if select.select([self.read_from], [], [], 0.2)[0]:
                try:
                    more = os.read(self.read_from, 65536)
                except OSError:  # how a closed pseudo-terminal reads on Linux
                    more = b""
                if not more:
                    break
                self.text += more.decode("utf-8", "replace")
        raise AssertionError(f"{words!r} was not printed; what was: {self.text[self.at :]!r}")

    def press(self, key: str) -> None:
        assert self.write_to is not None
        os.write(self.write_to, key.encode())


def begin(desk: Desk, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "gradus", "--home", str(desk.home), "--curriculum", str(desk.tree), *arguments]


@pytest.fixture
def piped(desk: Desk) -> Iterator[Callable[[str], Running]]:
    started: list[subprocess.Popen[bytes]] = []

    def start(step: str) -> Running:
        process = subprocess.Popen(
            begin(desk, "watch", step), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment()
        )
        started.append(process)
        assert process.stdout
        return Running(process, process.stdout.fileno())

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.wait()
        assert process.stdout
        process.stdout.close()


@pytest.fixture
def typed(desk: Desk) -> Iterator[Callable[[str], Running]]:
    opened: list[tuple[subprocess.Popen[bytes], int]] = []

    def start(step: str) -> Running:
        ours, theirs = pty.openpty()
        process = subprocess.Popen(begin(desk, "watch", step), stdin=theirs, stdout=theirs, stderr=theirs, env=environment())
        os.close(theirs)
        opened.append((process, ours))
        return Running(process, ours, write_to=ours)

    yield start
    for process, ours in opened:
        if process.poll() is None:
            process.kill()
        process.wait()
        os.close(ours)


def test_every_save_is_judged_without_a_terminal_and_ctrl_c_ends_it(desk: Desk, piped: Callable[[str], Running]) -> None:
    watching = piped("sum-squares")
    watching.until("Write your answer and save")
    watching.until("0 of 3 steps")
    desk.answer(WRONG)
    assert "Adds the numbers themselves" in watching.until("0 of 3 steps")
    desk.answer(RIGHT)
    assert "accepted" in watching.until("1 of 3 steps")
    for _ in range(6):  # as a person does: once more if nothing happens, for a signal can fall into a library's own hands
        watching.process.send_signal(signal.SIGINT)
        try:
            watching.process.wait(timeout=PATIENCE / 6)
            break
        except subprocess.TimeoutExpired:
            continue
    assert watching.process.wait(timeout=1) == 130


def test_a_drill_that_asks_anew_after_a_run_is_not_judged_again_by_itself(desk: Desk, piped: Callable[[str], Running]) -> None:
    watching = piped("sum-products")
    watching.until("Ctrl C ends it")
    file = desk.home / "workspace" / "sum-products" / "answers.toml"
    file.write_text(re.sub(r'(q\d) = ""', r'\1 = "-1"', file.read_text()))
    watching.until("Ctrl C ends it")
    time.sleep(2.5)  # two looks at the folder
    assert watching.text[watching.at :].strip() == ""
    assert not select.select([watching.read_from], [], [], 0)[0], os.read(watching.read_from, 9999)


def test_the_keys_give_a_hint_the_list_the_next_step_and_the_way_out(desk: Desk, typed: Callable[[str], Running]) -> None:
    watching = typed("sum-squares")
    watching.until("q quit")
    watching.press("h")
    watching.until("Hint 1: Look at what happens")
    watching.press("h")
    watching.until("after another run")
    watching.press("l")
    watching.until("Products")
    desk.answer(RIGHT)
    watching.until("accepted")
    watching.until("q quit")
    watching.press("n")
    watching.until("sum-products prints the lesson")
    watching.until("q quit")
    watching.press("q")
    assert watching.process.wait(timeout=PATIENCE) == 0


def test_an_atomic_save_as_editors_do_it_is_seen(desk: Desk, piped: Callable[[str], Running]) -> None:
    watching = piped("sum-squares")
    watching.until("0 of 3 steps")
    file = desk.home / "workspace" / "sum-squares" / "answer.py"
    draft = file.with_name(".answer.py.swp")
    draft.write_text(WRONG)
    draft.replace(file)
    watching.until("Adds the numbers themselves")
