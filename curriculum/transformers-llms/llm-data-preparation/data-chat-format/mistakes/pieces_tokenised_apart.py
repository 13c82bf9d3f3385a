"""Tokenises piece by piece

You tokenise marks and contents apart and join the lists. A tokenizer glues across such borders, a blank with the word after it, two line ends into
one, so your tokens are not those of the text which the model will see when it is served.
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
    render(messages, template)
    ids, labels = [], []

    def add(text, learn):
        new = tokenizer(text, add_special_tokens=False)["input_ids"]
        ids.extend(new)
        labels.extend(new if learn else [-100] * len(new))

    add(template["start"], False)
    for m in messages:
        add(template["open"].replace("{role}", m["role"]), False)
        add(m["content"] + template["close"], m["role"] == "assistant")
        add(template["after"], False)
    return {"input_ids": ids, "labels": labels}
