"""`compress`: the model as int8 and as 4-bit codes, each measured in size, speed and held-out loss; one is chosen by a stated rule."""

import argparse
import shutil
import time
from pathlib import Path
from typing import Any

import torch

from bot import variants, weights
from bot.faults import Fault
from bot.files import read_lines, replaced_folder, write_json
from bot.quantise import KINDS
from bot.settings import Settings
from bot.tokens import Example, example, mean_loss

PLAIN = "float32"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", type=Path, help="folder of an ordinary model, such as RUN/merged")
    parser.add_argument("--heldout", type=Path, required=True, help="heldout.jsonl of `pairs`")
    parser.add_argument("--out", type=Path, required=True, help="folder for int8/, int4/, model/ and frontier.json")
    parser.add_argument("--margin", type=float, help="how much more loss the chosen variant may have, as a share of the plain model's")


def main(args: argparse.Namespace, settings: Settings) -> None:
    margin = settings.compress.loss_margin if args.margin is None else args.margin
    model, tokeniser = weights.load(args.model)
    rows = list(read_lines(args.heldout))[: settings.finetune.measured]
    if not rows or not all(isinstance(r, dict) and isinstance(r.get("prompt"), str) and isinstance(r.get("completion"), str) for r in rows):
        raise Fault(f"{args.heldout} holds no pairs of prompt and completion: make it with `python -m bot pairs`.")
    heldout = [example(row, tokeniser) for row in rows]
    found = [{"name": PLAIN, "size_mb": size_mb(args.model), **measured(model, heldout, settings)}]
    with replaced_folder(args.out) as fresh:
        for kind in KINDS:
            (fresh / kind).mkdir()
            variants.save(model, args.model, kind, fresh / kind)
        del model
        for kind in KINDS:
            found.append({"name": kind, "size_mb": size_mb(fresh / kind), **measured(variants.load(fresh / kind)[0], heldout, settings)})
        name = chosen(found, margin)
        shutil.copytree(args.model if name == PLAIN else fresh / name, fresh / "model")
        write_json(fresh / "frontier.json", {"variants": found, "chosen": name, "margin": margin})


def size_mb(folder: Path) -> float:
    """All files of the folder, in megabytes of a million bytes."""
    return round(sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6, 6)


def measured(model: Any, heldout: list[Example], settings: Settings) -> dict[str, float]:
    """Loss per held-out token, and tokens a second when one after another is made."""
    return {
        "loss": mean_loss(model, heldout, settings.finetune.batch),
        "tokens_per_second": speed(model, heldout[0].ids[:8], settings.compress.timed_tokens),
    }


def speed(model: Any, start: list[int], count: int) -> float:
    """Tokens a second of greedy writing, the fastest of three stretches: whatever else runs on a machine only makes it slower."""
    best = 0.0
    with torch.inference_mode():
        seen = model(torch.tensor([start]), use_cache=True)
        for _ in range(3):
            began = time.perf_counter()
            for _ in range(count):
                last = seen.logits[:, -1:].argmax(dim=-1)
                seen = model(last, past_key_values=seen.past_key_values, use_cache=True)
            best = max(best, count / (time.perf_counter() - began))
    return round(best, 2)


def chosen(found: list[dict[str, Any]], margin: float) -> str:
    """The rule: the smallest variant whose loss is at most the plain model's times 1 + margin."""
    most = next(v["loss"] for v in found if v["name"] == PLAIN) * (1 + margin)
    return str(min((v for v in found if v["loss"] <= most or v["name"] == PLAIN), key=lambda v: v["size_mb"])["name"])
