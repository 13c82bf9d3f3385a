"""The supplied policy, a small table of logits; what the answer's parts make of it; and the policy tuned by the answer, as a table."""

import torch
from torch import nn

import answer


class Policy(nn.Module):
    """Logits of the next word from the prompt, the place and the word before; (b, n) ids to (b, n, words)."""

    def __init__(self, by_prompt, by_place, by_word):
        super().__init__()
        self.by_prompt, self.by_place, self.by_word = (nn.Parameter(x.clone()) for x in (by_prompt, by_place, by_word))

    def forward(self, prompts, ids):
        start = torch.full_like(ids[:, :1], len(self.by_word) - 1)
        before = torch.cat([start, ids[:, :-1]], dim=1)
        return self.by_prompt[prompts][:, None] + self.by_place[: ids.shape[1]] + self.by_word[before]


class Proxy:
    """The reward model: what it thinks a word is worth under a prompt, added up."""

    def __init__(self, worth):
        self.worth = worth

    def __call__(self, prompts, ids):
        return self.worth[prompts[:, None], ids].sum(1)


def probs(tables, prompts, ids):
    """The log-probabilities and whether a gradient reaches the policy."""
    policy = Policy(*tables)
    found = answer.log_probs(policy, prompts, ids)
    found.sum().backward()
    return {"log_probs": found.detach(), "gradient": policy.by_word.grad}


def sampled(tables, prompts, length):
    """How often each word stands at each place, over all rows."""
    policy = Policy(*tables)
    ids = answer.rollouts(policy, prompts, length)
    return {"shape": list(ids.shape), "dtype": str(ids.dtype), "shares": nn.functional.one_hot(ids, policy.by_word.shape[1]).double().mean(0).numpy()}


def estimate(new, reference):
    """The estimate as a plain number."""
    return float(answer.kl_estimate(new, reference))


def loss(score, new, reference, beta):
    """The loss's gradient with respect to the new log-probabilities; the value itself says nothing."""
    new = new.clone().requires_grad_(True)
    return torch.autograd.grad(answer.objective(score, new, reference, beta), new)[0]


def tuned(tables, worth, steps, batch, length, limit):
    """All logits of the tuned policy: prompt, place, word before (the last row: none), next word."""
    reference = Policy(*tables).requires_grad_(False)
    prompts = torch.arange(steps * batch).view(steps, batch) % len(tables[0])
    policy = answer.tune(Policy(*tables), reference, Proxy(worth), list(prompts), length, limit)
    with torch.no_grad():
        words = worth.shape[1]
        rows = torch.cartesian_prod(torch.arange(len(worth)), torch.arange(words))
        ids = rows[:, 1:].expand(-1, length)
        table = policy(rows[:, 0], ids).view(len(worth), words, length, words).transpose(1, 2)
        first = table[:, :1, :1].expand(-1, length, -1, -1)
        return torch.cat([table, first], dim=2)
