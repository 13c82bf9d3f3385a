"""A list with one entry per character, filled while rendering."""

import numpy as np


def _build(messages, template):
    text, owner = template["start"], [-1] * len(template["start"])
    for i, m in enumerate(messages):
        role, content = m["role"], m["content"]
        if role not in {"system", "user", "assistant"} or content.find(template["close"]) >= 0:
            raise ValueError(role)
        opening = template["open"].replace("{role}", role)
        mine = content + template["close"]
        text += opening + mine + template["after"]
        owner += [-1] * len(opening) + [i if role == "assistant" else -1] * len(mine) + [-1] * len(template["after"])
    return text, np.array(owner, dtype=int)


def render(messages, template, add_generation_prompt=False):
    text, _ = _build(messages, template)
    if add_generation_prompt:
        text += template["open"].replace("{role}", "assistant")
    return text


def encode(messages, template, tokenizer):
    text, owner = _build(messages, template)
    out = tokenizer(text, add_special_tokens=False)
    ids = np.array(out["input_ids"], dtype=np.int64)
    labels = np.full(len(ids), -100)
    for i, (a, b) in enumerate(out["offset_mapping"]):
        if owner[a] >= 0 and (owner[a:b] == owner[a]).all():
            labels[i] = ids[i]
    return {"input_ids": ids, "labels": labels}
