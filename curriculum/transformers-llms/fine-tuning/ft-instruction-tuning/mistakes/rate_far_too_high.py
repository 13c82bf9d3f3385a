"""Learning rate far too high

Your steps are so long that they destroy what the base model could do. A few hundred short rows cannot bring it back.
"""

import torch

from earlier.obj_gpt_causal_loss import causal_loss


def divide(rows, every):
    groups = list(dict.fromkeys(row[0] for row in rows))
    held = groups[every - 1 :: every]
    return [row for row in rows if row[0] not in held], [row for row in rows if row[0] in held]


def make_batch(rows, end, pad):
    texts = [torch.tensor([*prompt, *answer, end]) for prompt, answer in rows]
    marks = [torch.tensor([*(-100 for _ in prompt), *answer, end]) for prompt, answer in rows]
    joined = torch.nn.utils.rnn.pad_sequence
    return joined(texts, True, pad), joined(marks, True, -100)


@torch.no_grad()
def generate(model, prompt, end, most):
    written = []
    while len(written) < most:
        best = model(torch.tensor([prompt + written])).argmax(dim=2).flatten().tolist().pop()
        if best == end:
            break
        written.append(best)
    return written


def finetune(model, rows, end, pad, steps):
    optimiser = torch.optim.Adam(model.parameters())
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 0.5, steps)
    for chosen in torch.randperm(len(rows)).chunk(steps)[: steps // 3]:
        ids, labels = make_batch([rows[i] for i in chosen], end, pad)
        optimiser.zero_grad()
        causal_loss(model(ids), labels).backward()
        optimiser.step()
        schedule.step()
    return model
