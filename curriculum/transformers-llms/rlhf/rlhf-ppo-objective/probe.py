"""The three functions alone, with gradients of the loss, and one after the other."""

import torch

import answer


def loss_and_gradient(new, old, advantage, mask, epsilon):
    """The loss, and its gradient with respect to the new log-probabilities."""
    new = new.clone().requires_grad_(True)
    loss = answer.policy_loss(new, old, advantage, mask, epsilon)
    gradient = torch.autograd.grad(loss, new)[0]
    return {"loss": loss.detach(), "gradient": gradient}


def whole(score, old, reference, values, new, mask, beta, gamma, lam, epsilon):
    """Rewards, advantages and loss of one batch."""
    rewards = answer.shaped_rewards(score, old, reference, mask, beta)
    found, returns = answer.advantages(rewards, values, mask, gamma, lam)
    return {"rewards": rewards, "advantages": found, "returns": returns, **loss_and_gradient(new, old, found, mask, epsilon)}
