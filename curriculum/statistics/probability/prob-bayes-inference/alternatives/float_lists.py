"""math.log and fsum on lists."""
import math

from scipy.stats import beta


def update_beta(a, b, data):
    ones = list(data).count(1)
    zeros = list(data).count(0)
    return (a + ones, b + zeros)


def summarise(a, b, level=0.95):
    rest = 1 - level
    return (1 / (1 + b / a), float(beta.ppf(rest / 2, a, b)), float(beta.sf and beta.ppf(1 - rest / 2, a, b)))


def update_discrete(prior, likelihoods):
    logs = []
    for h, p in enumerate(prior):
        column = [p] + [row[h] for row in likelihoods]
        logs.append(-math.inf if min(column) == 0 else math.fsum(map(math.log, column)))
    top = max(logs)
    if top == -math.inf:
        raise ValueError("all weights are zero")
    weights = [math.exp(l - top) for l in logs]
    return [w / math.fsum(weights) for w in weights]
