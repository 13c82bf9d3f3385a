"""logsumexp by hand, softplus by logaddexp"""

import torch


def log_probability(logits, tokens, answer):
    b, n, _ = logits.shape
    rows, places = torch.nonzero(answer, as_tuple=True)
    before = logits[rows, places - 1]
    logs = before[torch.arange(len(rows)), tokens[rows, places]] - torch.logsumexp(before, dim=-1)
    return torch.zeros(b, dtype=logits.dtype).index_add(0, rows, logs)


def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    r_good = (policy_chosen - reference_chosen) * beta
    r_bad = (policy_rejected - reference_rejected) * beta
    zero = torch.zeros_like(r_good)
    loss = torch.logaddexp(zero, r_bad - r_good).sum() / r_good.numel()
    return loss, r_good.detach().clone(), r_bad.detach().clone()
