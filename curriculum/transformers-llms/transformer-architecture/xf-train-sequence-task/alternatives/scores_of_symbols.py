"""One learned score for every symbol; the next token is the lowest score in the source above the last one."""

import torch
import torch.nn.functional as F


def rate_factor(step, warmup, steps):
    up, down = (step + 1) / warmup, (steps - step) / (steps - warmup)
    return up if up < down else down


def exact_match(predicted, target, lengths):
    real = torch.arange(predicted.size(1)).expand_as(predicted) < lengths.unsqueeze(1)
    wrong = ((predicted != target) & real).sum(1)
    return float((wrong == 0).double().mean())


def greedy(model, source, lengths):
    written = torch.zeros_like(source)
    for i in range(source.size(1)):
        logits = model(source, lengths, written).detach()
        written[:, i] = torch.where(lengths > i, logits[:, i].argmax(1), torch.zeros_like(lengths))
    return written


class Scores(torch.nn.Module):
    def __init__(self, words):
        super().__init__()
        self.score = torch.nn.Parameter(torch.zeros(words))

    def forward(self, source, lengths, target):
        there = F.one_hot(source, len(self.score)).sum(1) > 0
        gone = F.pad(F.one_hot(target, len(self.score)), (0, 0, 1, 0))[:, :-1].cumsum(1) > 0
        allowed = there[:, None] & ~gone
        allowed[..., 0] = False
        return torch.where(allowed, -self.score, -100.0)


def fit(source, lengths, target, words, steps):
    model = Scores(words)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.3)
    for _ in range(100):
        optimiser.zero_grad()
        F.cross_entropy(model(source, lengths, target).transpose(1, 2), target, ignore_index=0).backward()
        optimiser.step()
    return model.eval()
