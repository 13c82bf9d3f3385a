"""Jinja renders, with private marks around what is learned; the marks are cut out and their places kept."""

from jinja2 import Environment

CHAT = """{{ t.start }}{% for m in messages %}{{ opening(m.role) }}{% if m.role == 'assistant' %}\ue000{% endif %}{{ m.content }}{{ t.close }}{% if m.role == 'assistant' %}\ue001{% endif %}{{ t.after }}{% endfor %}{% if ready %}{{ opening('assistant') }}{% endif %}"""


def _marked(messages, template, ready=False):
    for m in messages:
        if m["role"] not in ("system", "user", "assistant") or m["content"].count(template["close"]):
            raise ValueError(m)
    opening = lambda role: role.join(template["open"].split("{role}"))
    return Environment(keep_trailing_newline=True).from_string(CHAT).render(messages=messages, t=template, ready=ready, opening=opening)


def render(messages, template, add_generation_prompt=False):
    return _marked(messages, template, add_generation_prompt).replace("\ue000", "").replace("\ue001", "")


def encode(messages, template, tokenizer):
    spans, text = [], ""
    for piece in _marked(messages, template).split("\ue000"):
        learned, mark, rest = piece.partition("\ue001")
        if mark:
            spans.append((len(text), len(text) + len(learned)))
        text += learned + rest
    out = tokenizer(text)
    ids, labels = [], []
    for n, (a, b) in zip(out["input_ids"], out["offset_mapping"]):
        if a == b:
            continue
        ids.append(n)
        labels.append(n if any(s <= a and b <= e for s, e in spans) else -100)
    return {"input_ids": ids, "labels": labels}
