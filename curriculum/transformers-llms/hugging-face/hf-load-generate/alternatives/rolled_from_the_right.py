"""Padded on the right, then rolled over"""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer


def load(folder):
    tokeniser = AutoTokenizer.from_pretrained(str(folder))
    if tokeniser.pad_token_id is None:
        tokeniser.pad_token_id = tokeniser.eos_token_id
    return tokeniser, AutoModelForCausalLM.from_pretrained(str(folder)).eval()


def batch(tokeniser, prompts):
    right = tokeniser(prompts, padding=True, padding_side="right", return_tensors="pt", add_special_tokens=False)
    n = right["input_ids"].shape[1]
    rows = [(ids.roll(n - int(m.sum())), m.roll(n - int(m.sum()))) for ids, m in zip(right["input_ids"], right["attention_mask"])]
    return {"input_ids": torch.stack([r[0] for r in rows]), "attention_mask": torch.stack([r[1] for r in rows])}


def as_chat(tokeniser, question):
    text = tokeniser.apply_chat_template([{"role": "user", "content": question}], tokenize=False, add_generation_prompt=True)
    return str(text)


def continuations(tokeniser, model, prompts, settings):
    by_length = {}
    for i, prompt in enumerate(prompts):
        by_length.setdefault(len(tokeniser(prompt, add_special_tokens=False)["input_ids"]), []).append(i)
    texts = [""] * len(prompts)
    for places in by_length.values():  # equal lengths need no padding
        made = batch(tokeniser, [prompts[i] for i in places])
        out = model.generate(**made, **settings, pad_token_id=tokeniser.pad_token_id)
        for i, row in zip(places, out):
            texts[i] = tokeniser.decode(row[made["input_ids"].shape[1]:].tolist(), skip_special_tokens=True)
    return texts
