"""The figures of the lesson, computed with the model and the solution."""

import os
import sys

from answer import batch, continuations, load

FOLDER = os.path.join(sys.prefix, "share", "gradus", "smollm2-135m-instruct")
PROMPTS = ["The capital of France is", "Water boils at 100 degrees"]
LINES = [" Paris.\n\nThe answer", " Paris.\n\nThe city", "\nFrance is Paris.\n"]


def worked():
    """The tensors of two prompts, and what the model writes in three ways."""
    tokeniser, model = load(FOLDER)
    settings = {"do_sample": False, "max_new_tokens": 6}
    left = batch(tokeniser, PROMPTS)
    right = tokeniser(PROMPTS, padding=True, padding_side="right", return_tensors="pt")
    width = left["input_ids"].shape[1]
    without = {"input_ids": left["input_ids"], "attention_mask": left["attention_mask"] * 0 + 1}
    found = [continuations(tokeniser, model, PROMPTS, settings)[0]]
    for inputs in (without, right):
        found.append(tokeniser.decode(model.generate(**inputs, **settings)[0, width:], skip_special_tokens=True))
    if found != LINES or continuations(tokeniser, model, PROMPTS[:1], settings) != LINES[:1]:
        raise ValueError(f"the model writes {found}")
    if tokeniser.decode([7042]) != " Paris":
        raise ValueError("token 7042 is another")
    rows = [row.tolist() for row in left["input_ids"]]
    return [rows, left["attention_mask"].tolist(), settings["max_new_tokens"], len(rows), sum(p.numel() for p in model.parameters()) / 1e6]
