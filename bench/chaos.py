"""A thousand queued submissions, some of them hostile, while zygotes and workers are killed every few seconds and the server twice.

`make chaos`.  Every honest answer must get its right verdict, none may be lost or counted twice; prints what happened and fails if not so.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from bench import load
from bench.places import STEPS, Server, curriculum
from bench.results import keep
from gradus import study

HERE = Path(__file__).parent
RIGHT = (
    "import numpy as np\ndef softmax(x):\n    e = np.exp(x - x.max(axis=1, keepdims=True))\n    return e / e.sum(axis=1, keepdims=True)\n"
)
WRONG = "import numpy as np\ndef softmax(x):\n    e = np.exp(x - x.max(axis=1, keepdims=True))\n    return e / e.sum()\n"
SLOW = f"import time\ntime.sleep(0.15)\n{RIGHT}"
HONEST = {"accepted": (RIGHT, SLOW), "rejected": (WRONG,)}
HOSTILE = (
    "import os\ndef softmax(x): os._exit(0)\n",
    "import os, signal\nfor p in range(1, 400):\n    try: os.kill(p, 9)\n    except OSError: pass\ndef softmax(x): return x\n",
    "def softmax(x): return bytearray(1 << 40)\n",
    "import os\nfor fd in range(64):\n    try: os.write(fd, b'x' * 5000)\n    except OSError: pass\ndef softmax(x): return x\n",
    "import ctypes\ndef softmax(x): ctypes.string_at(0)\n",
    "import os\ntry:\n    while True: os.fork()\nexcept BaseException: pass\ndef softmax(x): return 1\n",
    "def softmax(x): print('x' * (1 << 28)); return x\n",
    "import resource, signal\nsignal.signal(signal.SIGXCPU, signal.SIG_IGN)\ndef softmax(x):\n    while True: pass\n",
    "def softmax(x):\n    a = []\n    for _ in range(10**6): a = [a]\n    return a\n",
)


def fill(place: Path, n: int, share: float, draw: random.Random) -> dict[int, str]:
    """`n` committed submissions without a verdict; id to the outcome that it must get ("" where any but accepted will do)."""
    learner = study.open_home(place / "home", curriculum(place))
    due = {}
    for i in range(n):
        if draw.random() < share:
            want, text = "", HOSTILE[len(due) % len(HOSTILE)]
        else:
            want = draw.choice(("accepted", "accepted", "rejected"))
            text = draw.choice(HONEST[want])
        due[study.hand_in(learner, STEPS["numpy"], {"answer.py": f"{text}# {i}\n"}, source="web")] = want
    learner.store.close()
    return due


def below(pid: int) -> list[int]:
    """All processes below this one, as the kernel lists them now."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(p) for p in task.read_text().split()]
        except OSError:
            continue
    return found + [p for child in found for p in below(child)]


def words(pid: int) -> str:
    """The command line of a process; "" when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text("utf-8", "replace").replace("\0", " ")
    except OSError:
        return ""


def zygotes(pid: int) -> list[int]:
    """The processes below this one that are a zygote or hold one, and no answer: those stand below a zygote's own program, at every level."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(p) for p in task.read_text().split()]
        except OSError:
            continue
        for child in children:
            said = words(child)
            ours = "gradus_box" in said  # what a zygote is started with; its forks have the same
            found += [child] if ours else []
            found += [] if ours and "bwrap" not in said.partition(" ")[0] else zygotes(child)
    return found


class Killer(threading.Thread):
    """Kills a zygote of the server every few seconds, every fifth time a worker.  Never an answer: that would be the answer's own end."""

    def __init__(self, every: float, draw: random.Random) -> None:
        super().__init__(daemon=True)
        self.done = self.last = 0  # verdicts so far, and at the last kill
        self.every, self.draw, self.server, self.killed, self.over = every, draw, 0, 0, threading.Event()

    def run(self) -> None:
        """Until `over`."""
        while not self.over.wait(self.every):
            if self.done < self.last + 2:  # on a busy machine the same submission would be hit again and again, and rightly given up
                continue
            everything = below(self.server) if self.server else []
            workers = [p for p in everything if "gradus.judge_worker" in words(p)]
            victims = workers if self.killed % 5 == 4 else zygotes(self.server)
            if victims:
                try:
                    os.kill(self.draw.choice(victims), signal.SIGKILL)
                    self.killed += 1
                    self.last = self.done
                except OSError:
                    continue


def ask(place: Path, query: str) -> list[tuple[Any, ...]]:
    """Read the record beside the server."""
    db = sqlite3.connect(f"file:{place / 'home' / 'gradus.db'}?mode=ro", uri=True, timeout=30)
    try:
        return list(db.execute(query))
    finally:
        db.close()


def chaos(n: int, share: float = 0.05, every: float = 3.0, restarts: int = 2, patience: float = 900.0, seed: int = 1) -> dict[str, Any]:
    """Run it; raises AssertionError with the first submission that was lost, doubled or judged wrongly."""
    draw = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        due = fill(place, n, share, draw)
        killer = Killer(every, draw)
        began = time.monotonic()
        server = Server(place / "home", place / "curriculum")
        killer.server = server.process.pid
        killer.start()
        done = kills = 0
        try:
            while done < n:
                assert time.monotonic() - began < patience, f"{done} of {n} verdicts after {patience:.0f} s"
                time.sleep(0.2)
                done = killer.done = ask(place, "select count(*) from verdict")[0][0]
                if kills < restarts and done >= n * (kills + 1) // (restarts + 1):
                    kills += 1
                    killer.server = 0
                    server.kill()
                    server = Server(place / "home", place / "curriculum")
                    killer.server = server.process.pid
        finally:
            killer.over.set()
            killer.join()
            seconds = time.monotonic() - began
            server.stop()
        verify(place, due)
        walls = sorted({w for (w,) in ask(place, "select distinct json_extract(body, '$.wall') from verdict") if w})
    return {
        "walls": walls, "machine": load.machine(), "submissions": n, "hostile": sum(not w for w in due.values()), "processes_killed": killer.killed, "servers_killed": kills,
        "seconds": round(seconds, 1), "lost": 0, "doubled": 0, "wrong": 0,
    }  # fmt: skip


def verify(place: Path, due: dict[int, str]) -> None:
    """Against the record."""
    got = dict(ask(place, "select submission_id, outcome from verdict"))
    bodies = dict(ask(place, "select submission_id, body from verdict"))
    for id, want in due.items():
        assert id in got, f"submission {id} was lost"
        right = got[id] == want if want else got[id] != "accepted"
        assert right, f"submission {id} got {got[id]!r}, due was {want or 'anything but accepted'!r}: {json.loads(bodies[id])['say']}"
    assert len(got) == len(due)
    doubled = ask(place, "select submission_id, count(*) from evidence group by submission_id having count(*) > 1")
    assert not doubled, f"counted twice: {doubled}"
    counted = ask(place, "select count(*) from evidence")[0][0]
    assert counted == sum(o in ("accepted", "rejected", "crashed", "exceeded") for o in got.values())


def write(found: dict[str, Any]) -> None:
    """results.json (machines) and a sentence in README.md (people)."""
    say = (
        f"{found['submissions']} submissions, {found['hostile']} of them hostile, in {found['seconds']:.0f} s; {found['processes_killed']} zygotes and workers "
        f"and {found['servers_killed']} servers killed: {found['lost']} lost, {found['doubled']} doubled, {found['wrong']} wrong. Behind {', '.join(found['walls'])}; {found['machine']}.\n"
    )
    keep(HERE, "chaos", found, "chaos", say)


def main() -> None:
    """One storm."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--submissions", type=int, default=1000)
    options.add_argument("--every", type=float, default=3.0)
    options.add_argument("--restarts", type=int, default=2)
    options.add_argument("--patience", type=float, default=3600.0, help="seconds after which it counts as hanging")
    options.add_argument("--dry", action="store_true", help="print, write nothing")
    chosen = options.parse_args()
    found = chaos(chosen.submissions, every=chosen.every, restarts=chosen.restarts, patience=chosen.patience)
    print(json.dumps(found, indent=2))
    if not chosen.dry:
        write(found)


if __name__ == "__main__":
    main()
