"""Length instead of quality

Your model is the only thing in the fit that can explain why the longer answer was chosen so often, so it learns to. On pairs in which the shorter
answer is the better one it is no better than a coin.
"""

import torch
from torch import nn
from torch.nn.functional import softplus


def split(prompts, held):
    cut = prompts.unique()[-held]
    return (prompts < cut).nonzero().flatten(), (prompts >= cut).nonzero().flatten()


def last_real(scores, mask):
    return scores.gather(1, mask.sum(1, keepdim=True) - 1).flatten()


def pair_loss(chosen, rejected, lean):
    return softplus(rejected - chosen - lean).mean()


def accuracy(first, second, better):
    points = torch.where(better, first - second, second - first).sign()
    return float(points.mean()) / 2 + 0.5


class _Scorer(nn.Module):
    def __init__(self, words):
        super().__init__()
        self.words, self.prompts = nn.Embedding(words, 16), nn.Embedding(words, 16)

    def forward(self, ids, mask):
        worth = torch.einsum("bnd,bd->bn", self.words(ids), self.prompts(ids[:, 0]))
        return last_real(worth.cumsum(1) / torch.arange(1, ids.shape[1] + 1), mask)


def train(pairs, words):
    model, lean = _Scorer(words), nn.Parameter(torch.zeros(()))
    optimiser = torch.optim.Adam([*model.parameters(), lean], 0.01)
    ids, mask = (torch.stack([pairs[f"chosen{what}"], pairs[f"rejected{what}"]]) for what in ("", "_mask"))
    longer = mask.sum(2).diff(dim=0).flatten()
    for some in (torch.randperm(len(longer) * len(pairs)) % len(longer)).split(words):
        chosen, rejected = model(ids[:, some].flatten(0, 1), mask[:, some].flatten(0, 1)).view(2, -1)
        optimiser.zero_grad()
        pair_loss(chosen, rejected, 0 * longer[some]).backward()
        optimiser.step()
    return model
