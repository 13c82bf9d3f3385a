"""The figures of the lesson, computed from the settings of its examples."""

import math


def worked():
    """Pairs and scores, a chance, a loss, a reward after the penalty."""
    prompts, ranked, steps, samples = 1900, 7, 1500, 256
    a, b, chosen, rejected = 0.8, 2.8, 0.6, 2.8
    reward, policy, start, beta = 2.8, -17.2, -57.4, 0.2
    far = policy - start
    return [
        [prompts, ranked, ranked - 1, 2, prompts * math.comb(ranked, 2), steps, samples, steps * samples],
        [a, b, a - b, 1 / (1 + math.exp(b - a)), chosen, rejected, 1, rejected - chosen, math.log(1 + math.exp(rejected - chosen))],
        [reward, policy, start, beta, far, reward - beta * far],
    ]
