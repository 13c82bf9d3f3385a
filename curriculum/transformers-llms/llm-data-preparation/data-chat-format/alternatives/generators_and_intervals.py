"""Runs of characters by accumulate; a set of allowed intervals."""

from itertools import accumulate, chain


def _runs(messages, template):
    yield ("start", template["start"])
    for m in messages:
        if m["role"] not in "system user assistant".split() or template["close"] in m["content"]:
            raise ValueError("refused")
        yield ("open", template["open"].replace("{role}", m["role"]))
        yield (m["role"], m["content"] + template["close"])
        yield ("after", template["after"])


def render(messages, template, add_generation_prompt=False):
    extra = [("open", template["open"].replace("{role}", "assistant"))] * bool(add_generation_prompt)
    return "".join(text for _, text in chain(_runs(messages, template), extra))


def encode(messages, template, tokenizer):
    runs = list(_runs(messages, template))
    ends = list(accumulate(len(text) for _, text in runs))
    allowed = {(end - len(text), end) for (who, text), end in zip(runs, ends) if who == "assistant"}
    out = tokenizer("".join(text for _, text in runs), add_special_tokens=False)
    return {
        "labels": [t if any(lo <= a and b <= hi for lo, hi in allowed) else -100 for t, (a, b) in zip(out["input_ids"], out["offset_mapping"])],
        "input_ids": list(out["input_ids"]),
    }
