"""A renderer that notes spans as it writes; bisection finds the span of a token."""

from bisect import bisect_right


class _Writer:
    def __init__(self, template):
        self.template, self.parts, self.length, self.starts, self.ends = template, [], 0, [], []
        self.write(template["start"])

    def write(self, text):
        self.parts.append(text)
        self.length += len(text)

    def message(self, role, content):
        if role not in ["user", "assistant", "system"]:
            raise ValueError(f"role {role}")
        if self.template["close"] in content:
            raise ValueError("content closes the turn")
        self.open(role)
        begin = self.length
        self.write(content)
        self.write(self.template["close"])
        if role == "assistant":
            self.starts.append(begin)
            self.ends.append(self.length)
        self.write(self.template["after"])

    def open(self, role):
        self.write(role.join(self.template["open"].split("{role}")))


def _written(messages, template):
    writer = _Writer(template)
    for message in messages:
        writer.message(**message)
    return writer


def render(messages, template, add_generation_prompt=False):
    writer = _written(messages, template)
    if add_generation_prompt:
        writer.open("assistant")
    return "".join(writer.parts)


def encode(messages, template, tokenizer):
    writer = _written(messages, template)
    out = tokenizer("".join(writer.parts), False)

    def label(token, first, end):
        k = bisect_right(writer.starts, first) - 1
        return token if k >= 0 and end <= writer.ends[k] else -100

    return {"input_ids": tuple(out["input_ids"]), "labels": [label(t, *place) for t, place in zip(out["input_ids"], out["offset_mapping"])]}
