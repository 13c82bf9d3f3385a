"""The three functions alone, with gradients of the loss, and one after the other."""

import torch

import answer


def loss_and_gradient(new, old, advantage, mask, epsilon):
    """The loss, and its gradient with respect to the new log-probabilities."""
    new, old, advantage = (t.clone().requires_grad_(True) for t in (new, old, advantage))
    loss = answer.policy_loss(new, old, advantage, mask, epsilon)
    gradient, *others = torch.autograd.grad(loss, (new, old, advantage), allow_unused=True)
    return {"loss": loss.detach(), "gradient": gradient, "others": sum(int(g is not None and bool(g.count_nonzero())) for g in others)}


def whole(score, old, reference, values, new, mask, beta, gamma, lam, epsilon):
    """Rewards, advantages and loss of one batch."""
    rewards = answer.shaped_rewards(score, old, reference, mask, beta)
    found, returns = answer.advantages(rewards, values, mask, gamma, lam)
    return {"rewards": rewards, "advantages": found, "returns": returns, **loss_and_gradient(new, old, found, mask, epsilon)}
