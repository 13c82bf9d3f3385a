"""The figures of the lesson, computed with the solution."""

from answer import encode, render

TEMPLATE = {"start": "", "open": "<|im_start|>{role}\n", "close": "<|im_end|>", "after": "\n"}
MESSAGES = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Yes."}]
TOKENS = ["<|im_start|>", "<|im_end|>", "assistant", "user", "Hi", " Yes", "Yes", ".", ":", " ", "\n"]


def worked():
    """Where the tokens of the assistant's turn begin, and which are learned."""
    text = render(MESSAGES, TEMPLATE)
    starts = [first for first, _ in _cut(text)["offset_mapping"]][-6:]
    labels = encode(MESSAGES, TEMPLATE, _cut)["labels"]
    learned = [first for (first, _), label in zip(_cut(text)["offset_mapping"], labels) if label != -100]
    blank = encode(MESSAGES, {**TEMPLATE, "open": "{role}: "}, _cut)["labels"]
    if learned != starts[2:5] or [TOKENS[n] for n in blank if n != -100] != [".", "<|im_end|>"]:
        raise ValueError("other tokens are learned than the text says")
    return [starts, learned[0], learned[-1] + len(TEMPLATE["close"]) - 1]


def _cut(text, add_special_tokens=False):
    """A tokenizer that takes at each place the first of TOKENS that fits."""
    ids, offsets, at = [], [], 0
    while at < len(text):
        number = next(n for n, token in enumerate(TOKENS) if text.startswith(token, at))
        ids.append(number)
        offsets.append((at, at := at + len(TOKENS[number])))
    return {"input_ids": ids, "offset_mapping": offsets}
