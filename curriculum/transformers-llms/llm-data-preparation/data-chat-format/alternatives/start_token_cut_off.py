"""Lets the tokenizer add its start token and cuts it off again; prefixes rendered for the places."""


def render(messages, template, add_generation_prompt=False):
    for m in messages:
        if m["role"] not in ("system", "user", "assistant"):
            raise ValueError("role")
        if template["close"] in m["content"]:
            raise ValueError("content")
    body = [template["open"].replace("{role}", m["role"]) + m["content"] + template["close"] + template["after"] for m in messages]
    tail = [template["open"].replace("{role}", "assistant")] if add_generation_prompt else []
    return template["start"] + "".join(body + tail)


def encode(messages, template, tokenizer):
    out = tokenizer(render(messages, template))
    ids, places = out["input_ids"][1:], out["offset_mapping"][1:]
    labels = [-100 for _ in ids]
    for n, m in enumerate(messages):
        if m["role"] != "assistant":
            continue
        begin = len(render(messages[:n], template, add_generation_prompt=True))
        end = len(render(messages[: n + 1], template)) - len(template["after"])
        labels = [t if begin <= a and b <= end else old for t, (a, b), old in zip(ids, places, labels)]
    return dict(input_ids=ids, labels=labels)
