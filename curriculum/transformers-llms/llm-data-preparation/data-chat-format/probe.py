"""A small tokenizer that glues across borders, and the answer's tokens as text."""

import json
import re

import answer

SPECIAL = ["<|im_start|>", "<|im_end|>", "<s>", "</s>", "<|start|>", "<|end|>"]
PIECES = ["system", "user", "assistant", "Hi", "Yes", " Yes", "\n\n", "\n\n\n", ": ", " Hi", "\nIn", "Python", " Python", " the", " is", "ing", " a", "  ", "? ", "{role}", " you", "tion", ". "]
NAMES = SPECIAL + PIECES


class Tokenizer:
    """Special tokens first, then the longest known piece from the left, else single characters."""

    def __call__(self, text, add_special_tokens=True):
        ids, places = ([2], [(0, 0)]) if add_special_tokens else ([], [])
        at = 0
        for part in re.split("(" + "|".join(map(re.escape, SPECIAL)) + ")", text):
            while part:
                known = part if part in SPECIAL else max((p for p in PIECES if part.startswith(p)), key=len, default=part[0])
                ids.append(NAMES.index(known) if known in NAMES else 1000 + ord(known))
                places.append((at, at + len(known)))
                at, part = at + len(known), part[len(known) :]
        return {"input_ids": ids, "offset_mapping": places}


def _text(number):
    if number == -100:
        return "-"
    return NAMES[number] if 0 <= number < len(NAMES) else chr(number - 1000) if number > 1000 else f"label {number}"


def tokens(messages, template):
    """The answer's tokens and labels, each as the text it stands for."""
    out = answer.encode(messages, template, Tokenizer())
    return {key: [_text(int(n)) for n in out[key]] for key in ("input_ids", "labels")}


def faq(pairs, template, system):
    """A conversation out of questions and answers of the Python FAQ."""
    with open("data/faq.json", encoding="utf-8") as file:
        known = json.load(file)
    messages = [{"role": "system", "content": system}] if system else []
    for i in pairs:
        messages += [{"role": "user", "content": known[i][0]}, {"role": "assistant", "content": known[i][1]}]
    return tokens(messages, template)
