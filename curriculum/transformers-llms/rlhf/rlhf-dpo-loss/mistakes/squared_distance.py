"""A squared distance from a target

You pull the difference of gains to a fixed number, 1 over 2 beta. That is another loss (IPO), with another idea of how sure the comparisons are.
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
    loss = ((chosen - rejected) / beta - 1 / (2 * beta)).pow(2).mean()
    return loss, chosen.detach(), rejected.detach()
