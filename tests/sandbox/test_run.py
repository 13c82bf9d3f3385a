"""`run`: each way a submission can end has its outcome and its sentence, and what comes back is what was returned."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gradus.sandbox.run import Job, run
from gradus.vocabulary import Frame, Limits, Opaque, Outcome, Probe, Series, Tensor, Wall

from .conftest import Ask

STOPS = {
    "syntax error": ("def f(:\n    pass", Outcome.MALFORMED, "answer.py line 1 is not valid Python: invalid syntax."),
    "bad indentation": ("def f():\nreturn 1", Outcome.MALFORMED, "answer.py line 2 is not valid Python: expected an indented block after function definition on line 1."),
    "empty file": ("  \n", Outcome.MALFORMED, "answer.py is empty."),
    "not text": (b"\xff\xfe\x00x", Outcome.MALFORMED, "answer.py is not text: it must be saved as UTF-8."),
    "NUL in it": ("f = 1\0", Outcome.MALFORMED, "answer.py is not text: it contains NUL characters."),
    "too long": ("#" * ((1 << 20) + 1), Outcome.MALFORMED, "answer.py is larger than 1 MB."),
    "no such function": ("def g(): pass", Outcome.MALFORMED, "answer.py defines no function f."),
    "not a function": ("f = 3", Outcome.MALFORMED, "answer.py defines no function f."),
    "raises at import": ("x = 1\n1 / 0", Outcome.CRASHED, "answer.py raised ZeroDivisionError: division by zero while it was imported."),
    "imports what is not there": ("import nonesuch", Outcome.CRASHED, "answer.py raised ModuleNotFoundError: No module named 'nonesuch' while it was imported."),
    "exits at import": ("import sys\nsys.exit(0)", Outcome.CRASHED, "answer.py raised SystemExit: 0 while it was imported."),
    "ends the process at import": ("import os\nos._exit(0)", Outcome.CRASHED, "Your program ended itself while it was imported, before it gave a value back."),
    "ends the process in a call": ("import os\ndef f(): os._exit(0)", Outcome.CRASHED, "Your program ended itself during f(...), before it gave a value back."),
    "segmentation fault": (
        "import ctypes\ndef f(): ctypes.string_at(0)", Outcome.CRASHED, "Python itself was ended by a segmentation fault during f(...).",
    ),
    "never ends": ("def f():\n    while True: pass", Outcome.EXCEEDED, "Your program ran longer than 0.4 s and was stopped during f(...)."),
    "never ends at import": ("while True: pass", Outcome.EXCEEDED, "Your program ran longer than 0.4 s and was stopped while it was imported."),
    "asks for 10 GB": ("def f(): return bytearray(10 << 30)", Outcome.EXCEEDED, "Your program asked for more than 512 MB of memory during f(...)."),
    "asks for 10 GB as an array": (
        "import numpy as np\ndef f(): return np.ones(10 << 27)", Outcome.EXCEEDED, "Your program asked for more than 512 MB of memory during f(...).",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", STOPS)
def test_each_way_to_stop_has_its_outcome_and_its_sentence(case: str, ask: Ask) -> None:
    source, outcome, say = STOPS[case]
    seen = ask(source, seconds=0.4 if "never" in case else 20.0)
    assert seen.stopped is not None
    assert (seen.stopped.outcome, seen.stopped.say) == (outcome, say)


def test_a_gigabyte_printed_is_stopped_and_the_beginning_kept(ask: Ask) -> None:
    seen = ask("def f():\n    for i in range(1 << 20): print('x' * 1023)", printed_kb=8)
    assert seen.stopped is not None
    assert seen.stopped.outcome is Outcome.EXCEEDED
    assert seen.stopped.say.startswith("Your program printed more than 7 MB")
    assert seen.printed.startswith("x" * 1023 + "\n")
    assert len(seen.printed) < 10_000


def test_what_was_printed_before_an_endless_loop_is_kept(ask: Ask) -> None:
    seen = ask("def f():\n    print('before')\n    while True: pass", seconds=1.5)
    assert seen.printed == "before\n"


def test_a_stop_says_at_which_probe_and_keeps_what_came_before(ask: Ask) -> None:
    source = "def f(x):\n    if x == 2:\n        while True: pass\n    return x"
    seen = ask(source, probes={f"p{i}": Probe("answer.f", (i,)) for i in range(4)}, seconds=2.0)
    assert seen.stopped is not None
    assert seen.stopped.at == "p2"
    assert {n: s.value for n, s in seen.seen.items()} == {"p0": 0, "p1": 1}


def test_an_exception_in_a_probe_is_seen_and_the_next_probe_runs(ask: Ask) -> None:
    source = "import numpy as np\n\ndef f(x):\n    return g(x)\n\ndef g(x):\n    return np.linalg.inv(x)\n"
    probes = {"bad": Probe("answer.f", (np.zeros((2, 2)),)), "good": Probe("answer.f", (np.eye(2),))}
    seen = ask(source, probes=probes)
    assert seen.stopped is None
    raised = seen.seen["bad"].raised
    assert raised is not None
    assert raised.bases[:2] == ("LinAlgError", "ValueError")
    assert raised.line == 7
    assert raised.trace == (
        '  File "answer.py", line 4, in f\n    return g(x)\n  File "answer.py", line 7, in g\n    return np.linalg.inv(x)\nLinAlgError: Singular matrix'
    )
    np.testing.assert_array_equal(seen.seen["good"].value, np.eye(2))


def test_a_deep_traceback_is_cut_in_the_middle(ask: Ask) -> None:
    raised = ask("def f(n=0): return f(n + 1)").seen["p"].raised
    assert raised is not None
    assert raised.type == "RecursionError"
    assert raised.trace.count("\n") < 40
    assert "more frames" in raised.trace


@pytest.mark.parametrize("what", ["KeyboardInterrupt", "GeneratorExit", "SystemExit", "BaseException"])
def test_exceptions_that_are_no_exceptions_are_seen_too(what: str, ask: Ask) -> None:
    raised = ask(f"def f(): raise {what}(3)").seen["p"].raised
    assert raised is not None
    assert raised.type == what


def test_arguments_are_writable_copies_and_touching_them_is_seen(ask: Ask) -> None:
    given = np.zeros(3)
    source = "def f(x):\n    x[0] = 7\n    return x\ndef g(x): return x.sum()\ndef h(d): d['k'].append(1)"
    probes = {"f": Probe("answer.f", (given,)), "g": Probe("answer.g", (given,)), "h": Probe("answer.h", kwargs={"d": {"k": [0]}})}
    seen = ask(source, probes=probes).seen
    assert [seen[n].touched for n in "fgh"] == [True, False, True]
    assert given[0] == 0
    assert seen["f"].value[0] == 7


def test_randomness_is_seeded_for_each_probe(ask: Ask) -> None:
    source = "import random, numpy as np\ndef f(): return [random.random(), float(np.random.rand())]"
    probes = {n: Probe("answer.f") for n in "ab"}
    one, two, other = (ask(source, probes=probes, seed=s).seen for s in (1, 1, 2))
    assert one["a"].value == two["a"].value
    assert one["a"].value != one["b"].value
    assert one["a"].value != other["a"].value


def test_progress_reports_arrive_as_plain_numbers(ask: Ask) -> None:
    reports: list[Any] = []
    source = "import live, numpy as np\ndef f():\n    for i in range(3): live.report(step=i, loss=np.float64(0.5))\n    return 1"
    assert ask(source, progress=reports.append).seen["p"].value == 1
    assert reports == [{"step": i, "loss": 0.5} for i in range(3)]


def test_a_listener_that_fails_does_not_fail_the_run(ask: Ask, caplog: pytest.LogCaptureFixture) -> None:
    def listener(_: Any) -> None:
        raise ValueError("no screen")

    assert ask("import live\ndef f():\n    live.report(step=1)\n    return 1", progress=listener).seen["p"].value == 1
    assert "a listener for progress failed" in caplog.text


def test_reports_without_end_do_not_stop_the_clock(ask: Ask) -> None:
    source = (
        "import sys, os\nw = sys.modules['gradus_box.wire']\nframe = b''.join(w.encode({'t': 'live', 'report': {'a': {'deep': 1}, 'b': 2}}, lambda *a: None)) * 100\n"
        "def f():\n    while True: os.write(3, frame)"
    )
    reports: list[Any] = []
    stopped = ask(source, progress=reports.append, seconds=1.0).stopped
    assert stopped is not None
    assert stopped.outcome is Outcome.EXCEEDED
    assert reports[0] == {"b": 2}


PROBE = "import answer\n\ndef twice(x): return answer.f(answer.f(x))\ndef asks(): return answer.nothing\ndef own(): return [][1]"


def test_a_probe_script_drives_the_answer_and_is_no_part_of_its_traceback(ask: Ask) -> None:
    files: dict[str, str | bytes] = {"probe.py": PROBE, "data/a.bin": b"\x00\x01", "earlier/la_norms.py": "k = 2"}
    source = "import earlier.la_norms\ndef f(x): return x * earlier.la_norms.k + open('data/a.bin', 'rb').read()[1]"
    seen = ask(source, probes={"p": Probe("probe.twice", (1,)), "q": Probe("probe.twice", ("a",))}, files=files)
    assert seen.seen["p"].value == 7
    assert seen.seen["q"].raised is not None
    assert seen.seen["q"].raised.trace.startswith('  File "answer.py", line 2, in f')


def test_a_name_that_the_probe_script_misses_in_the_answer_is_malformed(ask: Ask) -> None:
    stopped = ask("f = abs", probes={"p": Probe("probe.asks")}, files={"probe.py": PROBE}).stopped
    assert stopped is not None
    assert (stopped.outcome, stopped.say) == (Outcome.MALFORMED, "answer.py defines no function nothing.")
    stopped = ask("f = abs", probes={"p": Probe("probe.p")}, files={"probe.py": "from answer import g\ndef p(): pass"}).stopped
    assert stopped is not None
    assert (stopped.outcome, stopped.say) == (Outcome.MALFORMED, "answer.py defines no function g.")


@pytest.mark.parametrize(
    ("script", "target"),
    [("1 / 0", "probe.p"), ("x = 1", "probe.p"), ("", "probe.p"), ("def p(:", "probe.p"), (None, "probe.p")],
    ids=["raises", "no function", "empty", "syntax", "missing"],
)
def test_faults_of_the_step_are_called_ours(script: str | None, target: str, ask: Ask) -> None:
    stopped = ask("f = abs", probes={"p": Probe(target)}, files={} if script is None else {"probe.py": script}).stopped
    assert stopped is not None
    assert stopped.outcome is Outcome.BROKEN
    assert "does not count" in stopped.say


def test_arguments_that_cannot_be_sent_are_our_fault() -> None:
    loop: list[Any] = []
    loop.append(loop)
    stopped = run(Job("numpy", {"answer.py": "f = abs"}, {"p": Probe("answer.f", (loop,))}, Limits(), 1)).stopped
    assert stopped is not None
    assert stopped.outcome is Outcome.BROKEN


def test_a_learner_python_that_is_not_there_is_our_fault(monkeypatch: pytest.MonkeyPatch, ask: Ask) -> None:
    monkeypatch.setenv("GRADUS_LEARNER_PYTHON", "/nonexistent/python")
    monkeypatch.setenv("GRADUS_WALL", "process")
    stopped = ask("f = abs", family="sql").stopped
    assert stopped is not None
    assert stopped.outcome is Outcome.BROKEN
    assert "/nonexistent/python" in stopped.say


def test_the_wall_in_force_stands_on_every_observation(wall: Wall, ask: Ask) -> None:
    assert ask("def f(): return 1").wall is wall
    assert ask("").wall is wall


def test_huge_and_deep_return_values_are_bounded(ask: Ask) -> None:
    seen = ask("def f(): return bytearray(100 << 20)")
    assert seen.stopped is not None
    assert seen.stopped.outcome is Outcome.EXCEEDED
    seen = ask("import numpy as np\ndef f(): return np.broadcast_to(np.float64(1), (10**5, 10**5))")
    assert seen.stopped is not None
    assert seen.stopped.outcome is Outcome.EXCEEDED
    deep = ask("def f():\n    x = []\n    for _ in range(100000): x = [x]\n    return x").seen["p"].value
    assert deep == Opaque("list", "nested too deeply, or in itself")


def test_large_but_honest_values_arrive(ask: Ask) -> None:
    source = "def f(): return {(str(i), str(i + 1)): i for i in range(5000)}, [[i] for i in range(100_000)], [0.5] * 500_000, list(range(500_000))"
    pairs, rows, halves, numbers = ask(source).seen["p"].value
    assert (len(pairs), len(rows), len(halves), numbers[-1]) == (5000, 100_000, 500_000, 499_999)


def test_values_of_too_many_parts_are_said_to_be_too_large(ask: Ask) -> None:
    stopped = ask("def f(): return [[i] for i in range(300_000)]").stopped
    assert stopped is not None
    assert (stopped.outcome, stopped.say) == (
        Outcome.EXCEEDED,
        "Your program sent back more than 262144 lists and was stopped during f(...).",
    )


def test_tables_go_in_and_come_out(ask: Ask) -> None:
    source = """
import pandas as pd
def f(frame, series):
    assert isinstance(frame, pd.DataFrame) and isinstance(series, pd.Series)
    frame["z"] = frame["x"] * 2
    return frame, frame.groupby("k")["x"].sum(), series, frame.set_index(["k", "x"]), pd.Timestamp("2020-01-02"), frame["k"].astype("category")
"""
    frame = Frame(["k", "x"], range(3), [["a", None, "a"], np.array([1.0, 2.0, np.nan])], ["str", "float64"])
    seen = ask(source, "f", frame, Series("s", ["p", "q"], np.array([1, 2], "i4"), "int32"), family="sci", seconds=60.0)
    assert seen.stopped is None
    table, sums, series, indexed, stamp, category = seen.seen["p"].value
    assert (table.columns, table.dtypes) == (["k", "x", "z"], ["str", "float64", "float64"])
    assert table.values[0] == ["a", None, "a"]
    np.testing.assert_array_equal(table.values[2], [2.0, 4.0, np.nan])
    assert (sums.name, sums.index) == ("x", ["a"])
    assert (series.index, series.dtype, series.values.tolist()) == (["p", "q"], "int32", [1, 2])
    assert indexed.index[0] == ("a", 1.0)
    assert stamp == np.datetime64("2020-01-02")
    assert category.dtype == "category"
    assert seen.seen["p"].touched


def test_a_figure_can_be_drawn_and_read(ask: Ask) -> None:
    source = """
import matplotlib.pyplot as plt
def f():
    figure, axes = plt.subplots()
    axes.plot([1, 2], [3, 4])
    figure.canvas.draw()
    return axes.lines[0].get_ydata(), figure.canvas.buffer_rgba().shape[2]
"""
    value = ask(source, family="sci", seconds=60.0).seen["p"].value
    assert (list(value[0]), value[1]) == ([3, 4], 4)


def test_a_query_runs_on_both_engines_of_the_sql_family(ask: Ask) -> None:
    source = """
import threading, duckdb, sqlite3
def f():
    one, two = duckdb.connect(":memory:", config={"threads": 1}), sqlite3.connect(":memory:")
    watch = threading.Timer(60, one.interrupt)
    watch.daemon = True
    watch.start()
    return [c.execute(open("query.sql").read()).fetchall() for c in (one, two)]
"""
    seen = ask(source, family="sql", files={"query.sql": "SELECT 6 * 7, 'a', NULL"}).seen["p"]
    assert seen.value == [[(42, "a", None)], [(42, "a", None)]], seen.raised


def test_tensors_go_in_and_come_out(ask: Ask) -> None:
    source = """
import torch
def f(x, w):
    loss = (x @ w).sum()
    loss.backward()
    return w.grad, w, x.to(torch.bfloat16), x > 1, loss, torch.nn.Parameter(x), x.to_sparse(), x.shape, x.T
"""
    x, w = Tensor("float32", np.array([[1.0, 2.0]], "f4")), Tensor("float64", np.ones((2, 1)), True)
    seen = ask(source.replace("x @", "x.double() @"), "f", x, w, family="torch", seconds=60.0)
    assert seen.stopped is None
    grad, weight, half, mask, loss, parameter, sparse, shape, turned = seen.seen["p"].value
    np.testing.assert_array_equal(grad.data, [[1.0], [2.0]])
    assert (weight.requires_grad, weight.dtype) == (True, "float64")
    assert (half.dtype, half.data.dtype) == ("bfloat16", np.float32)
    assert (mask.dtype, mask.data.tolist()) == ("bool", [[False, True]])
    assert (loss.data.shape, float(loss.data)) == ((), 3.0)
    assert parameter.requires_grad
    np.testing.assert_array_equal(sparse.data, x.data)
    assert shape == [1, 2]
    assert turned.data.shape == (2, 1)


def test_a_training_loop_reports_and_repeats_itself_exactly(ask: Ask) -> None:
    source = """
import live, torch
def f():
    model = torch.nn.Linear(2, 1)
    optimizer = torch.optim.Adam(model.parameters(), 0.1)
    for step in range(5):
        loss = (model(torch.ones(4, 2)) - 1).pow(2).mean()
        optimizer.zero_grad(); loss.backward(); optimizer.step()
        live.report(step=step, loss=loss)
    return model.weight
"""
    reports: list[Any] = []
    one = ask(source, family="torch", progress=reports.append, seconds=60.0).seen["p"].value
    two = ask(source, family="torch", seconds=60.0).seen["p"].value
    np.testing.assert_array_equal(one.data, two.data)
    assert [r["step"] for r in reports] == [0, 1, 2, 3, 4]
