"""A simulated model: every item has one sort of difficulty, every part a planted effect."""

import zlib

import answer


def score(reply, label):
    """A reply is right if it is the label and nothing else."""
    return reply == label


class Model:
    """`effects` holds for each part the sort that it repairs, or "harm 0", "harm 1", or "nothing"; items are text: (label, sort, number)."""

    def __init__(self, items, effects, labels):
        self.items, self.effects, self.labels, self.calls = items, effects, labels, 0

    def __call__(self, prompt, item):
        self.calls += 1
        if self.calls > 200:
            raise RuntimeError("the 200 calls are used up")
        return self.reply(list(prompt), item)

    def reply(self, prompt, item):
        if any(isinstance(part, bool) or int(part) != part or not 0 <= part < len(self.effects) for part in prompt) or len(set(prompt)) < len(prompt):
            raise ValueError(f"{prompt!r} is no prompt: places in parts, each at most once")
        label, sort, number = self.items[item]
        acts = [self.effects[int(part)] for part in prompt]
        wrong = self.labels[(self.labels.index(label) + 1) % len(self.labels)]
        if sort == "hopeless" or f"harm {number % 2}" in acts:
            return wrong
        luck = any(act.startswith("harm") and zlib.crc32(f"{act} {item}".encode()) % 10 < 3 for act in acts)
        if sort in ("none", *acts) or luck:
            return label
        return f"I believe this is {label}, but do check." if sort == "chatty" else wrong


def found(items, effects, parts, labels, dev):
    """The prompt that the answer finds, its calls, and its share of right replies on the items outside dev."""
    sorts = [sort for _, _, sort in items]
    # numbered within its sort, so that of two items of a sort each harmful part breaks one
    table = {text: (label, sort, sorts[:i].count(sort)) for i, (text, label, sort) in enumerate(items)}
    model = Model(table, effects, labels)
    prompt = answer.search(model, [[text, label] for text, label, _ in items[:dev]], list(parts), score)
    if not hasattr(prompt, "__iter__") or isinstance(prompt, str):
        raise TypeError(f"search returned a {type(prompt).__name__}, expected a list of places in parts")
    prompt = [int(part) for part in prompt]
    hidden = items[dev:]
    right = sum(score(model.reply(prompt, text), label) for text, label, _ in hidden)
    return {"prompt": " ".join(str(part) for part in sorted(prompt)), "calls": model.calls, "hidden": right / len(hidden)}
