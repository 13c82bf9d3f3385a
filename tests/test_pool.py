"""The pool: one verdict for one key, whatever dies under it; nothing hangs, nothing is lost."""

from __future__ import annotations

import signal
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gradus import judge_worker, study
from gradus.lane import Lane, Lost, order
from gradus.pool import Asked, Closed, Pool, Urgency
from gradus.sandbox.held import held
from gradus.sandbox.herd import HERD
from gradus.sandbox.lending import LEASES
from gradus.sandbox.run import close
from gradus.study import Learner
from gradus.tries import MOST, Tries
from gradus.vocabulary import Answer
from tests.small import RIGHT, STEP, WRONG, at_home, curriculum, prove

SLOW = "import time\ntime.sleep({})\n" + RIGHT


@pytest.fixture(scope="module")
def learner(tmp_path_factory: pytest.TempPathFactory) -> Learner:
    return at_home(tmp_path_factory.mktemp("pool"))


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    pool = Pool(2, most=6, each=4)
    yield pool
    pool.close()
    close()


def asked(learner: Learner, text: str, **more: Any) -> Asked:
    return Asked(learner.step(STEP), Answer({"answer.py": text}), 7, learner.id, home=learner.home, **more)


def test_the_verdict_is_that_of_the_answer(learner: Learner, pool: Pool) -> None:
    assert pool.verdict("right", asked(learner, RIGHT))["outcome"] == "accepted"
    wrong = pool.verdict("wrong", asked(learner, WRONG))
    assert wrong["outcome"] == "rejected"
    assert wrong["mistake"]["name"] == "Multiplies"


def test_who_asks_twice_under_one_key_gets_one_run(learner: Learner, pool: Pool) -> None:
    found: list[Any] = []
    both = threading.Semaphore(0)
    for _ in range(2):
        pool.ask("same", asked(learner, SLOW.format(0.3)), lambda body: (found.append(body), both.release()))  # type: ignore[func-returns-value]
    assert pool.waiting() == 1
    assert both.acquire(timeout=60)
    assert both.acquire(timeout=60)
    assert found[0] is found[1]


def test_a_killed_worker_or_zygote_is_replaced_and_the_verdict_is_right_all_the_same(learner: Learner, pool: Pool) -> None:
    for n, victim in enumerate(("worker", "zygote")):
        found: list[Any] = []
        done = threading.Event()
        pool.ask(f"killed {victim}", asked(learner, SLOW.format(1)), lambda body, f=found, d=done: (f.append(body), d.set()))  # type: ignore[misc]
        time.sleep(0.4)
        if victim == "worker":
            for lane in pool.lanes:
                if lane.warm and lane.process:
                    lane.process.send_signal(signal.SIGKILL)
        else:
            for zygote in list(HERD.families.values()):
                zygote.kill()
        assert done.wait(90), n
        assert found[0]["outcome"] == "accepted", found


def test_a_submission_that_always_brings_its_judge_down_is_given_up_after_three_tries(learner: Learner) -> None:
    lane, stop = Lane(), threading.Event()
    lane.start()
    tries = Tries(learner.home, "c" * 32)
    seen: set[int] = set()

    def kill() -> None:
        while not stop.is_set():
            if lane.process and lane.process.pid not in seen and tries.made > len(seen):
                seen.add(lane.process.pid)
                lane.process.send_signal(signal.SIGKILL)
            time.sleep(0.02)

    killer = threading.Thread(target=kill)
    killer.start()
    what = order("judge", learner.step(STEP), 7, held().wall, None, files={"answer.py": SLOW.format(1.5)}, earlier={})
    try:
        body = lane.judge(what, 5.0, tries)
    finally:
        stop.set()
        killer.join()
        lane.end()
    assert body["outcome"] == "broken"
    assert "could not be judged" in body["say"]
    assert len(seen) == MOST
    assert not Tries(learner.home, "c" * 32).left  # and the next process does not try it a fourth time


def test_a_submission_whose_zygote_ended_three_times_before_gets_no_child_at_all(learner: Learner, pool: Pool) -> None:
    for _ in range(MOST):
        Tries(learner.home, "d" * 32).begin()
    body = pool.verdict("given up", asked(learner, RIGHT, name="d" * 32))
    assert body["outcome"] == "broken"
    assert "could not be judged" in body["say"]


def test_what_nobody_waits_for_never_takes_the_last_lane(learner: Learner, pool: Pool) -> None:
    order_of_end: list[str] = []
    done = threading.Semaphore(0)

    def ended(name: str) -> Any:
        return lambda body: (order_of_end.append(name), done.release())

    for i in range(3):
        pool.ask(f"batch {i}", asked(learner, SLOW.format(0.6 + i / 100), urgency=Urgency.LATER), ended("batch"))
    pool.ask("person", asked(learner, RIGHT + "# now\n"), ended("person"))
    for _ in range(4):
        assert done.acquire(timeout=90)
    assert order_of_end.index("person") <= 1  # at most the one that ran already may come before


def test_a_full_line_refuses_and_says_when_to_come_again(learner: Learner, pool: Pool) -> None:
    left = threading.Semaphore(0)
    for i in range(6):
        pool.ask(f"many {i}", asked(learner, SLOW.format(0.3) + f"# {i}\n"), lambda _: left.release())
    with pytest.raises(study.Busy) as busy:
        pool.admit(learner.id)
    assert busy.value.retry_after >= 1
    for _ in range(6):
        assert left.acquire(timeout=90)
    pool.admit(learner.id)


def test_a_run_that_is_stopped_is_answered_at_once_counts_no_try_and_leaves_the_lane_to_the_next(learner: Learner) -> None:
    pool, told = Pool(1), list[Any]()
    step = replace(learner.step(STEP), limits=replace(learner.step(STEP).limits, seconds=300.0))
    pool.ask("unwanted", replace(asked(learner, SLOW.format(600), name="f" * 32), step=step), told.append)
    pool.ask("behind", asked(learner, WRONG), told.append)
    while not Tries(learner.home, "f" * 32).made:
        time.sleep(0.05)
    time.sleep(1)  # into the sleep of the answer
    assert pool.stop("unwanted", {"outcome": "malformed", "say": "stopped"})
    assert told == [{"outcome": "malformed", "say": "stopped"}]
    assert not pool.stop("unwanted", {})
    assert pool.stop("behind", {"say": "stopped while it waited"})
    assert told[1:] == [{"say": "stopped while it waited"}]
    assert pool.verdict("after", asked(learner, RIGHT))["outcome"] == "accepted"  # not after ten minutes
    assert Tries(learner.home, "f" * 32).made == 0
    assert pool.waiting() == 0
    pool.close()
    assert not LEASES.out  # or the zygote of the run that was stopped could never be replaced


def test_the_end_of_the_pool_wakes_everybody_and_a_later_question_starts_it_again(learner: Learner) -> None:
    pool = Pool(2)
    told = threading.Event()
    pool.ask("unfinished", asked(learner, SLOW.format(20), name="e" * 32), lambda body: told.set() if body is None else None)
    time.sleep(0.5)
    pool.close()
    assert told.wait(10)
    assert Tries(learner.home, "e" * 32).made == 0  # our end says nothing about the submission
    assert pool.verdict("after", asked(learner, RIGHT))["outcome"] == "accepted"
    pool.close()


def test_a_thread_that_is_late_when_the_pool_ends_cannot_bring_up_a_worker_beside_the_new_ones(learner: Learner) -> None:
    pool = Pool(1)
    late = pool.lanes[0]
    pool.close()
    with pytest.raises(Lost):
        late.start()
    assert not late.warm
    assert pool.verdict("after", asked(learner, RIGHT))["outcome"] == "accepted"
    pool.close()


def test_a_closed_pool_says_so_instead_of_hanging(learner: Learner) -> None:
    pool = Pool(2)
    threading.Timer(1.0, pool.close).start()
    with pytest.raises(Closed):
        pool.verdict("unfinished", asked(learner, SLOW.format(30)))


def test_a_step_that_changed_on_disk_is_our_fault(pool: Pool, tmp_path: Path) -> None:
    judge = curriculum(tmp_path / "curriculum") / "basics" / "adding" / STEP / "judge.py"
    judge.write_text(judge.read_text() + "\n# one of a kind\n")
    prove(tmp_path / "curriculum")
    step = at_home(tmp_path).step(STEP)
    judge.write_text(judge.read_text() + "\n# edited while the service runs\n")
    body = pool.verdict("changed", Asked(step, Answer({"answer.py": RIGHT}), 7))
    assert body["outcome"] == "broken"
    assert "changed" in body["say"]


def test_a_worker_that_cannot_start_is_lost_and_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(Lost):
        Lane().start()


def test_messages_of_a_worker_are_bounded() -> None:
    here, there = socket.socketpair()
    there.sendall(b"\xff\xff\xff\xff{}")
    assert judge_worker.receive(here) is None
    here.close()
    there.close()
