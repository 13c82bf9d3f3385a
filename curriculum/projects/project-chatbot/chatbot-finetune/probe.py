"""Make pairs, train, kill, train on; then measure with code of our own what the runs left.

Later parts are left out where the earlier ones did not leave what they should: they would only take time.
"""

import json
import os
import shutil
import signal
import sys
import time

import stage
import warm

MODEL = os.path.join(sys.prefix, "share", "gradus", "smollm2-135m-instruct")
STEPS, KILL_AT, REAL_STEPS = 24, 9, 3
TICK = 0.005
PARTS = "train", "heldout"
LIBRARIES = (
    "torch",
    "transformers.models.llama.modeling_llama",
    "transformers.models.auto.modeling_auto",
    "transformers.models.auto.tokenization_auto",
    "peft",
)
QUIET = {"TOKENIZERS_PARALLELISM": "false", "HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1", "TRANSFORMERS_VERBOSITY": "error"}


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
        raise stage.Unfit(f"{stage.told(adapter or folder)} cannot be loaded ({type(e).__name__}: {str(e)[:150]}).") from None
    return model.eval()


def _tokeniser(folder):
    import transformers

    return transformers.AutoTokenizer.from_pretrained(folder)


def _small():
    """A narrow model of two layers with random weights, in the form and with the tokeniser of the real one."""
    import torch
    import transformers

    folder, tokeniser = stage.WORK / "small", _tokeniser(MODEL)
    torch.manual_seed(5)
    config = transformers.LlamaConfig(
        vocab_size=len(tokeniser), hidden_size=64, intermediate_size=128, num_hidden_layers=2, num_attention_heads=2, initializer_range=0.5
    )
    transformers.LlamaForCausalLM(config).save_pretrained(folder)
    tokeniser.save_pretrained(folder)


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

    def mean(parts):
        return float(torch.cat(list(parts)).mean())

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
    rows = stage.json_lines(run / "log.jsonl", "step", "loss")
    if any(type(row["step"]) is not int or type(row["loss"]) not in (int, float) for row in rows):
        raise stage.Unfit(f"A line of {stage.told(run / 'log.jsonl')} has a step or a loss that is no number.")
    return [[row["step"], float(row["loss"])] for row in rows]


def _apart(one, other):
    """The largest difference of the weights in two folders; none where they are not of one form."""
    from safetensors.torch import load_file

    one, other = ({k: v for f in sorted(folder.glob("*.safetensors")) for k, v in load_file(f).items()} for folder in (one, other))
    same = one.keys() == other.keys() and all(one[k].shape == other[k].shape for k in one)
    return max((float((one[k] - other[k]).abs().max()) for k in one), default=None) if same else None


def _asked(function, *given):
    """Measure in a process of its own."""
    found = warm.asked(function, *given)
    if isinstance(found, dict) and "unfit" in found:
        raise stage.Unfit(found["unfit"])
    return found


def tuned(chunks, short):
    """All parts, as far as they make sense."""
    data = stage.put("data", {"chunks.jsonl": "".join(json.dumps(c) + "\n" for c in chunks)})
    for name in ("pairs", "again"):
        stage.run("pairs", data, "--out", stage.WORK / name, seconds=60).ok()
    pairs = stage.WORK / "pairs"
    made = {p: stage.json_lines(pairs / f"{p}.jsonl", "prompt", "completion", "source") for p in PARTS}
    same = all(stage.text(pairs / f"{p}.jsonl") == stage.text(stage.WORK / "again" / f"{p}.jsonl") for p in made)
    if wrong := next(
        (p for rows in made.values() for p in rows if not all(type(p[k]) is str for k in ("prompt", "completion", "source"))), None
    ):
        raise stage.Unfit(f"A pair has a prompt, completion or source that is no text: {str(wrong)[:150]}.")
    found = {"pairs": made, "same": same, "small": None, "killed": None, "real": None, "faults": _faults()}
    sides = [{(k, " ".join(p[k].lower().split())) for p in rows for k in ("source", "completion")} for rows in made.values()]
    if not all(sides) or sides[0] & sides[1]:
        return found
    warm.libraries(*LIBRARIES, **QUIET)
    small = found["small"] = _unbroken(pairs, made["heldout"])
    found["faults"] += _untrained(pairs)
    if abs(small["said"]["base_loss"] / small["base"]["right"] - 1) < 0.002 and small["reloaded"] < 0.01:
        found["killed"] = killed = _killed(pairs)
        if killed["cut"] and killed["low"] >= killed["at"] - 5 and killed["apart"] is not None and killed["apart"] < 1e-4:
            found["real"] = _real(pairs, short)
    return found


def _faults():
    """What is said to pairs that are not there, and to a document that is alone."""
    text = "The lower valve is opened before the first frost of the year."
    alone = {"text": text, "source": "a.md", "title": "A", "id": "a", "start": 0, "end": len(text), "tokens": 13}
    one, out = stage.put("one", {"chunks.jsonl": json.dumps(alone) + "\n"}), stage.WORK / "nothing"
    said = [("`pairs` of one document alone", stage.run("pairs", one, "--out", out, seconds=60).refused())]
    said.append(("`pairs` of a folder without chunks", stage.run("pairs", stage.folder("empty"), "--out", out, seconds=60).refused()))
    return [{**s, "what": w, "left": out.exists()} for w, s in said]


def _untrained(pairs):
    """What `train` says to a folder without pairs and to a folder without a model."""
    nothing, found = stage.folder("empty"), []
    for what, given, model in (
        ("`train` of a folder without pairs", nothing, stage.WORK / "small"),
        ("`train` with a model that is not there", pairs, nothing),
    ):
        out = stage.WORK / f"untrained{len(found)}"
        said = warm.run("train", given, "--out", out, "--model", model).refused()
        found.append({**said, "what": what, "left": any((out / part).exists() for part in ("result.json", "merged", "adapter"))})
    return found


def _unbroken(pairs, heldout):
    """A whole run on the small model, and what it left against measurements of our own."""
    run = stage.WORK / "whole"
    _asked(_small)
    warm.run("train", pairs, "--out", run, "--steps", STEPS, "--model", stage.WORK / "small", seconds=400).ok()
    return {"said": _result(run), "log": _log(run), **_asked(_against, run, heldout[:32])}


def _against(run, heldout):
    """The losses of base and merged model, and how far the merged one is from base and adapter, as a share of what the adapter changes."""
    import torch

    base = stage.WORK / "small"
    tokeniser, merged, plain, ids = _tokeniser(base), _model(run / "merged"), _model(base), torch.arange(40).reshape(2, 20) * 91 % 40000
    found = {"base": _losses(plain, tokeniser, heldout), "tuned": _losses(merged, _tokeniser(run / "merged"), heldout)}
    with torch.inference_mode():
        logits, start = merged(ids).logits, plain(ids).logits
        adapted = _model(base, run / "adapter")(ids).logits
    moved = float((adapted - start).abs().max())
    return {**found, "moved": moved, "reloaded": float((logits - adapted).abs().max()) / max(moved, 1e-9)}


def _killed(pairs):
    """The same run, ended by SIGKILL when its log has some lines, then the same command again."""
    run = stage.WORK / "cut"
    words = ("train", pairs, "--out", run, "--steps", STEPS, "--model", stage.WORK / "small")
    first = warm.start(*words)
    seen: list[int] = []
    while first.alive() and (not seen or seen[-1] < KILL_AT) and time.monotonic() - first.began < 400:
        if lines := _lines(run / "log.jsonl"):
            seen.append(lines)
        time.sleep(TICK)
    cut = first.alive()
    if cut:
        os.killpg(first.process.pid, signal.SIGKILL)
    first.kill()
    at = _lines(run / "log.jsonl")
    if not cut or not seen or seen[0] >= STEPS:
        return {"cut": False, "apart": None}  # the whole log came in one piece
    second = warm.start(*words)
    looks = [at]
    while second.alive() and time.monotonic() - second.began < 400:
        looks.append(_lines(run / "log.jsonl"))
        time.sleep(TICK)
    second.kill().ok()
    return {
        "cut": True,
        "at": at,
        "low": min(map(max, looks, looks[1:]), default=at),  # seen twice: a log that is written anew is empty for a moment
        "kept": min(looks),
        "log": _log(run),
        "apart": _asked(_apart, run / "merged", stage.WORK / "whole" / "merged"),
    }


def _real(pairs, short):
    """A few steps on the real model, with two pairs that are short: a long pair teaches no more of whether it learns."""
    given, run = stage.WORK / "short", stage.WORK / "real"
    shutil.copytree(pairs, given)
    for part in PARTS:
        (given / f"{part}.jsonl").write_text("".join(json.dumps(p) + "\n" for p in short[part]), "utf-8")
    warm.run("train", given, "--out", run, "--steps", REAL_STEPS, "--model", MODEL, seconds=500, follow=run / "log.jsonl").ok()
    return {"said": _result(run), "log": _log(run), **_asked(_measured, run, short["heldout"])}


def _measured(run, heldout):
    tokeniser = _tokeniser(MODEL)
    found = {"tuned": _losses(_model(run / "merged"), tokeniser, heldout), "base": _losses(_model(MODEL), tokeniser, heldout)}
    shutil.rmtree(run / "merged")
    return found
