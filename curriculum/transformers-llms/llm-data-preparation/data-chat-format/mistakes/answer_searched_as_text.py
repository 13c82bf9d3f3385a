"""Searches for the answer's text

You look for the answer in the rendered text and take the first place where it is found. The user, or an earlier turn, may have said the same. Its
place follows from the lengths of what stands before it.
"""

def render(messages, template, add_generation_prompt=False):
    text = template["start"]
    for m in messages:
        if m["role"] not in ("system", "user", "assistant"):
            raise ValueError("unknown role")
        if template["close"] in m["content"]:
            raise ValueError("closing mark inside a message")
        text += template["open"].replace("{role}", m["role"])
        text += m["content"] + template["close"] + template["after"]
    if add_generation_prompt:
        text += template["open"].replace("{role}", "assistant")
    return text


def encode(messages, template, tokenizer):
    text = render(messages, template)
    spans = []
    for m in messages:
        if m["role"] == "assistant":
            at = text.find(m["content"] + template["close"])
            spans.append((at, at + len(m["content"] + template["close"])))
    out = tokenizer(text, add_special_tokens=False)
    labels = []
    for number, (a, b) in zip(out["input_ids"], out["offset_mapping"]):
        learned = any(s <= a and b <= e for s, e in spans)
        labels.append(number if learned else -100)
    return {"input_ids": out["input_ids"], "labels": labels}
