"""A small model with planted outliers is trained for a moment, compressed, taken away, and unpacked again from what is left."""

import json
import math
import time

import stage


def _tokeniser(words):
    """Whole words, each a token, in the chat form of the real model."""
    import tokenizers
    import transformers

    known = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", *words]
    made = tokenizers.Tokenizer(tokenizers.models.WordLevel({w: k for k, w in enumerate(known)}, unk_token=known[0]))
    made.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    made.add_special_tokens([tokenizers.AddedToken(w, special=True, normalized=False) for w in known[:3]])
    whole = transformers.PreTrainedTokenizerFast(
        tokenizer_object=made, bos_token=known[1], eos_token=known[2], pad_token=known[2], unk_token=known[0]
    )
    whole.chat_template = (
        "{% for message in messages %}{{ '<|im_start|>' + message['role'] + ' ' + message['content'] + '<|im_end|>' }}{% endfor %}"
        "{% if add_generation_prompt %}{{ '<|im_start|> assistant ' }}{% endif %}"
    )
    return whole


def _rows(tokeniser, pairs):
    """Ids and the length of the prompt of each pair."""
    rows = []
    for pair in pairs:
        asked = tokeniser.apply_chat_template([{"role": "user", "content": pair["prompt"]}], tokenize=False, add_generation_prompt=True)
        prompt = tokeniser(asked, add_special_tokens=False)["input_ids"]
        rows.append(([*prompt, *tokeniser(pair["completion"], add_special_tokens=False)["input_ids"], tokeniser.eos_token_id], len(prompt)))
    return rows


def _loss(model, rows):
    """Mean loss per completion token, the end token among them."""
    import torch

    parts = []
    for ids, prompt in rows:
        logits = model(torch.tensor([ids])).logits[0, prompt - 1 : -1]
        parts.append(torch.nn.functional.cross_entropy(logits, torch.tensor(ids[prompt:]), reduction="none"))
    return torch.cat(parts).mean()


def _made(pairs, words, outliers, factor, tied):
    """A model that knows the pairs; then some channels of its input are made rare and their weights large, which changes nothing that it says."""
    import torch
    import transformers

    transformers.utils.logging.disable_progress_bar()
    torch.set_num_threads(1)
    torch.manual_seed(3)
    tokeniser = _tokeniser(words)
    config = transformers.LlamaConfig(
        vocab_size=len(tokeniser), hidden_size=128, intermediate_size=256, num_hidden_layers=3, num_attention_heads=4, max_position_embeddings=256,
        tie_word_embeddings=tied, bos_token_id=1, eos_token_id=2, pad_token_id=2,
    )  # fmt: skip
    model, rows = transformers.LlamaForCausalLM(config), _rows(tokeniser, pairs)
    longest = max(len(ids) for ids, _ in rows)
    ids = torch.tensor([i + [2] * (longest - len(i)) for i, _ in rows])
    labels = torch.tensor([[-100] * p + i[p:] + [-100] * (longest - len(i)) for i, p in rows])
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-3)
    for _ in range(60):
        optimiser.zero_grad()
        model(input_ids=ids, labels=labels).loss.backward()
        optimiser.step()
    with torch.no_grad():
        for layer in model.model.layers:
            for norm, readers in (
                (layer.input_layernorm, (layer.self_attn.q_proj, layer.self_attn.k_proj, layer.self_attn.v_proj)),
                (layer.post_attention_layernorm, (layer.mlp.gate_proj, layer.mlp.up_proj)),
            ):
                norm.weight[outliers] /= factor
                for reader in readers:
                    reader.weight[:, outliers] *= factor
    folder = stage.folder("model")
    model.save_pretrained(folder)
    tokeniser.save_pretrained(folder)
    return folder, model.eval(), rows


def _size(folder):
    return sum(stage.tree(folder).values()) / 1e6


def _together(*commands):
    """Start the commands side by side (most of each is the start of its libraries); what became of them, in order."""
    running, until = [stage.start(*words, threads=1) for words in commands], time.monotonic() + 300
    while any(r.alive() for r in running) and time.monotonic() < until:
        time.sleep(0.05)
    return [r.kill(late=True) for r in running]


def _opened(out, name):
    """What `unpack` made of a variant, as an ordinary model."""
    import transformers

    try:
        return transformers.AutoModelForCausalLM.from_pretrained(out, dtype="float32").eval()
    except Exception as e:
        raise stage.Unfit(f"What `unpack` made of {name} cannot be loaded ({type(e).__name__}: {str(e)[:150]}).") from None


def _compared(plain, opened):
    """Of every matrix: the largest error over the row's largest weight, over the span of its group of 32, and how many values rows and groups have."""
    found = []
    for name, weight in plain.items():
        other = opened.get(name)
        if weight.dim() != 2:
            continue
        if other is None or other.shape != weight.shape:
            raise stage.Unfit(f"The unpacked model has no weight {name} of its shape.")
        error, groups = (other - weight).abs(), weight.reshape(weight.shape[0], -1, 32)
        span = (groups.amax(-1) - groups.amin(-1)).clamp(min=1e-9)
        found.append({
            "name": name,
            "of_row": float((error.amax(1) / weight.abs().amax(1).clamp(min=1e-9)).max()),
            "of_group": float((error.reshape(groups.shape).amax(-1) / span).max()),
            "row_values": max(len(r.unique()) for r in other[:40]),
            "group_values": max(len(g.unique()) for g in other.reshape(-1, 32)[:: max(1, len(other) // 8)]),
        })  # fmt: skip
    return found


def _front(out, margin):
    """frontier.json as far as it has the right form, and what lies in model/."""
    front = stage.read_json(out / "frontier.json")
    variants = front.get("variants") if isinstance(front, dict) else None
    names = sorted(str(v.get("name")) for v in variants if isinstance(v, dict)) if isinstance(variants, list) else []
    if names != ["float32", "int4", "int8"]:
        raise stage.Unfit("frontier.json does not name the variants float32, int8 and int4, each once.")
    for v in variants:
        wrong = [k for k in ("size_mb", "tokens_per_second", "loss") if type(v.get(k)) not in (int, float) or not math.isfinite(v[k])]
        if wrong:
            raise stage.Unfit(f"{v['name']} in frontier.json has no number {wrong[0]}.")
    model_is = next((n for n in ("int8", "int4") if stage.tree(out / n) and stage.tree(out / n) == stage.tree(out / "model")), "another")
    return {"margin": margin, "variants": variants, "chosen": front.get("chosen"), "model_is": model_is, "model_mb": _size(out / "model")}


def compressed(pairs, words, outliers, factor, tied, margins):
    """The frontier at each margin, and what the variants hold when the model itself is gone."""
    import torch

    folder, model, rows = _made(pairs, words, outliers, factor, tied)
    heldout = stage.put("pairs", {"heldout.jsonl": "".join(json.dumps(p) + "\n" for p in pairs)}) / "heldout.jsonl"
    outs = [stage.put(f"small {margin:g}", {"old/frontier.json": "{}", "frontier.json": "{}"}) for margin in margins]
    for done in _together(
        *(("compress", folder, "--heldout", heldout, "--out", out, "--margin", m) for out, m in zip(outs, margins, strict=True))
    ):
        done.ok()
    fronts = [_front(out, margin) for out, margin in zip(outs, margins, strict=True)]
    sizes = {"float32": _size(folder), **{n: _size(outs[0] / n) for n in ("int8", "int4")}}
    found = {"fronts": fronts, "sizes": sizes, "opened": {}, "stale": any((out / "old").exists() for out in outs)}
    cut = next(folder.glob("*.safetensors"))
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])
    folder = folder.rename(folder.with_name("cut"))
    plain = {name: stage.WORK / f"open {name}" for name in ("int8", "int4")}
    kept = stage.tree(outs[0])
    eight, four = (("unpack", outs[0] / name, "--out", out) for name, out in plain.items())
    *opened, refused = _together(eight, four, ("compress", folder, "--heldout", heldout, "--out", outs[0]))
    found["fault"] = {**refused.refused(), "kept": stage.tree(outs[0]) == kept}
    with torch.inference_mode():
        found["loss"] = {"float32": float(_loss(model, rows))}
        for done, (name, out) in zip(opened, plain.items(), strict=True):
            done.ok()
            other = _opened(out, name)
            found["loss"][name] = float(_loss(other, rows))
            found["opened"][name] = _compared(model.state_dict(), other.state_dict())
    return found
