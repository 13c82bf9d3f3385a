"""`train`: fine-tune the language model on pairs with LoRA; a run that was killed goes on from its checkpoint and ends as if it had not been."""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig, get_peft_model, get_peft_model_state_dict, set_peft_model_state_dict

from bot import checkpoint, weights
from bot.faults import Fault
from bot.files import read_json, read_lines, replaced_folder, write_json
from bot.settings import Settings
from bot.tokens import Example, batches, example, losses, mean_loss

TARGETS = ["q_proj", "k_proj", "v_proj", "o_proj"]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pairs", type=Path, help="what `pairs` wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run; the same command goes on with a run that was killed")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--model", type=Path, help="folder of the model to tune; else the one that bot.toml names")


def main(args: argparse.Namespace, settings: Settings) -> None:
    options, run = settings.finetune, args.out
    steps = options.steps if args.steps is None else args.steps
    if steps < 1:
        raise Fault(f"A run needs at least one step, not {steps}.")
    folder = args.model or settings.language_folder()
    begun = _begin(
        run,
        args.pairs,
        {
            "model": str(folder),
            "steps": steps,
            "seed": args.seed,
            "rank": options.rank,
            "alpha": options.alpha,
            "rate": options.rate,
            "batch": options.batch,
        },
    )
    if (run / "result.json").exists():
        return
    model, tokeniser = weights.load(folder)
    train = [e for e in _examples(args.pairs / "train.jsonl", tokeniser) if len(e.ids) <= options.max_tokens]
    if not train:
        raise Fault(f"No pair has at most {options.max_tokens} tokens: add documents, or raise [finetune] max_tokens in bot.toml.")
    heldout = _examples(args.pairs / "heldout.jsonl", tokeniser)[: options.measured]
    write_json(run / "run.json", begun)
    state = checkpoint.load(run)
    base = mean_loss(model, heldout, options.batch)
    torch.manual_seed(args.seed)
    tuned = get_peft_model(model, LoraConfig(r=options.rank, lora_alpha=options.alpha, target_modules=TARGETS, task_type="CAUSAL_LM"))
    began = time.monotonic()
    _learn(tuned, train, state, run, steps, args.seed, settings)
    result = {
        **begun,
        "base_loss": base,
        "tuned_loss": mean_loss(model, heldout, options.batch),
        "seconds": round(time.monotonic() - began, 1),
        "train": len(train),
        "heldout": len(heldout),
    }
    _keep(tuned, tokeniser, run)
    write_json(run / "result.json", result)


def _begin(run: Path, pairs: Path, asked: dict[str, Any]) -> dict[str, Any]:
    """What the run is; Fault if the folder holds another one. It is written down when pairs and model are read: what failed before leaves nothing."""
    card = read_json(pairs / "card.json") if (pairs / "card.json").exists() else {}
    asked["data_hash"] = str(card.get("data_hash", ""))
    path = run / "run.json"
    if path.exists():
        if (found := read_json(path)) != asked:
            other = next((k for k in asked if not isinstance(found, dict) or found.get(k) != asked[k]), "something")
            raise Fault(f"{run} holds a run with another {other}: name another folder, or delete it.")
    return asked


def _examples(path: Path, tokeniser: Any) -> list[Example]:
    """The pairs of a file; Fault if there is none, or one is damaged."""
    rows = list(read_lines(path))
    if wrong := next((k for k, row in enumerate(rows, 1) if not all(isinstance(row.get(key), str) for key in ("prompt", "completion"))), 0):
        raise Fault(f"Pair {wrong} of {path} has no prompt or no completion: make the pairs again with `python -m bot pairs`.")
    if not rows:
        raise Fault(f"{path} holds no pair: make the pairs again with `python -m bot pairs`.")
    return [example(row, tokeniser) for row in rows]


def _learn(
    tuned: Any, train: Sequence[Example], state: dict[str, Any] | None, run: Path, steps: int, seed: int, settings: Settings
) -> None:
    """Steps of AdamW on the adapter; each is logged when it is done, and the state is kept now and then."""
    options, model = settings.finetune, tuned.get_base_model()
    optimiser = torch.optim.AdamW([p for p in tuned.parameters() if p.requires_grad], lr=options.rate, weight_decay=0.0)
    if state:
        set_peft_model_state_dict(tuned, state["weights"])
        optimiser.load_state_dict(state["optimiser"])
    done = state["step"] if state else 0
    with checkpoint.log_of(run, done).open("a", encoding="utf-8") as log:
        for step, batch in enumerate(batches(train, options.batch, seed, done), done + 1):
            if step > steps:
                break
            optimiser.zero_grad()
            loss = losses(model, batch).mean()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_([p for p in tuned.parameters() if p.requires_grad], 1.0)
            optimiser.step()
            log.write(json.dumps({"step": step, "loss": round(loss.item(), 6)}) + "\n")
            log.flush()
            if step % options.checkpoint_every == 0:
                checkpoint.save(run, step, get_peft_model_state_dict(tuned), optimiser)


def _keep(tuned: Any, tokeniser: Any, run: Path) -> None:
    """The adapter by itself, and the model with the adapter worked into its weights."""
    with replaced_folder(run / "adapter") as fresh:
        tuned.save_pretrained(fresh)
    merged = tuned.merge_and_unload()
    with replaced_folder(run / "merged") as fresh:
        merged.save_pretrained(fresh)
        tokeniser.save_pretrained(fresh)
