"""Counts of words under each topic and gradient steps on a linear fit, with length as one more column."""

import torch


def split(prompts, held):
    order = prompts.unique(sorted=True)
    kept, late = order[:-held], order[-held:]
    return (prompts[:, None] == kept).any(1).nonzero().flatten(), (prompts[:, None] == late).any(1).nonzero().flatten()


def last_real(scores, mask):
    return scores[range(len(scores)), mask.long().sum(-1) - 1]


def pair_loss(chosen, rejected, lean):
    gap = chosen - rejected + lean
    return (torch.clamp(-gap, min=0) + torch.log1p(torch.exp(-gap.abs()))).mean()


def accuracy(first, second, better):
    hits = ((first > second) == better) & (first != second)
    return (hits.sum() + (first == second).sum() / 2) / len(first)


def _columns(ids, mask, words):
    """Shares of each word in the answer, once for all topics and once for each."""
    real = mask[:, 2:].float()
    one = torch.zeros(len(ids), words).scatter_add_(1, ids[:, 2:], real) / real.sum(1, keepdim=True)
    topics = torch.nn.functional.one_hot(ids[:, 0], 5).float()
    return torch.cat([one, (topics[:, :, None] * one[:, None]).flatten(1)], dim=1)


class Fit(torch.nn.Module):
    def __init__(self, weights, words):
        super().__init__()
        self.weights, self.words = torch.nn.Parameter(weights), words

    def forward(self, ids, mask):
        return _columns(ids, mask, self.words) @ self.weights


def train(pairs, words):
    x = _columns(pairs["chosen"], pairs["chosen_mask"], words) - _columns(pairs["rejected"], pairs["rejected_mask"], words)
    longer = (pairs["chosen_mask"].sum(1) - pairs["rejected_mask"].sum(1)).float()
    x = torch.cat([x, longer[:, None] / 5], dim=1)
    weights = torch.zeros(x.shape[1], requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=30)

    def closure():
        optimiser.zero_grad()
        loss = pair_loss(x @ weights, torch.zeros(1), torch.zeros(1)) + 1e-4 * weights.square().sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return Fit(weights.detach()[:-1].clone(), words)
