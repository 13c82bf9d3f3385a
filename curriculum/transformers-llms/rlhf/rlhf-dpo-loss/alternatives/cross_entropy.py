"""cross_entropy with ignored positions"""

import torch
from torch.nn import functional as F


def log_probability(logits, tokens, answer):
    target = tokens.masked_fill(~answer, -100)[:, 1:]
    per_token = F.cross_entropy(logits[:, :-1].transpose(1, 2), target, ignore_index=-100, reduction="none")
    return -per_token.sum(1)


def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    logits = (policy_chosen - policy_rejected) - (reference_chosen - reference_rejected)
    loss = F.binary_cross_entropy_with_logits(beta * logits, torch.ones_like(logits))
    with torch.no_grad():
        good, bad = beta * (policy_chosen - reference_chosen), beta * (policy_rejected - reference_rejected)
    return loss, good, bad
