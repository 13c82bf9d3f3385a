"""One-hot products and a mean of softplus"""

import torch
import torch.nn.functional as F


def log_probability(logits, tokens, answer):
    logs = torch.log_softmax(logits, dim=2)
    wanted = F.one_hot(tokens, logits.shape[2]).to(logits.dtype) * answer[..., None]
    return torch.einsum("bnw,bnw->b", logs[:, :-1], wanted[:, 1:])


def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    gains = torch.stack([policy_chosen - reference_chosen, policy_rejected - reference_rejected]) * beta
    loss = torch.mean(F.softplus(gains[1] - gains[0]))
    kept = gains.detach()
    return loss, kept[0], kept[1]
