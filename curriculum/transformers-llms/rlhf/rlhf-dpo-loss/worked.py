"""The figures of the lesson, computed with the solution."""

import torch
from answer import dpo_loss


def worked():
    """One pair: implied rewards and the loss."""
    beta = 0.5
    policy, reference = (
        [torch.tensor([v], dtype=torch.float64) for v in (-4, -2)],
        [torch.tensor([v], dtype=torch.float64) for v in (-8, -4)],
    )
    loss, chosen, rejected = dpo_loss(policy[0], policy[1], reference[0], reference[1], beta)
    return [beta, *policy, *reference, policy[0] - reference[0], policy[1] - reference[1], chosen, rejected, chosen - rejected, loss]
