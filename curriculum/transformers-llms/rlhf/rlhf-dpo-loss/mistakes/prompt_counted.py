"""Prompt tokens are summed as well

You add up all tokens of a row, the prompt and the padding too. They were not chosen by anybody, and long prompts would drown the answer.
"""

import torch
import torch.nn.functional as F


def log_probability(logits, tokens, answer):
    logs = logits[:, :-1].log_softmax(dim=-1)
    each = logs.gather(2, tokens[:, 1:, None]).squeeze(2)
    return (each * (answer[:, 1:] | True)).sum(dim=1)


def dpo_loss(policy_chosen, policy_rejected, reference_chosen, reference_rejected, beta):
    chosen = beta * (policy_chosen - reference_chosen)
    rejected = beta * (policy_rejected - reference_rejected)
    loss = -F.logsigmoid(chosen - rejected).mean()
    return loss, chosen.detach(), rejected.detach()
