"""Values of the two functions, and the gradients that flow back to the policy."""

import torch

import answer


def summed(logits, tokens, mask):
    """Log-probabilities of answers, and the gradient of their weighted sum."""
    logits = logits.clone().requires_grad_(True)
    found = answer.log_probability(logits, tokens, mask)
    weights = torch.arange(1, len(tokens) + 1, dtype=logits.dtype)
    gradient = torch.autograd.grad((found * weights).sum(), logits)[0]
    return {"log_probability": found.detach(), "gradient": gradient}


def lost(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    """Loss, implied rewards, and the gradients of the loss."""
    policy = [t.clone().requires_grad_(True) for t in (policy_chosen, policy_rejected)]
    found = answer.dpo_loss(*policy, reference_chosen, reference_rejected, beta)
    if not isinstance(found, (tuple, list)) or len(found) != 3:
        raise TypeError(f"dpo_loss must return three values, not {type(found).__name__}")
    loss, chosen, rejected = found
    gradients = torch.autograd.grad(loss, policy, allow_unused=True)
    gradients = [torch.zeros_like(p) if g is None else g for g, p in zip(gradients, policy)]
    tracked = [int(isinstance(r, torch.Tensor) and r.requires_grad) for r in (chosen, rejected)]
    values = {"loss": loss.detach(), "chosen": chosen.detach(), "rejected": rejected.detach()}
    return {**values, "gradient_chosen": gradients[0], "gradient_rejected": gradients[1], "rewards_tracked": tracked}


def from_logits(policy, reference, tokens, masks, beta):
    """Both functions together: chosen is the first half of the rows, rejected the second."""
    policy = policy.clone().requires_grad_(True)
    with torch.no_grad():
        base = answer.log_probability(reference, tokens, masks).chunk(2)
    loss, chosen, rejected = answer.dpo_loss(*answer.log_probability(policy, tokens, masks).chunk(2), *base, beta)
    return {"loss": loss.detach(), "chosen": chosen, "rejected": rejected, "gradient": torch.autograd.grad(loss, policy)[0]}
