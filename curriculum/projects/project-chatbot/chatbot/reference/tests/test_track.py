"""bot.lineage, bot.registry, bot.promote: figures and lineage reach the store, the gate stays shut where it should, and the way back is kept."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.lineage import code_hash, finished
from bot.promote import barred
from bot.registry import CHAMPION, Registry

GOOD: dict[str, Any] = {"better": "a", "names": None, "judge": None}


def run(folder: Path, loss: float) -> Path:
    """A finished run as `train` leaves it."""
    (folder / "adapter").mkdir(parents=True)
    (folder / "adapter" / "adapter_config.json").write_text("{}")
    (folder / "run.json").write_text(json.dumps({"steps": 2, "seed": 0, "data_hash": "abc"}))
    (folder / "result.json").write_text(json.dumps({"base_loss": 2.0, "tuned_loss": loss}))
    (folder / "log.jsonl").write_text('{"step": 1, "loss": 1.5}\n{"step": 2, "loss": 1.25}\n')
    return folder


def test_a_run_is_logged_once_and_promoted_versions_are_walked_back(tmp_path: Path) -> None:
    store = Registry(tmp_path / "store")
    runs = [finished(run(tmp_path / f"r{k}", 1.0 - k / 10)) for k in range(3)]
    made = [store.track(r, "code", "chatbot") for r in runs]
    assert [version for _, version in made] == [1, 2, 3]
    assert store.track(runs[1], "code", "chatbot") == made[1]
    data = store.client.get_run(made[2][0]).data
    assert data.metrics["tuned_loss"] == pytest.approx(0.8)
    assert (data.tags["data_hash"], data.tags["code_hash"], data.params["steps"]) == ("abc", "code", "2")
    assert [m.value for m in store.client.get_metric_history(made[0][0], "loss")] == [1.5, 1.25]
    assert [store.promote("chatbot", v) for v in (1, None, 2)] == [1, 3, 2]
    assert [store.roll_back("chatbot") for _ in range(2)] == [3, 1]
    assert store.client.get_model_version_by_alias("chatbot", CHAMPION).version == 1
    with pytest.raises(Exception, match="no earlier champion"):
        store.roll_back("chatbot")


@pytest.mark.parametrize(
    "report",
    [
        {**GOOD, "better": None},
        {**GOOD, "better": "b"},
        {**GOOD, "names": {"a": {"biased": True}}},
        {**GOOD, "judge": {"trusted": False}},
        {"better": "a"},
        [],
    ],
)
def test_the_gate_stays_shut(report: Any) -> None:
    assert barred(report)


def test_the_gate_opens() -> None:
    assert not barred({**GOOD, "names": {"a": {"biased": False}}, "judge": {"trusted": True}})


def test_the_code_hash_changes_with_any_file_and_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.py").write_text("x = 1\n")
    first = code_hash(tmp_path)
    (tmp_path / "sub" / "a.py").write_text("x = 2\n")
    second = code_hash(tmp_path)
    (tmp_path / "sub" / "a.py").rename(tmp_path / "sub" / "b.py")
    assert len({first, second, code_hash(tmp_path)}) == 3
