"""Groups in the order of their names

You sort the groups. They are counted in the order of their first appearance.
"""

import torch


def divide(rows, every):
    groups = sorted({row[0] for row in rows})
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


class Rules(torch.nn.Module):
    """For every instruction the first of a few rules that explains its rows; the answer is spelt, nothing is trained."""

    KNOWN = (lambda w: w, lambda w: w + [26] + w, lambda w: w[:1], lambda w: w[-1:])

    def __init__(self, rows, end):
        super().__init__()
        self.end, self.rule = end, {}
        for prompt, answer in rows:
            what, word = self.parts(prompt)
            fits = self.rule.setdefault(what, list(self.KNOWN))
            fits[:] = [rule for rule in fits if rule(word) == answer]

    @staticmethod
    def parts(prompt):
        cut = max(i for i, token in enumerate(prompt) if token == 26)
        return tuple(prompt[:cut]), prompt[cut + 1 : -1]

    def forward(self, ids):
        scores = torch.zeros(*ids.shape, 32)
        for b, row in enumerate(ids.tolist()):
            if 27 in row:
                asked = row.index(27)
                what, word = self.parts(row[: asked + 1])
                for i, token in enumerate([*self.rule[what][0](word), self.end]):
                    scores[b, asked + i : asked + i + 1, token] = 9
        return scores


def finetune(model, rows, end, pad, steps):
    return Rules(rows, end)
