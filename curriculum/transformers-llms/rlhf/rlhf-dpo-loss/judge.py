"""Log-probabilities of answers, and the direct preference loss with its implied rewards and gradients."""

import math

import numpy as np

from gradus.judging import Miss, Tensor, close, each, finite, script


def tensor(a, dtype="float64"):
    return Tensor(dtype, np.asarray(a, dtype))


LOW = math.exp(-1) / (1 + math.exp(-1))  # sigma(-1)
WORKED = {"loss": tensor(math.log1p(math.exp(-1))), "chosen": tensor([2.0]), "rejected": tensor([1.0]), "gradient_chosen": tensor([-LOW / 2]), "gradient_rejected": tensor([LOW / 2])}
EXPECTED = {"worked example": WORKED, "equal shares": {"log_probability": tensor([-2 * math.log(4), -math.log(4), 0.0])}}


def PROBES(rng):
    def text(b, n, words, scale=2.0, dtype="float64"):
        start, stop = rng.integers(1, n, b)[:, None], rng.integers(n // 2, n + 1, b)[:, None]
        mask = (np.arange(n) >= start) & (np.arange(n) < np.maximum(stop, start + 1))
        return tensor(rng.normal(size=(b, n, words)) * scale, dtype), Tensor("int64", rng.integers(0, words, (b, n))), Tensor("bool", mask)

    def summed(logits, tokens, mask):
        return script("summed", logits, tokens, mask, shown=f"log_probability on logits {logits.data.shape}, {logits.dtype}")

    def lost(b, beta, spread=3.0, dtype="float64", same=False):
        four = [tensor(-abs(rng.normal(size=b)) * spread - 1, dtype) for _ in range(4)]
        four = four[:2] * 2 if same else four
        return script("lost", *four, beta, shown=f"dpo_loss on {b} pairs, {dtype}, beta={beta:g}")

    probes = {"worked example": script("lost", *(tensor([v]) for v in (-4.0, -2.0, -8.0, -4.0)), 0.5, shown="dpo_loss on the worked example, beta=0.5")}
    marks = Tensor("bool", np.array([[0, 1, 1], [0, 0, 1], [0, 0, 0]], bool))
    probes["equal shares"] = summed(tensor(np.zeros((3, 3, 4))), Tensor("int64", rng.integers(0, 4, (3, 3))), marks)
    for i in range(5):
        probes[f"answers {i}"] = summed(*text(int(rng.integers(2, 5)), int(rng.integers(4, 8)), int(rng.integers(3, 7))))
        probes[f"pairs {i}"] = lost(int(rng.integers(2, 6)), float(rng.uniform(0.05, 0.4)))
        probes[f"large beta {i}"] = lost(int(rng.integers(2, 6)), float(rng.uniform(1, 3)))
        policy, tokens, mask = text(4, 6, 5)
        reference = tensor(policy.data + rng.normal(size=policy.data.shape))
        probes[f"together {i}"] = script("from_logits", policy, reference, tokens, mask, 0.7, shown="both functions together, from logits of policy and reference")
        shares, gain = rng.dirichlet(np.ones(6)), rng.normal(size=6) * 2  # a known reward over six answers
        best = np.log(shares * np.exp(gain / 0.3) / (shares * np.exp(gain / 0.3)).sum())
        first, second = np.array([0, 2, 4]), np.array([1, 3, 5])
        known = [tensor(v) for v in (best[first], best[second], np.log(shares)[first], np.log(shares)[second])]
        probes[f"best policy of a known reward {i}"] = script("lost", *known, 0.3, shown="dpo_loss where the policy is the best one for a known reward, beta=0.3")
    probes["one pair, at the start"] = lost(1, 0.1, same=True)
    probes["pairs in float32"], probes["answers in float32"] = lost(3, 0.2, dtype="float32"), summed(*text(2, 5, 4, dtype="float32"))
    probes["pairs, huge differences"] = lost(4, 10.0, spread=2000.0)
    way = [tensor(v) for v in ([-9000.0, -5.0], [-1.0, -4.0], [-1.0, -4.0], [-1000.0, -5.0])]  # the rejected answer wins by far
    probes["pairs, huge differences the wrong way"] = script("lost", *way, 1.0, shown="dpo_loss where an implied reward is 10^4 too low, beta=1")
    probes["answers, huge logits"] = summed(*text(3, 6, 5, scale=400.0))
    return probes


def _same(got, ideal, probe, *names):
    tol = {"rtol": 1e-4, "atol": 1e-5} if "float32" in probe.shown else {"rtol": 1e-6, "atol": 1e-9}
    return next((miss for n in names if (miss := finite(got[n]) or close(got[n], ideal[n], **tol, path=n.replace("_", " ")))), None)


@each("equal", "answers")
def answers_agree(got, ideal, probe):
    """The log-probability of an answer is the sum over its tokens, each predicted one position earlier."""
    return _same(got, ideal, probe, "log_probability", "gradient")


@each("worked", "pairs", "large", "best", "one pair")
def rewards_agree(got, ideal, probe):
    """The implied reward is beta times the gain in log-probability over the reference, detached."""
    return _same(got, ideal, probe, "chosen", "rejected") or (Miss("The rewards still carry a gradient; detach them.") if any(got["rewards_tracked"]) else None)


@each("worked", "pairs", "large", "best", "one pair", "together")
def loss_agrees(got, ideal, probe):
    """The loss is the mean of minus log sigma of the difference of implied rewards, with its gradients."""
    return _same(got, ideal, probe, *(n for n in got if n.startswith(("loss", "gradient"))))
