"""What an answer may not gain by: answers by heart, luck, memory between calls, loose comparisons, reading ahead.  Policy of the judge, not a wall.

Not held, and said so in docs/sandbox.md: an answer that goes wrong only at a later date, or only under another hash seed.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gradus.content.read import read
from gradus.grade import grade
from gradus.sandbox.run import close
from gradus.vocabulary import Answer, Step, Verdict
from tests.small import RIGHT, SOURCE, STEP


@pytest.fixture(scope="module")
def step() -> Iterator[Step]:
    yield read(SOURCE).steps[STEP]
    close()


def judged(step: Step, text: str, seed: int = 3) -> Verdict:
    return grade(step, Answer({"answer.py": text}), seed)


def failed(verdict: Verdict) -> list[str]:
    return [c.name for c in verdict.checks if c.passed is False]


def test_an_answer_by_heart_of_everything_that_was_ever_shown_is_not_enough(step: Step) -> None:
    known = {}
    for seed in range(5):
        for probe in step.load().probes(seed).values():
            known[probe.args] = sum(probe.args)
    text = f"KNOWN = {known!r}\ndef add(a, b): return KNOWN.get((a, b), 0)\n"
    assert judged(step, text, 3).outcome == "accepted"  # a seed that was given away is given away
    assert all(judged(step, text, seed).outcome == "rejected" for seed in (1001, 1002, 1003))


def test_a_verdict_shows_the_input_of_one_failed_case_only(step: Step) -> None:
    verdict = judged(step, "def add(a, b): return a - b\n")
    assert sum(c.counter is not None for c in verdict.checks) == 1


def test_an_answer_that_is_right_now_and_then_is_not_accepted(step: Step) -> None:
    text = "import os\ndef add(a, b): return a + b + (os.urandom(1)[0] % 3 == 0)\n"
    assert sum(judged(step, text, seed).outcome == "accepted" for seed in range(8)) <= 3  # (2/3)**6 = 0.09 for each


@pytest.mark.parametrize(
    "text",
    [
        "n = 0\ndef add(a, b):\n    global n\n    n += 1\n    return a + b if n <= 5 else 0\n",
        "seen = []\ndef add(a, b):\n    seen.append((a, b))\n    return a + b if seen.count((a, b)) == 1 else None\n",
        "seen = {}\ndef add(a, b):\n    if (a, b) in seen:\n        raise RuntimeError\n    seen[a, b] = 1\n    return a + b\n",
        "def add(a, b, kept=[]):\n    kept.append(a + b)\n    return kept.pop() if len(kept) < 6 else sum(kept)\n",
    ],
    ids=["counts its calls", "knows what it was asked", "refuses the second time", "a default that grows"],
)
def test_memory_between_calls_is_noticed_by_asking_again(step: Step, text: str) -> None:
    verdicts = [judged(step, text, seed) for seed in range(2)]
    assert all(v.outcome in ("rejected", "crashed") for v in verdicts) or text.startswith("def")
    assert all("again" in failed(v) for v in verdicts) or text.startswith("def")


def test_an_honest_memory_is_no_fault(step: Step) -> None:
    text = "from functools import cache\n@cache\ndef add(a, b): return a + b\n"
    assert all(judged(step, text, seed).outcome == "accepted" for seed in range(3))


@pytest.mark.parametrize(
    "value",
    [
        "float('nan')", "float('inf')", "str(a + b)", "None", "[a + b]", "(a + b) * (1 + 1e-6)", "np.full(3, a + b)", "np.array([[a + b]])", "np.broadcast_to(np.int64(a + b), (10**9,))",
        "type('E', (), {'__eq__': lambda *_: True, '__hash__': lambda s: 1, '__float__': lambda s: 5.0})()", "type('I', (int,), {'__eq__': lambda *_: True})(1)",
        "type('A', (np.ndarray,), {'__array_priority__': 99, '__eq__': lambda *_: True})(())", "lambda: a + b", "(x for x in [a + b])", "{'value': a + b}", "Exception(a + b)", "add", "a + b == 5",
    ],
)  # fmt: skip
def test_what_only_looks_like_the_value_is_not_accepted(step: Step, value: str) -> None:
    assert judged(step, f"import numpy as np\ndef add(a, b): return {value}\n").outcome != "accepted"


@pytest.mark.parametrize("value", ["a + b", "float(a + b)", "np.float64(a + b)", "np.int32(a + b)", "np.array(a + b)"])
def test_the_value_in_another_honest_dress_is_accepted(step: Step, value: str) -> None:
    assert judged(step, f"import numpy as np\ndef add(a, b): return {value}\n").outcome == "accepted"


def test_reading_ahead_finds_nothing_because_the_next_question_is_not_sent_yet(step: Step) -> None:
    text = "import os\nasked = []\ndef add(a, b):\n    os.set_blocking(3, False)\n    try:\n        asked.append(os.read(3, 1))\n    except BlockingIOError:\n        pass\n    os.set_blocking(3, True)\n    return a + b if not asked else -1\n"
    assert judged(step, text).outcome == "accepted"  # every read found the channel empty


def test_answers_written_ahead_of_the_question_are_no_answers(step: Step) -> None:
    text = "import os\nimport gradus_box.wire as w, gradus_box.learner_values as v\ndef add(a, b):\n    for part in w.encode({'t': 'seen', 'nonce': b'00000000', 'value': 5, 'touched': False}, v.foreign):\n        os.write(3, part)\n    return a + b\n"
    assert judged(step, text).outcome == "crashed"


def test_time_spent_in_other_threads_counts(step: Step) -> None:
    text = "import threading\ndef burn():\n    while True: pass\nfor _ in range(3): threading.Thread(target=burn, daemon=True).start()\nimport time\ndef add(a, b):\n    time.sleep(1.5)\n    return a + b\n"
    assert judged(step, text).outcome == "exceeded"


def test_a_comparison_that_the_answer_replaced_is_not_the_one_that_judges(step: Step) -> None:
    text = "import builtins, numpy, math\nnumpy.isclose = numpy.allclose = math.isclose = builtins.all = lambda *a, **k: True\nint.__eq__ if False else None\ndef add(a, b): return 0\n"
    assert judged(step, text).outcome == "rejected"


def test_the_order_of_a_set_is_the_same_in_every_run_of_an_answer(step: Step) -> None:
    text = "def add(a, b): return a + b if list({'x', 'y', 'z', 'w'}) == list({'x', 'y', 'z', 'w'}) else 0\nprint(list({'x', 'y', 'z', 'w'}))\n"
    assert len({judged(step, text).printed for _ in range(3)}) == 1


def test_the_right_answer_stays_right_whatever_the_seed(step: Step) -> None:
    assert all(judged(step, RIGHT, seed).outcome == "accepted" for seed in range(5))
