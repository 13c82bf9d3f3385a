"""Whatever an answer makes (values, names, messages, prints, reports) is shown escaped everywhere: terminal, API, page."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from gradus import condition, grade, study
from gradus.api import said
from gradus.cli.terminal import THEME
from gradus.cli.verdict import rendered
from gradus.store import verdicts
from gradus.study import Learner
from tests.small import STEP, at_home, curriculum, prove

NASTY = "\x1b[2J\x1b]0;t\x07\x9b31m\r\u202e\u2066\u200f\ufeff\u2028\ud800\x00<script>alert(1)</script><img src=x onerror=alert(1)>[l](javascript:alert(1)) ![i](http://x/y) **b** 1 passed"
RISKY = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
ANSWERS = {
    "text": "def add(a, b): return N",
    "inside": "def add(a, b): return [{N: N}, (N,), {N}]",
    "array": "import numpy as np\ndef add(a, b): return np.array([N[:60], N[:9]])",
    "bytes": "def add(a, b): return N.encode('utf-8', 'surrogatepass')",
    "message": "def add(a, b): raise ValueError(N)",
    "type": "E = type(N.replace(chr(0), '').replace('\\ud800', ''), (Exception,), {})\ndef add(a, b): raise E(N)",
    "opaque": "T = type('T', (), {'__repr__': lambda s: N})\nT.__name__ = 'T\\u202e<b>'\ndef add(a, b): return T()",
    "key": "def add(a, b): raise KeyError(N)",
    "printed": "def add(a, b): print(N)",
    "printed too": "def add(a, b):\n    print(N)\n    return a + b",
    "report": "import live\ndef add(a, b):\n    live.report(**{N: 1.0, 'x\\u202e': 2.0})\n    return a + b",
    "import": "raise ImportError(N)",
    "exit": "import sys\ndef add(a, b): sys.exit(N)",
    "source line": "def add(a, b): raise ValueError('\u202e evil \u2066')  # \u202e",
    "syntax": "def add(a, b): return '\u202e' +* 1",
    "function name": "def f():\n    raise ValueError\nf.__code__ = f.__code__.replace(co_name='\\x1b[2J')\ndef add(a, b): f()",
    "frame": "def add(a, b): return complex(1, 2), N, object",
}  # fmt: skip


def every_text(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """All text in a JSON value, keys too, with the way to it."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict):
        for k, v in value.items():
            yield from every_text(k, f"{at}.key")
            yield from every_text(v, f"{at}.{k}")
    elif isinstance(value, list):
        for i, v in enumerate(value):
            yield from every_text(v, f"{at}[{i}]")


@pytest.fixture(scope="module")
def learner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Learner]:
    learner = at_home(tmp_path_factory.mktemp("escapes"))
    yield learner
    learner.store.close()
    condition.close()


def judged(learner: Learner, name: str) -> study.Judged:
    return study.submit(learner, STEP, {"answer.py": f"N = {NASTY!r}\n{ANSWERS[name]}\n"})


@pytest.mark.parametrize("name", ANSWERS)
def test_nothing_that_an_answer_makes_reaches_the_api_or_a_terminal_unescaped(learner: Learner, name: str) -> None:
    done = judged(learner, name)
    out = [json.loads(e.model_dump_json()) for e in said.events(learner, done.submission)]
    texts = list(every_text([out, dict(done.verdict), dict(done.submission.beside or {})]))
    for at, text in texts:
        bad = {c for c in text if unicodedata.category(c) in RISKY} - {"\n", "\t"}
        assert not bad, (at, bad, text)
        text.encode("utf-8")
        if at.endswith("_html"):
            assert "<script" not in text, (at, text)
            assert "<img" not in text, (at, text)
            assert 'href="javascript' not in text, (at, text)
    screen = io.StringIO()
    terminal = Console(file=screen, force_terminal=True, color_system=None, width=100, theme=THEME, legacy_windows=False)
    terminal.print(rendered("Add", STEP, 1, done.verdict, done.submission.beside or {}))
    shown = re.sub(r"\x1b\[[0-9;]*m", "", screen.getvalue())  # what Gradus itself uses to make text bold or dim
    assert not {c for c in shown if unicodedata.category(c) in RISKY} - {"\n"}, shown


def test_no_text_of_a_verdict_grows_without_bound(learner: Learner) -> None:
    answer = "def add(a, b):\n    print('x' * 50000)\n    raise ValueError('y' * 10**6)\n"
    body = study.submit(learner, STEP, {"answer.py": answer}).verdict
    assert max(len(text) for at, text in every_text(dict(body)) if at != ".printed") <= 8000
    assert len(body["printed"]) <= 64 * 1024 + 100


def test_a_page_gets_a_mistakes_words_without_what_the_answer_printed_being_read_as_markup(learner: Learner) -> None:
    done = study.submit(
        learner, STEP, {"answer.py": "def add(a, b): print('[go](http://evil.example) ![p](http://evil.example/p) <b>x</b> `c` **w**')\n"}
    )
    found = said.verdict(done.submission.id, done.verdict, None)
    assert found.mistake is not None
    assert "evil.example" in found.mistake.words_html  # it is told
    assert "<a " not in found.mistake.words_html
    assert "<img" not in found.mistake.words_html
    assert "<b>" not in found.mistake.words_html


def test_text_inside_the_data_of_a_picture_is_escaped_too(tmp_path: Path) -> None:
    judge = curriculum(tmp_path / "curriculum") / "basics" / "adding" / STEP / "judge.py"
    check = '''

@each()
def rows(got, ideal, probe):
    """The rows agree."""
    return Miss("No.", view=View("table-diff", {"columns": ["a"], "yours": [[got, (got, 1.5)]], got: 1, "expected": []}))
'''
    text = (
        judge.read_text()
        .replace("import call, close, each", "import Miss, View, call, each")
        .replace("    return close(got, ideal)", "    return None")
    )
    judge.write_text(text + check)
    prove(tmp_path / "curriculum")
    step = at_home(tmp_path).step(STEP)
    ideal = grade.ideal_of(step, 1)
    seen = replace(ideal, seen={p: replace(s, value=NASTY) for p, s in ideal.seen.items()})
    body = verdicts.body(grade.judge(step, seen, 1, replace(seen)))
    assert body["checks"][-1]["counter"]["view"]["data"]["yours"][0][1][1] == 1.5
    for at, text in every_text(body):
        assert not {c for c in text if unicodedata.category(c) in RISKY}, at


def test_the_folder_of_an_answer_never_appears(learner: Learner, tmp_path: Path) -> None:
    body = study.submit(
        learner, STEP, {"answer.py": "import os\ndef add(a, b):\n    print(os.getcwd() + '/x', __file__)\n    raise OSError(__file__)\n"}
    ).verdict
    assert str(learner.home) not in json.dumps(body)
