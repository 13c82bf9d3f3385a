"""Cross-entropy of a choice between two"""

import torch
from torch import nn


def log_probability(logits, tokens, answer):
    logs = nn.functional.log_softmax(logits, -1)
    picked = torch.gather(logs[:, :-1, :], -1, tokens[:, 1:].unsqueeze(-1)).squeeze(-1)
    return torch.where(answer[:, 1:], picked, torch.zeros_like(picked)).sum(-1)


def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    both = beta * torch.stack([policy_chosen - reference_chosen, policy_rejected - reference_rejected], dim=1)
    loss = nn.CrossEntropyLoss()(both, torch.zeros(len(both), dtype=torch.long))
    return loss, both[:, 0].detach(), both[:, 1].detach()
