"""The figures of the lesson: its example, and three ways to tune in worlds like the judge's."""

import numpy as np
import torch
from answer import kl_estimate, log_probs, objective, rollouts, tune
from probe import Policy, Proxy

PROMPTS, WORDS, LENGTH = 3, 12, 6
TABLE = {"2": (3.6, 1.5, 0.86), "8": (7, 6, 0.6), "none": (15, 27, -2)}  # proxy, KL, rise of the true utility


def worked():
    """The example; then the table, each figure within the room that another machine may need."""
    new = torch.tensor([[-1.0, -1.0], [-1.0, -2.0]], dtype=torch.float64, requires_grad=True)
    reference, score = torch.tensor([[-2.0, -1.0], [-2.0, -1.0]], dtype=torch.float64), torch.tensor([3.0, 1.0], dtype=torch.float64)
    beta, parts = 1, (new - reference).sum(1).detach()
    gains = score - beta * parts
    objective(score, new, reference, beta).backward()
    for limit, said in TABLE.items():
        found = np.mean([_tuned(seed, limit) for seed in (1, 2, 3)], axis=0)
        if (np.abs(np.subtract(said, found)) > (0.5, 0.3 + 0.15 * said[1], 0.35)).any():
            raise ValueError(f"with a limit of {limit}: {np.round(found, 2)}, not {said}")
    return [0, score, new.detach(), reference, parts, kl_estimate(new, reference), beta, gains, gains.mean(), 2, 0.5, -0.5 / 2, new.grad, list(TABLE.values())]


def _tuned(seed, limit):
    """(proxy, KL, rise of the true utility) of one world."""
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    worth = np.stack([rng.permutation(np.linspace(-1.1, 1.1, WORDS)) for _ in range(PROMPTS)])
    tables, hole = [rng.normal(size=s) * 0.5 for s in ((PROMPTS, WORDS), (LENGTH, WORDS), (WORDS + 1, WORDS))], rng.integers(WORDS)
    tables[0][:, hole] -= 2.5
    worth[:, hole] = 2.5
    tables = [torch.tensor(t, dtype=torch.float32) for t in tables]
    proxy, reference = Proxy(torch.tensor(worth, dtype=torch.float32)), Policy(*tables).requires_grad_(False)
    prompts = list(torch.arange(150 * 256).view(150, 256) % PROMPTS)
    policy = tune(Policy(*tables), reference, proxy, prompts, LENGTH, float("inf") if limit == "none" else float(limit))
    rows = torch.arange(6000) % PROMPTS
    before, after = (rollouts(p, rows, LENGTH) for p in (reference, policy))
    with torch.no_grad():
        far = kl_estimate(log_probs(policy, rows, after), log_probs(reference, rows, after))
    worth[:, hole] = -1.0
    return float(proxy(rows, after).mean()), far, _true(worth, rows.numpy(), after.numpy()) - _true(worth, rows.numpy(), before.numpy())


def _true(worth, rows, ids):
    """A word counts the first time; again it costs 0.3."""
    again = np.stack([(ids[:, :t] == ids[:, t : t + 1]).any(1) for t in range(LENGTH)], axis=1)
    return float(np.where(again, -0.3, worth[rows[:, None], ids]).sum(1).mean())
