"""Make pairs, train, kill, train on; then measure with code of our own what the runs left.

Later parts are left out where the earlier ones did not leave what they should: they would only take time.
"""

import json
import math
import os
import shutil
import signal
import sys
import time

import stage

MODEL = os.path.join(sys.prefix, "share", "gradus", "smollm2-135m-instruct")
STEPS, KILL_AT, REAL_STEPS = 40, 14, 5


def _lines(path):
    """Whole lines so far."""
    return path.read_bytes().count(b"\n") if path.is_file() else 0


def _model(folder, adapter=None):
    import torch
    import transformers

    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    torch.set_num_threads(1)
    try:
        model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype="float32")
        if adapter is not None:
            import peft

            model = peft.PeftModel.from_pretrained(model, adapter)
    except Exception as e:
        raise stage.Unfit(f"{stage.told(adapter or folder)} cannot be loaded ({type(e).__name__}: {str(e)[:150]}).")
    return model.eval()


def _tokeniser(folder):
    import transformers

    return transformers.AutoTokenizer.from_pretrained(folder)


def _small():
    """A narrow model of two layers with random weights, in the form and with the tokeniser of the real one."""
    import torch
    import transformers

    folder, tokeniser = stage.folder("small"), _tokeniser(MODEL)
    torch.manual_seed(5)
    config = transformers.LlamaConfig(
        vocab_size=len(tokeniser), hidden_size=64, intermediate_size=128, num_hidden_layers=2, num_attention_heads=2, initializer_range=0.5
    )
    transformers.LlamaForCausalLM(config).save_pretrained(folder)
    tokeniser.save_pretrained(folder)
    return folder


def _losses(model, tokeniser, pairs):
    """Mean loss per token: of the completions with the token that ends them, without it, of that token alone, and of all tokens."""
    import torch

    rows = []
    for pair in pairs:
        asked = tokeniser.apply_chat_template([{"role": "user", "content": pair["prompt"]}], tokenize=False, add_generation_prompt=True)
        prompt = tokeniser(asked, add_special_tokens=False)["input_ids"]
        ids = [*prompt, *tokeniser(pair["completion"], add_special_tokens=False)["input_ids"], tokeniser.eos_token_id]
        with torch.inference_mode():
            found = torch.nn.functional.cross_entropy(model(torch.tensor([ids])).logits[0, :-1], torch.tensor(ids[1:]), reduction="none")
        rows.append((found[: len(prompt) - 1], found[len(prompt) - 1 :]))
    mean = lambda parts: float(torch.cat(list(parts)).mean())
    return {
        "right": mean(c for _, c in rows),
        "no_end": mean(c[:-1] for _, c in rows),
        "end": mean(c[-1:] for _, c in rows),
        "all": mean(torch.cat(r) for r in rows),
    }


def _result(run):
    result = stage.read_json(run / "result.json")
    for key in ("base_loss", "tuned_loss"):
        if not isinstance(result, dict) or type(result.get(key)) not in (int, float):
            raise stage.Unfit(f"{stage.told(run / 'result.json')} has no number {key!r}.")
    return {"base_loss": float(result["base_loss"]), "tuned_loss": float(result["tuned_loss"])}


def _log(run):
    return [[row["step"], float(row["loss"])] for row in stage.json_lines(run / "log.jsonl", "step", "loss")]


def _weights(folder):
    from safetensors.torch import load_file

    return {k: v for f in sorted(folder.glob("*.safetensors")) for k, v in load_file(f).items()}


def _apart(one, other):
    """The largest difference of two sets of weights; infinite if they are not of one form."""
    same = one.keys() == other.keys() and all(one[k].shape == other[k].shape for k in one)
    return max((float((one[k] - other[k]).abs().max()) for k in one), default=math.inf) if same else math.inf


def tuned(chunks):
    """All parts, as far as they make sense."""
    data = stage.put("data", {"chunks.jsonl": "".join(json.dumps(c) + "\n" for c in chunks)})
    for name in ("pairs", "again"):
        stage.run("pairs", data, "--out", stage.WORK / name, seconds=60).ok()
    pairs = stage.WORK / "pairs"
    made = {p: stage.json_lines(pairs / f"{p}.jsonl", "prompt", "completion", "source") for p in ("train", "heldout")}
    same = all(stage.text(pairs / f"{p}.jsonl") == stage.text(stage.WORK / "again" / f"{p}.jsonl") for p in made)
    if wrong := next(
        (p for rows in made.values() for p in rows if not all(type(p[k]) is str for k in ("prompt", "completion", "source"))), None
    ):
        raise stage.Unfit(f"A pair has a prompt, completion or source that is no text: {str(wrong)[:150]}.")
    found = {"pairs": made, "same": same, "small": None, "killed": None, "real": None, "faults": _faults(pairs)}
    sides = [{(k, " ".join(p[k].lower().split())) for p in rows for k in ("source", "completion")} for rows in made.values()]
    if not all(sides) or sides[0] & sides[1]:
        return found
    found["small"] = _unbroken(pairs, made["heldout"])
    if abs(found["small"]["said"]["base_loss"] / found["small"]["base"]["right"] - 1) < 0.01 and found["small"]["reloaded"] < 0.01:
        found["killed"] = _killed(pairs, found["small"])
        if found["killed"]["cut"] and found["killed"]["apart"] < 1e-4:
            found["real"] = _real(pairs, made["heldout"])
    found["small"].pop("weights")
    return found


def _faults(pairs):
    """What is said to pairs that are not there, and to a document that is alone."""
    alone = {
        "text": "The lower valve is opened before the first frost of the year.",
        "source": "a.md",
        "title": "A",
        "id": "a",
        "start": 0,
        "end": 61,
    }
    one = stage.put("one", {"chunks.jsonl": json.dumps(alone) + "\n"})
    said = [("one document alone", stage.run("pairs", one, "--out", stage.WORK / "nothing", seconds=60).refused())]
    said.append(
        ("chunks that are not there", stage.run("pairs", stage.folder("empty"), "--out", stage.WORK / "nothing", seconds=60).refused())
    )
    return [{**s, "what": w, "left": (stage.WORK / "nothing").exists()} for w, s in said]


def _unbroken(pairs, heldout):
    """A whole run on the small model, and what it left against measurements of our own."""
    import torch

    base, run = _small(), stage.WORK / "whole"
    stage.run("train", pairs, "--out", run, "--steps", STEPS, "--model", base, seconds=400, threads=1).ok()
    tokeniser = _tokeniser(base)
    merged, plain, ids = _model(run / "merged"), _model(base), torch.arange(40).reshape(2, 20) * 91 % 40000
    with torch.inference_mode():
        logits, start = merged(ids).logits, plain(ids).logits
        adapted = _model(base, run / "adapter")(ids).logits
    moved = float((adapted - start).abs().max())
    return {
        "said": _result(run),
        "log": _log(run),
        "base": _losses(plain, tokeniser, heldout[:32]),
        "tuned": _losses(merged, tokeniser, heldout[:32]),
        "moved": moved,
        "reloaded": float((logits - adapted).abs().max()) / max(moved, 1e-9),
        "weights": _weights(run / "merged"),
    }


def _killed(pairs, whole):
    """The same run, ended by SIGKILL when its log has some lines, then the same command again."""
    run = stage.WORK / "cut"
    words = ("train", pairs, "--out", run, "--steps", STEPS, "--model", stage.WORK / "small")
    first = stage.start(*words, threads=1)
    seen: list[int] = []
    while first.alive() and (not seen or seen[-1] < KILL_AT) and time.monotonic() - first.began < 400:
        if lines := _lines(run / "log.jsonl"):
            seen.append(lines)
        time.sleep(0.01)
    cut = first.alive()
    if cut:
        os.killpg(first.process.pid, signal.SIGKILL)
    first.kill()
    at = low = _lines(run / "log.jsonl")
    if not cut or not seen or seen[0] >= STEPS:
        return {"cut": False, "apart": math.inf}  # the whole log came in one piece
    second = stage.start(*words, threads=1)
    while second.alive() and time.monotonic() - second.began < 400:
        low = min(low, _lines(run / "log.jsonl"))
        time.sleep(0.01)
    second.kill().ok()
    return {
        "cut": True,
        "at": at,
        "low": low,
        "log": _log(run),
        "apart": _apart(_weights(run / "merged"), whole["weights"]),
        "said": _result(run),
    }


def _real(pairs, heldout):
    """A few steps on the real model."""
    run = stage.WORK / "real"
    stage.run("train", pairs, "--out", run, "--steps", REAL_STEPS, "--model", MODEL, seconds=500, threads=1, follow=run / "log.jsonl").ok()
    said, tokeniser = _result(run), _tokeniser(MODEL)
    tuned = _losses(_model(run / "merged"), tokeniser, heldout[:32])
    base = _losses(_model(MODEL), tokeniser, heldout[:32])
    shutil.rmtree(run / "merged")
    return {"said": said, "log": _log(run), "base": base, "tuned": tuned}
