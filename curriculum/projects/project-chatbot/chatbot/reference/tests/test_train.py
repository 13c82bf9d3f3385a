"""bot.train, on a small model of the same make: a killed run ends as an unbroken one; the loss is the completions'."""

import json
import math
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import torch

from bot import checkpoint, weights
from bot.__main__ import main
from bot.settings import load
from bot.tokens import batches, example, losses, mean_loss

PAIRS = [{"prompt": f"Which valve is number {k}?", "completion": f"The valve {k * 7} of the hall."} for k in range(12)]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of two narrow layers with the tokeniser of the real one."""
    import transformers

    folder = tmp_path_factory.mktemp("small")
    tokeniser = transformers.AutoTokenizer.from_pretrained(load().language_folder())
    torch.manual_seed(0)
    config = transformers.LlamaConfig(
        vocab_size=len(tokeniser), hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2, initializer_range=0.5
    )
    transformers.LlamaForCausalLM(config).save_pretrained(folder)
    tokeniser.save_pretrained(folder)
    return folder


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_the_loss_counts_completion_and_end_token_and_nothing_else(small: Path) -> None:
    model, tokeniser = weights.load(small)
    made = [example(pair, tokeniser) for pair in PAIRS[:3]]
    ids = torch.tensor([made[0].ids])
    with torch.inference_mode():
        every = torch.nn.functional.cross_entropy(model(ids).logits[0, :-1], ids[0, 1:], reduction="none")
        assert torch.allclose(losses(model, made)[: len(made[0].ids) - made[0].prompt], every[made[0].prompt - 1 :], rtol=1e-4)
        assert math.isclose(mean_loss(model, made, 1), mean_loss(model, made, 3), rel_tol=1e-5)
    assert made[0].ids[-1] == tokeniser.eos_token_id


def test_batches_from_a_later_step_are_those_of_an_unbroken_run(small: Path) -> None:
    _, tokeniser = weights.load(small)
    made = [example(pair, tokeniser) for pair in PAIRS[:7]]
    whole = batches(made, 3, 1, 0)
    first = [next(whole) for _ in range(9)]
    late = batches(made, 3, 1, 5)
    assert [next(late) for _ in range(4)] == first[5:]


def test_a_killed_run_ends_as_an_unbroken_one(small: Path, tmp_path: Path) -> None:
    for part, rows in (("train", PAIRS[:9]), ("heldout", PAIRS[9:])):
        (tmp_path / f"{part}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    command = ["train", str(tmp_path), "--steps", "40", "--model", str(small), "--out"]
    assert main([*command, str(tmp_path / "whole")]) == 0
    run, env = tmp_path / "cut", {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    process = subprocess.Popen([sys.executable, "-m", "bot", *command, str(run)], env=env)
    while process.poll() is None and not ((run / "log.jsonl").exists() and len((run / "log.jsonl").read_text().splitlines()) > 12):
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not (run / "result.json").exists()
    assert main([*command, str(run)]) == 0
    assert [row["step"] for row in lines(run / "log.jsonl")] == list(range(1, 41))
    one, other = (weights.load(tmp_path / name / "merged")[0].state_dict() for name in ("whole", "cut"))
    assert all(torch.equal(one[k], other[k]) for k in one)
    result = json.loads((run / "result.json").read_text())
    assert result["tuned_loss"] < result["base_loss"]


def test_a_cut_checkpoint_is_a_sentence(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for part in ("train", "heldout"):
        (tmp_path / f"{part}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in PAIRS))
    command = ["train", str(tmp_path), "--steps", "5", "--model", str(small), "--out", str(tmp_path / "run")]
    assert main(command) == 0
    (tmp_path / "run" / "result.json").unlink()
    state = tmp_path / "run" / "checkpoint" / checkpoint.FILE
    state.write_bytes(state.read_bytes()[: state.stat().st_size // 2])
    assert main(command) == 2
    assert "damaged" in capsys.readouterr().err
    assert main([*command[:3], "6", *command[4:]]) == 2
    assert "another steps" in capsys.readouterr().err
