"""The log of a sigmoid overflows

You compute the sigmoid and then its log. For a difference of minus a thousand the sigmoid is 0 and the loss infinite.
"""

import torch
import torch.nn.functional as F


def log_probability(logits, tokens, answer):
    logs = logits[:, :-1].log_softmax(dim=-1)
    each = logs.gather(2, tokens[:, 1:, None]).squeeze(2)
    return (each * answer[:, 1:]).sum(dim=1)


def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    chosen = beta * (policy_chosen - reference_chosen)
    rejected = beta * (policy_rejected - reference_rejected)
    loss = -torch.log(torch.sigmoid(chosen - rejected)).mean()
    return loss, chosen.detach(), rejected.detach()
