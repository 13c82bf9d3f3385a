"""Misaligns labels after re-tokenising

Your tokens are those of the whole text, but you count in a second tokenisation of its parts where the assistant begins. The parts fall into other
tokens than the whole, and from there on the labels are shifted against the tokens. Use the offsets of the one tokenisation.
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
    ids = tokenizer(render(messages, template), add_special_tokens=False)["input_ids"]
    labels = [-100] * len(ids)
    for i, m in enumerate(messages):
        if m["role"] == "assistant":
            before = render(messages[:i], template, add_generation_prompt=True)
            first = len(tokenizer(before, add_special_tokens=False)["input_ids"])
            inside = len(tokenizer(m["content"] + template["close"], add_special_tokens=False)["input_ids"])
            for j in range(first, min(first + inside, len(ids))):
                labels[j] = ids[j]
    return {"input_ids": ids, "labels": labels}
