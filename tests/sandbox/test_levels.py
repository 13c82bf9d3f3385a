"""Every level serves honest people: the whole path of a submission, and what libraries need, behind each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gradus import study
from gradus.pool import POOL
from gradus.sandbox import walls
from gradus.sandbox.conversation import observe
from gradus.sandbox.held import held
from gradus.sandbox.herd import HERD
from gradus.sandbox.job import Job
from gradus.sandbox.prestarted import Prestarted
from gradus.vocabulary import Limits, Outcome, Probe, Wall
from tests import small

from .conftest import Ask

SCI = """
import os, io, numpy, pandas, sklearn.linear_model, matplotlib, matplotlib.pyplot as plt, sympy, tempfile, shutil, wave, json
def f():
    frame = pandas.DataFrame({"x": [1.0, 2.0, 3.0]})
    frame.to_csv("a.csv", index=False)
    shutil.copyfile("a.csv", "b.csv")
    with tempfile.TemporaryDirectory() as d: numpy.save(os.path.join(d, "x.npy"), frame["x"])
    plt.plot(frame["x"]); plt.title("$x^2$"); plt.savefig("p.png")
    fit = sklearn.linear_model.LinearRegression().fit(frame[["x"]], 2 * frame["x"])
    return round(float(fit.coef_[0]), 6), pandas.read_csv("b.csv")["x"].sum(), str(sympy.diff(sympy.Symbol("s") ** 2)), os.path.getsize("p.png") > 1000, os.cpu_count() > 0
"""
TORCH = """
import torch
def f():
    torch.manual_seed(0)
    m = torch.nn.Linear(2, 1)
    o = torch.optim.Adam(m.parameters())
    m(torch.ones(3, 2)).sum().backward(); o.step()
    torch.save(m.state_dict(), "m.pt"); m.load_state_dict(torch.load("m.pt"))
    torch.set_num_threads(2)
    return float((torch.ones(200, 200) @ torch.ones(200, 200)).sum())
"""
SQL = """
import sqlite3, duckdb
def f():
    a = sqlite3.connect("x.db"); a.execute("create table t(x)"); a.execute("insert into t values (3)"); a.commit()
    return a.execute("select x from t").fetchall()[0][0], duckdb.connect().execute("select 4").fetchall()[0][0]
"""


@pytest.mark.parametrize("place", [str(w) for w in Wall] + ["process, started ahead"], indirect=True)
def test_a_submission_goes_the_whole_way_and_its_verdict_bears_the_level(place: str, tmp_path: Path) -> None:
    learner = small.at_home(tmp_path)
    try:
        seen = {}
        for text in (small.RIGHT, small.WRONG, "import socket\ndef add(a, b):\n    while True: pass\n"):
            verdict = study.submit(learner, small.STEP, {"answer.py": text}).verdict
            seen[str(verdict["outcome"])] = str(verdict["wall"])
        assert seen == dict.fromkeys(("accepted", "rejected", "exceeded"), place.partition(", ")[0])
    finally:
        POOL.close()
        learner.store.close()


@pytest.mark.parametrize("place", ["shared box", "filter"], indirect=True)
@pytest.mark.parametrize(
    ("family", "source", "wanted"),
    [("sci", SCI, (2.0, 6.0, "2*s", True, True)), ("torch", TORCH, 200.0**3), ("sql", SQL, (3, 4))],
    ids=["sci", "torch", "sql"],
)
def test_what_libraries_do_works_where_only_filters_stand(place: str, family: str, source: str, wanted: Any, ask: Ask) -> None:
    seen = ask(source, family=family, seconds=30.0, memory_mb=1024)
    HERD.drop(HERD.get(family, held().wall))
    assert seen.stopped is None, (seen.stopped, seen.printed)
    assert seen.seen["p"].raised is None, seen.seen["p"].raised
    got = seen.seen["p"].value
    assert got == wanted


def test_a_system_without_proc_and_without_linux_calls_is_served_by_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on macOS: what the worker's modules take for Linux only is not called."""
    honest = walls.orders

    def elsewhere(*args: Any) -> dict[str, Any]:
        told = honest(*args)
        source = told["modules"]["namespaces"]
        told["modules"]["namespaces"] = source.replace('LINUX = sys.platform == "linux"', "LINUX = False").replace("/proc/", "/nowhere/")
        assert told["modules"]["namespaces"] != source
        return told

    monkeypatch.setattr(walls, "orders", elsewhere)
    workers = Prestarted("bare", Wall.PROCESS)
    try:
        right = observe(workers, Job("bare", {"answer.py": "def f(): return 1"}, {"p": Probe("answer.f")}, Limits(), 0))
        loop = observe(
            workers, Job("bare", {"answer.py": "def f():\n    while True: pass"}, {"p": Probe("answer.f")}, Limits(seconds=0.5), 0)
        )
    finally:
        workers.close()
    assert right.seen["p"].value == 1
    assert loop.stopped is not None
    assert loop.stopped.outcome is Outcome.EXCEEDED


@pytest.mark.parametrize("wall", [Wall.SHARED_BOX, Wall.FILTER])
def test_tasks_that_start_processes_are_not_offered_where_only_filters_stand(wall: Wall) -> None:
    with pytest.raises(walls.Refused, match="not offered at the level"):
        walls.orders(wall, "bare+procs", walls.Interpreter("/usr/bin/python3", ()), "/tmp", "zygote")
