"""Fills braces in the contents

You replace the role's placeholder after the content has been put in, so a message that talks about templates is changed. Only the opening mark holds
placeholders.
"""

def render(messages, template, add_generation_prompt=False):
    text = template["start"]
    for m in messages:
        if m["role"] not in ("system", "user", "assistant"):
            raise ValueError("unknown role")
        if template["close"] in m["content"]:
            raise ValueError("closing mark inside a message")
        text += (template["open"] + m["content"]).replace("{role}", m["role"]) + template["close"] + template["after"]
    if add_generation_prompt:
        text += template["open"].replace("{role}", "assistant")
    return text


def encode(messages, template, tokenizer):
    text = render(messages, template)
    spans = []
    at = len(template["start"])
    for m in messages:
        at += len(template["open"].replace("{role}", m["role"]))
        end = at + len(m["content"].replace("{role}", m["role"])) + len(template["close"])
        if m["role"] == "assistant":
            spans.append((at, end))
        at = end + len(template["after"])
    out = tokenizer(text, add_special_tokens=False)
    labels = []
    for number, (a, b) in zip(out["input_ids"], out["offset_mapping"]):
        learned = any(s <= a and b <= e for s, e in spans)
        labels.append(number if learned else -100)
    return {"input_ids": out["input_ids"], "labels": labels}
