"""The figures of the lesson, computed with the solution."""

import math

import torch
from answer import advantages, policy_loss, shaped_rewards


def worked():
    """An answer of two tokens: rewards, surprises, advantages, the clipped loss."""
    answer = torch.tensor([[True, True]])
    score, beta, gamma, lam, epsilon, ratio = _row(1.0)[0], 0.1, 1.0, 0.5, 0.2, 1.5
    old, reference, values = _row(-1, -2), _row(-2, -1), _row(0.4, 0.6)
    rewards = shaped_rewards(score, old, reference, answer, beta)
    surprises, _ = advantages(rewards, values, answer, gamma, 0.0)
    found, returns = advantages(rewards, values, answer, gamma, lam)
    new = (old + math.log(ratio)).requires_grad_()
    loss = policy_loss(new, old, found, answer, epsilon)
    loss.backward()
    if new.grad.any():
        raise ValueError("the gradient is not zero")
    return [
        [score, beta, gamma, lam, epsilon, ratio, answer.shape, [0, 1], 1 + epsilon, 1 - epsilon],
        [old, reference, shaped_rewards(0 * score, old, reference, answer, beta), rewards, values, surprises, found, returns],
        loss.detach(),
    ]


def _row(*values):
    return torch.tensor([values], dtype=torch.float64)
