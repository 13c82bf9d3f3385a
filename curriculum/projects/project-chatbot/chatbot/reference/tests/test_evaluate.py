"""bot.evaluate: planted truths come back; what is not shown is not claimed."""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.__main__ import main
from bot.metrics import f1, values
from bot.significance import interval, p_value

WORDS = ["amber", "basil", "cedar", "delta", "ember", "fjord"]


def lines(path: Path, rows: list[dict[str, Any]]) -> str:
    path.write_text("".join(json.dumps(r) + "\n" for r in rows))
    return str(path)


def world(right_a: list[int], right_b: list[int], folder: Path) -> list[str]:
    """Questions whose gold answer has six words, and two systems that get so many of them right."""
    gold = [{"id": f"q{k}", "question": f"What is {k}?", "answers": [" ".join(WORDS)], "chunks": ["c"]} for k in range(len(right_a))]
    files = [lines(folder / "gold", gold)]
    for name, right in (("a", right_a), ("b", right_b)):
        rows = [
            {"id": f"q{k}", "answer": " ".join(WORDS[:n] + ["no"] * (6 - n)), "citations": ["c"], "known": True}
            for k, n in enumerate(right)
        ]
        files.append(lines(folder / name, rows[::-1] if name == "b" else rows))
    return ["evaluate", files[1], files[2], "--gold", files[0], "--out", str(folder / "report")]


def report(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "report" / "report.json").read_text())


def test_a_small_difference_on_every_question_is_found_though_questions_differ_widely(tmp_path: Path) -> None:
    right = [k % 6 for k in range(30)]
    assert main(world([n + 1 for n in right], right, tmp_path)) == 0
    found = report(tmp_path)
    assert found["better"] == "a"
    assert found["difference"]["mean"] == pytest.approx(1 / 6)
    assert found["difference"]["high"] - found["difference"]["low"] < 1e-9


def test_two_equal_systems_are_a_tie_and_the_report_is_the_same_twice(tmp_path: Path) -> None:
    right = [k % 6 for k in range(30)]
    command = world(right, right, tmp_path)
    assert main(command) == 0
    first = (tmp_path / "report" / "report.json").read_bytes()
    assert report(tmp_path)["better"] is None
    assert report(tmp_path)["p_value"] == 1
    assert main(command) == 0
    assert (tmp_path / "report" / "report.json").read_bytes() == first


def test_padding_costs() -> None:
    assert f1("Amber Basil", ["amber basil"]) == 1
    assert f1("amber basil and very much more", ["amber basil"]) == pytest.approx(2 * 2 / 8)
    assert f1("amber amber amber", ["amber"]) == 0.5


def test_no_answer_is_worth_nothing_where_there_is_one_and_everything_where_there_is_none() -> None:
    silent = {"answer": "I don't know.", "known": False}
    assert values(silent, {"answers": ["amber"], "chunks": ["c"]})["score"] == 0
    assert values(silent, {"answers": []})["score"] == 1
    assert values(None, {"answers": []})["score"] == 0


def test_p_values_are_calibrated_and_intervals_cover() -> None:
    rng = np.random.default_rng(1)
    draws = [rng.exponential(size=40) - 1 for _ in range(200)]
    below = np.mean([p_value(d * rng.choice([-1, 1], 40), 2000, 0) < 0.1 for d in draws])
    assert 0.05 <= below <= 0.16
    covered = [r["low"] <= 0 <= r["high"] for r in (interval(d, 1000, 0) for d in draws)]
    assert 0.85 <= np.mean(covered) <= 0.98


def test_few_items_are_tried_with_all_signs() -> None:
    assert p_value(np.ones(5), 5000, 0) == 2 / 32


@pytest.mark.parametrize(
    "rule, position, length",
    [("'first'", 1.0, 0.0), ("'first' if len(r['first']) > len(r['second']) else 'second'", 0.0, 1.0), ("'tie'", 0.0, 0.0)],
)
def test_a_judge_that_is_fooled_is_found(tmp_path: Path, rule: str, position: float, length: float) -> None:
    command = world([1, 2, 3, 4], [2, 3, 4, 6], tmp_path)
    # answers differ in length, so that the longer one is always one of the two
    judge = tmp_path / "judge.py"
    judge.write_text(
        f"import json, sys\nfor line in sys.stdin:\n    r = json.loads(line)\n    print(json.dumps(dict(id=r['id'], winner={rule})))\n"
    )
    assert main([*command, "--judge", str(judge)]) == 0
    found = report(tmp_path)["judge"]
    assert found["length"] == length
    assert found["position"] == position or rule.startswith("'first' if")
    assert found["trusted"] == (rule == "'tie'")


def test_bad_input_is_one_sentence_and_the_old_report_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = world([1, 2, 3], [1, 2, 4], tmp_path)
    assert main(command) == 0
    before = (tmp_path / "report" / "report.json").read_bytes()
    (tmp_path / "a").write_text('{"id": "q9", "answer": "x", "known": true}\n')
    assert main(command) == 2
    said = capsys.readouterr().err
    assert "q9" in said
    assert said.count("\n") == 1
    assert (tmp_path / "report" / "report.json").read_bytes() == before
    broken = tmp_path / "judge.py"
    broken.write_text("import sys\nsys.exit('no key')\n")
    world([1, 2, 3], [1, 2, 4], tmp_path)
    assert main([*command, "--judge", str(broken)]) == 2
    assert "no key" in capsys.readouterr().err
    assert sys.executable
