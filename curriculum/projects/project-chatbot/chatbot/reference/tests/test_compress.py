"""bot.quantise, bot.variants, bot.compress: codes stand for the weights to half a step, a variant stands alone, and the rule chooses."""

import json
import shutil
from pathlib import Path

import pytest
import torch

from bot import variants, weights
from bot.__main__ import main
from bot.compress import chosen
from bot.quantise import GROUP, pack, unpack
from bot.settings import load


@pytest.mark.parametrize("seed", range(5))
def test_codes_are_half_a_step_from_the_weights(seed: int) -> None:
    weight = torch.randn(6, 4 * GROUP, generator=torch.Generator().manual_seed(seed)) * 10.0 ** (seed - 2)
    eight = unpack(pack(weight, "int8"))
    assert ((eight - weight).abs() <= weight.abs().amax(dim=1, keepdim=True) / 254 * 1.001).all()
    four = unpack(pack(weight, "int4")).reshape(6, 4, GROUP)
    groups = weight.reshape(6, 4, GROUP)
    span = groups.amax(dim=-1) - groups.amin(dim=-1)
    assert ((four - groups).abs().amax(dim=-1) <= span / 30 * 1.03 + groups.abs().amax(dim=-1) * 2e-3).all()
    assert all(len(row.unique()) <= 16 for row in four.reshape(-1, GROUP))


def test_rows_of_one_value_and_of_zeros_come_back() -> None:
    weight = torch.stack([torch.zeros(GROUP), torch.full((GROUP,), 0.5)])
    for kind in ("int8", "int4"):
        assert torch.allclose(unpack(pack(weight, kind)), weight, atol=2e-3)


def test_codes_at_an_odd_place_in_memory_are_multiplied_too() -> None:
    weight, x = torch.randn(6, 2 * GROUP), torch.randn(3, 2 * GROUP)
    parts = pack(weight, "int8")
    odd = torch.empty(weight.numel() + 8, dtype=torch.int8)[8:].view(weight.shape).copy_(parts["codes"])  # as a mapped file may hold them
    want = torch.nn.functional.linear(x, weight)
    assert (variants.Small({**parts, "codes": odd}, None)(x) - want).abs().max() < 0.05 * want.abs().max()


def test_the_rule_takes_the_smallest_within_the_margin() -> None:
    found = [
        {"name": "float32", "size_mb": 100, "loss": 1.0},
        {"name": "int8", "size_mb": 30, "loss": 1.01},
        {"name": "int4", "size_mb": 20, "loss": 1.2},
    ]
    assert [chosen(found, margin) for margin in (0.0, 0.02, 0.5)] == ["float32", "int8", "int4"]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import transformers

    folder = tmp_path_factory.mktemp("small")
    tokeniser = transformers.AutoTokenizer.from_pretrained(load().language_folder())
    torch.manual_seed(0)
    config = transformers.LlamaConfig(
        vocab_size=len(tokeniser),
        hidden_size=64,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        tie_word_embeddings=True,
    )
    transformers.LlamaForCausalLM(config).save_pretrained(folder)
    tokeniser.save_pretrained(folder)
    return folder


def test_a_variant_stands_alone_and_runs_as_what_it_unpacks_to(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    heldout = tmp_path / "heldout.jsonl"
    heldout.write_text(json.dumps({"prompt": "Which valve?", "completion": "The upper valve."}) + "\n")
    model = tmp_path / "model"
    shutil.copytree(small, model)
    assert main(["compress", str(model), "--heldout", str(heldout), "--out", str(tmp_path / "out"), "--margin", "9"]) == 0
    shutil.rmtree(model)
    found = json.loads((tmp_path / "out" / "frontier.json").read_text())
    assert found["chosen"] == "int4"
    plain, eight, four = (v["size_mb"] for v in found["variants"])
    assert four < eight < plain
    assert main(["unpack", str(tmp_path / "out" / "model"), "--out", str(tmp_path / "plain")]) == 0
    ids = torch.arange(30).reshape(1, -1)
    with torch.inference_mode():
        one = variants.load(tmp_path / "out" / "model")[0](ids).logits
        other = weights.load(tmp_path / "plain")[0](ids).logits
    assert (one - other).abs().max() < 0.05 * other.abs().max()  # the kernels multiply in bfloat16
    codes = tmp_path / "out" / "int8" / variants.FILE
    codes.write_bytes(codes.read_bytes()[:1000])
    assert main(["unpack", str(tmp_path / "out" / "int8"), "--out", str(tmp_path / "broken")]) == 2
    assert "compress the model again" in capsys.readouterr().err
    assert not (tmp_path / "broken").exists()
