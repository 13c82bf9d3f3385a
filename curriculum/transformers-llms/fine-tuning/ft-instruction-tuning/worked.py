"""The figures of the lesson: the two rows and groups by the solution, the table by tuning runs on drawn words."""

import random

import torch

from answer import divide, finetune, make_batch
from earlier.obj_gpt_causal_loss import causal_loss
from probe import END, GPT, LETTERS, PAD, answers, base_model

RULES = {"say": lambda w: w, "twice": lambda w: f"{w} {w}", "first of": lambda w: w[0], "last of": lambda w: w[-1]}
TOLD = {"fresh": 77, "everything": 90, "reference": 90}  # as the lesson says; per cent, up to the rounding of another machine


def pairs():
    """4,000 different prompts with their answers, the instructions in turn."""
    draw = random.Random(1)
    words = {}
    while len(words) < 4000:
        parts = [draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(draw.randint(1, 2))]
        words["".join(parts) + draw.choice(["", "n", "s", "t", "k"])] = None
    kinds = list(RULES)
    return [(f"{kinds[i % 4]} {w}=", RULES[kinds[i % 4]](w)) for i, w in enumerate(words)]


def score(model, hidden):
    """Exact match in per cent."""
    return 100 * sum(text == said + "." for text, (_, said) in zip(answers(model, [p for p, _ in hidden]), hidden)) / len(hidden)


def everything(model, rows, steps):
    """The same training with the prompts in the loss."""
    optimiser = torch.optim.Adam(model.parameters())
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 0.004, steps)
    for chosen in torch.randperm(len(rows)).chunk(steps):
        some = [rows[i] for i in chosen]
        ids, _ = make_batch(some, END, PAD)
        _, labels = make_batch([[p[:1], p[1:] + a] for p, a in some], END, PAD)
        optimiser.zero_grad()
        causal_loss(model(ids), labels).backward()
        optimiser.step()
        schedule.step()
    return model


def worked():
    """Rows, labels, groups, and the bands of the table."""
    drawn = pairs()
    hidden, rows = drawn[:120], [[[LETTERS.index(c) for c in part] for part in row] for row in drawn[120:3720]]
    torch.manual_seed(1)
    found = {
        "fresh": score(finetune(GPT(), rows, END, PAD, 150), hidden),
        "everything": score(everything(base_model(), rows, 150), hidden),
        "reference": score(finetune(base_model(), rows, END, PAD, 150), hidden),
    }
    if any(abs(found[k] - TOLD[k]) > (12 if k == "fresh" else 8) for k in TOLD) or score(base_model(), hidden):
        raise ValueError(f"the runs give {found}")
    ids, labels = make_batch([[[5, 6, 7], [8, 9]], [[5], [4]]], 1, 0)
    train, held = divide([["a", 1], ["a", 2], ["b", 3], ["c", 4], ["c", 5], ["d", 6]], 3)
    if {row[0] for row in held} != {"c"}:
        raise ValueError(f"held out are {held}")
    weights = sum(p.numel() for p in base_model().parameters())
    return [ids.tolist(), labels.tolist(), 3, [1, 2, 3, 4], weights, list(TOLD.values())]
