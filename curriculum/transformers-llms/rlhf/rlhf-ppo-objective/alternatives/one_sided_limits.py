"""One limit by the sign of the advantage"""

import torch
import torch.nn.functional as F


def shaped_rewards(score, old, reference, answer, beta):
    following = F.pad(answer[:, 1:], (0, 1), value=False)
    end = (answer & ~following).to(old.dtype)
    return torch.where(answer, -beta * (old - reference), torch.zeros_like(old)) + end * score.unsqueeze(1)


def advantages(rewards, values, answer, gamma, lam):
    m = answer.to(values.dtype)
    v, r = values * m, rewards * m
    columns, nothing = [], torch.zeros(len(v), dtype=v.dtype)
    v_next, a_next = nothing, nothing
    for t in range(v.shape[1] - 1, -1, -1):
        a_next = m[:, t] * (r[:, t] + gamma * v_next - v[:, t] + gamma * lam * a_next)
        v_next = v[:, t]
        columns.append(a_next)
    a = torch.stack(columns[::-1], dim=1)
    return a, a + v


def policy_loss(new, old, advantage, answer, epsilon):
    log_ratio, a = new[answer] - old[answer], advantage[answer]
    rho = log_ratio.exp()
    limit = torch.where(a >= 0, 1 + epsilon, 1 - epsilon)
    inside = torch.where(a >= 0, rho <= limit, rho >= limit)
    return torch.where(inside, -rho * a, -limit * a).mean()
