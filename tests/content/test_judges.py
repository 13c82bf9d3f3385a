"""Loading a judge.py or drill.py: what they declare, and a plain sentence for what they do not."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from gradus.content.judges import load_drill, load_judge
from gradus.content.unreadable import Unreadable

HEAD = "import numpy as np\nfrom gradus.judging import call, close, each, whole\n"
CHECK = '\n@each()\ndef agrees(got, ideal):\n    """It agrees."""\n    return close(got, ideal)\n'


def judge(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "judge.py"
    path.write_text(text)
    return path


def fault(tmp_path: Path, text: str) -> str:
    with pytest.raises(Unreadable) as e:
        load_judge(judge(tmp_path, text)).probes(1)
    return str(e.value.finding)


def test_checks_come_in_the_order_in_which_they_are_written(tmp_path: Path) -> None:
    text = HEAD + "PROBES = {'a': call('f', 1)}\nEXPECTED = {'a': 2}\nMAY_TOUCH = True\n"
    text += '\n@whole\ndef zebra(seen, ideal):\n    """Z."""\n' + CHECK + '\n@each("a")\ndef aardvark(got, ideal):\n    """A."""\n'
    loaded = load_judge(judge(tmp_path, text))
    assert [c.name for c in loaded.checks] == ["zebra", "agrees", "aardvark"]
    assert loaded.expected == {"a": 2}
    assert loaded.may_touch


def test_probes_are_the_same_for_a_seed_and_others_for_another(tmp_path: Path) -> None:
    loaded = load_judge(judge(tmp_path, HEAD + "def PROBES(rng):\n    return {'a': call('f', rng.normal(size=3))}\n" + CHECK))
    one, again, other = (loaded.probes(seed)["a"].args[0] for seed in (1, 1, 2))
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)


def test_a_check_that_writes_into_a_probe_does_not_change_the_next_run(tmp_path: Path) -> None:
    loaded = load_judge(judge(tmp_path, HEAD + "PROBES = {'a': call('f', np.zeros(2))}\n" + CHECK))
    loaded.probes(1)["a"].args[0][:] = 7
    assert loaded.probes(1)["a"].args[0].tolist() == [0, 0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("import os\n", ":1: judge-imports: judge.py imports os;"),
        ("import numpy as np\nfrom .. import answer\n", ":2: judge-imports:"),
        ("from gradus.sandbox import run\n", "imports from gradus.sandbox"),
        ("import mathutils\n", "imports mathutils"),
        ("x = open('/etc/passwd')\n", "uses open"),
        ("x = ().__class__\n", "uses .__class__"),
        ("import numpy as np\nx = np.loadtxt('y')\n", "uses .loadtxt"),
        ("PROBES = (\n", ":1: judge-imports: judge.py does not parse"),
        (HEAD + CHECK, "has no PROBES"),
        (HEAD + "PROBES = {'a': call('f')}\n", "has no check"),
        (HEAD + "PROBES = [call('f')]\n" + CHECK, "PROBES must be a dict"),
        (HEAD + "PROBES = {'a': 5}\n" + CHECK, "PROBES['a'] is not a probe"),
        (HEAD + "def PROBES(rng):\n    pass\n" + CHECK, "gives no probes"),
        (HEAD + "PROBES = {}\n" + CHECK, "gives no probes"),
        (HEAD + "EXPECTED = [1]\nPROBES = {'a': call('f')}\n" + CHECK, "EXPECTED must be a dict"),
        (HEAD + "\nx = 1 / 0\n", ":4: judge-loads: judge.py raises ZeroDivisionError"),
    ],
)
def test_a_judge_that_cannot_be_used_says_where_and_what_to_do(text: str, words: str, tmp_path: Path) -> None:
    assert words in fault(tmp_path, text)


def test_a_judge_that_is_missing_says_so(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"judge\.py is missing"):
        load_judge(tmp_path / "judge.py")


def test_a_drill_declares_its_templates_its_run_and_its_expected_answers(tmp_path: Path) -> None:
    path = tmp_path / "drill.py"
    path.write_text(
        "import sympy\nfrom gradus.drilling import number\ndef one(rng):\n    pass\ndef two(rng):\n    pass\nTEMPLATES = [two, one]\n"
    )
    drill = load_drill(path)
    assert list(drill.templates) == ["two", "one"]
    assert drill.run == 2
    path.write_text(path.read_text() + "RUN = 5\nEXPECTED = {'one': {1: '3'}}\n")
    drill = load_drill(path)
    assert (drill.run, drill.expected) == (5, {"one": {1: "3"}})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TEMPLATES = []",
        "TEMPLATES = [3]",
        "TEMPLATES = [max]\nRUN = 0",
        "TEMPLATES = [max, max]",
        "TEMPLATES = [max]\nEXPECTED = {'max': 3}",
    ],
)
def test_a_drill_that_cannot_be_used_is_unreadable(text: str, tmp_path: Path) -> None:
    (tmp_path / "drill.py").write_text(text)
    with pytest.raises(Unreadable):
        load_drill(tmp_path / "drill.py")
