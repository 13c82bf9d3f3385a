"""What an answer may not learn by looking around (the judge's files, the model solution, expected values), and how calls of an oracle count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from gradus.content.read import read
from gradus.grade import grade
from gradus.judging import Miss, close, each, script
from gradus.sandbox.held import held
from gradus.sandbox.run import close as close_herd
from gradus.vocabulary import Answer, Judge, Probe, Step, Wall
from tests.small import SOURCE, STEP


@pytest.fixture(scope="module")
def step() -> Iterator[Step]:
    yield read(SOURCE).steps[STEP]
    close_herd()


def judged(step: Step, text: str, seed: int = 3) -> str:
    return grade(step, Answer({"answer.py": text}), seed).outcome


# Each leaves in `found` a function of two numbers if it got hold of anything of the judge.
LOOKS = {
    "the judge's own package": "for n in ('gradus', 'gra' + 'dus.judging', 'gradus.ideals'):\n    found = found or importlib.import_module(n) and add_",
    "a module beside the answer": "for n in ('solution', 'judge', 'starter', 'mistakes.multiplies', 'alternatives'):\n    found = found or importlib.import_module(n).add",
    "the step's folder by its path": "import importlib.util as u\ns = u.spec_from_file_location('s', FOLDER + '/solution.py'); m = u.module_from_spec(s); s.loader.exec_module(m); found = m.add",
    "the text of the judge": "found = add_ if open(FOLDER + '/judge.py').read() else None",
    "any file of that name": "import glob\nfound = add_ if any(glob.glob(p + '/**/judge.py', recursive=True) for p in sys.path + ['/tmp', '/home', '/work', '/srv', '/opt']) else None",
    "the record": "import glob\nfound = add_ if glob.glob('/**/gradus.db', recursive=True) else None",
    "modules that are loaded": "found = add_ if [n for n in sys.modules if n.partition('.')[0] == 'gradus' or n in ('judge', 'solution')] else None",
    "objects in memory": "import gc\nfound = add_ if [o for o in gc.get_objects() if type(o) is dict and {'ideal', 'expected', 'EXPECTED', 'checks', 'solution'} & {k for k in o if type(k) is str} and type(o.get('__name__')) is not str and 'add-pair' in repr(o)] else None",
    "text in the frames below": "f = sys._getframe()\nwhile f:\n    found = found or (add_ if {'ideal', 'judge', 'expected', 'solution'} & set(f.f_locals) else None)\n    f = f.f_back",
    "the environment and the command": "found = add_ if 'curriculum' in repr(os.environ) + repr(sys.argv) + repr(sys.orig_argv) or FOLDER in repr(sys.path) else None",
    "an import hook that others left": "found = add_ if [f for f in sys.meta_path if 'gradus' in repr(f)] else None",
}  # fmt: skip
AROUND = "import importlib, os, sys\nFOLDER = {folder!r}\ndef add_(a, b): return a + b\nfound = None\ntry:\n{look}\nexcept (ImportError, OSError): pass\ndef add(a, b): return found(a, b) if found else -1\n"


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_looking_around_finds_nothing_to_answer_with(step: Step, look: str) -> None:
    if held().wall is Wall.PROCESS:
        pytest.skip("at the level `process` files are open, which docs/sandbox.md says")
    text = AROUND.format(folder=str(step.folder), look="    " + look.replace("\n", "\n    "))
    step = replace(
        step, id="add-with-time", hash="8" * 64, limits=replace(step.limits, seconds=120.0)
    )  # walking through all libraries takes a busy machine long
    assert judged(step, text) == "rejected"  # not "crashed": it ran, and found nothing


def test_a_look_that_does_find_something_would_be_accepted(step: Step) -> None:
    assert judged(step, AROUND.format(folder="", look="    found = add_")) == "accepted"  # so the attempts above could have succeeded


# ---------------------------------------------------------------- an oracle whose calls are counted

COUNTED = """
import answer

def root(r):
    asked = []
    def f(x):
        asked.append(float(x))
        return x - r
    return [float(answer.root(f, 0.0, 1.0)), asked]
"""
BISECT = "def root(f, a, b):\n    for _ in range({}):\n        m = (a + b) / 2\n        a, b = (m, b) if f(m) < 0 else (a, m)\n    return (a + b) / 2\n"
MOST = 20


def probes(seed: int) -> dict[str, Probe]:
    return {f"root {i}": script("root", ((seed * 37 + i * 29) % 89 + 5) / 97) for i in range(4)}


@each()
def is_the_root(got: Any, ideal: Any) -> Miss | None:
    """The value is the root."""
    return close(got[0], ideal[0], atol=1e-5)


@each()
def asks_seldom(got: Any) -> Miss | None:
    """At most 20 calls of f."""
    return Miss(f"{len(got[1])} calls of f, at most {MOST} are allowed.") if len(got[1]) > MOST else None


@each()
def was_asked_for(got: Any, ideal: Any, probe: Probe) -> Miss | None:
    """The calls enclose the root as closely as the value claims: who did not ask cannot know."""
    nearest = min((abs(x - probe.args[0]) for x in got[1]), default=1.0)
    return Miss("No call of f was near the value.") if nearest > 1e-4 else None


@pytest.fixture
def counted(step: Step) -> Step:
    judge = Judge(probes, (is_the_root, asks_seldom, was_asked_for), {})
    files = {"solution": {"answer.py": BISECT.format(18)}, "starter": {"answer.py": "def root(f, a, b):\n    raise NotImplementedError\n"}}
    return replace(
        step, id="count-calls", hash="7" * 64, family="bare", mistakes=(), alternatives=(), oracle={}, probe={"probe.py": COUNTED},
        load=lambda: judge, **files,
    )  # fmt: skip


def test_a_limit_on_the_calls_of_an_oracle_is_judged_by_what_was_asked(counted: Step) -> None:
    assert judged(counted, BISECT.format(18)) == "accepted"
    assert judged(counted, BISECT.format(40)) == "rejected"
    scan = "def root(f, a, b):\n    return min((abs(f(i / 1000)), i / 1000) for i in range(1001))[1]\n"
    assert judged(counted, scan) == "rejected"


def test_an_answer_that_reads_the_oracle_instead_of_asking_it_shows_by_what_it_did_not_ask(counted: Step) -> None:
    assert judged(counted, "def root(f, a, b):\n    return f.__closure__[1].cell_contents\n") == "rejected"
    assert judged(counted, "def root(f, a, b):\n    return -f(0.0)\n") == "rejected"


def test_the_count_is_the_answers_own_claim_and_can_be_forged_which_the_page_on_the_wall_says(counted: Step) -> None:
    forged = BISECT.format(40).replace("    return", "    del f.__closure__[0].cell_contents[:-20]\n    return")
    assert judged(counted, forged) == "accepted"
