"""A conversation as one text, and labels by the places of its tokens."""

ROLES = ("system", "user", "assistant")


def render(messages, template, add_generation_prompt=False):
    """The text of a conversation, ready for an answer if asked for."""
    text = "".join(piece for piece, _ in _pieces(messages, template))
    return text + template["open"].replace("{role}", "assistant") if add_generation_prompt else text


def encode(messages, template, tokenizer):
    """Tokens of the whole text, labels where a token lies inside an assistant's part."""
    inside = [own for piece, own in _pieces(messages, template) for _ in piece]  # per character: the place of the assistant's message, or None
    found = tokenizer(render(messages, template), add_special_tokens=False)
    labels = [
        number if len(parts := set(inside[first:end])) == 1 and None not in parts else -100
        for number, (first, end) in zip(found["input_ids"], found["offset_mapping"])
    ]
    return {"input_ids": found["input_ids"], "labels": labels}


def _pieces(messages, template):
    """The text in pieces, each with the place of its message if the assistant writes it."""
    yield template["start"], None
    for place, message in enumerate(messages):
        if message["role"] not in ROLES or template["close"] in message["content"]:
            raise ValueError(f"message {place} cannot be rendered")
        yield template["open"].replace("{role}", message["role"]), None
        yield message["content"] + template["close"], place if message["role"] == "assistant" else None
        yield template["after"], None
