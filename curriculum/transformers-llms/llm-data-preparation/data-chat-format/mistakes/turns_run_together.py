"""Nothing between the turns

You leave out what the template puts after the closing mark. One line end less is another text, and the model was trained on the other one.
"""

def render(messages, template, add_generation_prompt=False):
    text = template["start"]
    for m in messages:
        if m["role"] not in ("system", "user", "assistant"):
            raise ValueError("unknown role")
        if template["close"] in m["content"]:
            raise ValueError("closing mark inside a message")
        text += template["open"].replace("{role}", m["role"])
        text += m["content"] + template["close"]
    if add_generation_prompt:
        text += template["open"].replace("{role}", "assistant")
    return text


def encode(messages, template, tokenizer):
    text = render(messages, template)
    spans = []
    at = len(template["start"])
    for m in messages:
        at += len(template["open"].replace("{role}", m["role"]))
        end = at + len(m["content"]) + len(template["close"])
        if m["role"] == "assistant":
            spans.append((at, end))
        at = end
    out = tokenizer(text, add_special_tokens=False)
    labels = []
    for number, (a, b) in zip(out["input_ids"], out["offset_mapping"]):
        learned = any(s <= a and b <= e for s, e in spans)
        labels.append(number if learned else -100)
    return {"input_ids": out["input_ids"], "labels": labels}
