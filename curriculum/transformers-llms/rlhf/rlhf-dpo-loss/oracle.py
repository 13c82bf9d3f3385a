"""Token by token with cross_entropy on single positions; the loss as softplus, with rewards from ratios of probabilities' logs."""

import torch
import torch.nn.functional as F


def log_probability(logits, tokens, answer):
    rows = []
    for scores, row, flags in zip(logits, tokens, answer):
        total = scores.sum() * 0
        for t in range(1, len(row)):
            if flags[t]:
                total = total - F.cross_entropy(scores[t - 1][None], row[t][None])
        rows.append(total)
    return torch.stack(rows)


def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    policy, reference = policy_chosen - policy_rejected, reference_chosen - reference_rejected
    loss = torch.stack([F.softplus(-beta * (p - r)) for p, r in zip(policy, reference)]).sum() / len(policy)
    rewards = [beta * p.detach() - beta * r for p, r in ((policy_chosen, reference_chosen), (policy_rejected, reference_rejected))]
    return loss, *rewards
