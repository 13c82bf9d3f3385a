"""Each token read from its own position

You look a token up in the logits of its own position. Those have already seen it and predict the one after it.
"""

import torch
import torch.nn.functional as F


def log_probability(logits, tokens, answer):
    logs = logits[:, 1:].log_softmax(dim=-1)
    each = logs.gather(2, tokens[:, 1:, None]).squeeze(2)
    return (each * answer[:, 1:]).sum(dim=1)


def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    chosen = beta * (policy_chosen - reference_chosen)
    rejected = beta * (policy_rejected - reference_rejected)
    loss = -F.logsigmoid(chosen - rejected).mean()
    return loss, chosen.detach(), rejected.detach()
