"""Shares after temperature, top-k and top-p in this order, and draws that follow them."""

import numpy as np
from scipy.stats import chi2

from gradus.judging import Miss, call, close, each, finite, script

LOGS = np.log([8.0, 4.0, 2.0, 1.0])
EXPECTED = {
    "worked example": [8 / 15, 4 / 15, 2 / 15, 1 / 15], "worked example, temperature": [64 / 85, 16 / 85, 4 / 85, 1 / 85],
    "worked example, top-k": [4 / 7, 2 / 7, 1 / 7, 0], "worked example, all three": [2 / 3, 1 / 3, 0, 0], "ties, temperature 0": [0, 1, 0, 0],
    "ties at k": [0.4, 0.2, 0.2, 0, 0.2], "ties in the nucleus": [0.5, 0.25, 0.25, 0, 0],
}
SHARES = ("worked", "temperature", "top-k", "nucleus", "warm", "k", "all", "ties", "p of", "small", "impossible", "huge", "one", "large")


def PROBES(rng):
    def ask(logits, **how):
        return call("shares", np.asarray(logits, dtype=float), **how)

    def scores(n=None, spread=2.0):
        return rng.normal(size=n or int(rng.integers(3, 12))) * spread

    def nucleus(logits):  # a p that no sum hits
        weights = np.exp(logits - logits.max())
        sums = np.cumsum(np.sort(weights / weights.sum())[::-1])
        i = int(rng.integers(0, len(sums)))
        low = sums[i - 1] if i else 0.0
        return float(low + rng.uniform(0.2, 0.8) * (min(sums[i], 1 - 1e-6) - low))

    probes = {"worked example": ask(LOGS), "worked example, temperature": ask(LOGS, temperature=0.5), "worked example, top-k": ask(LOGS, k=3)}
    probes["worked example, all three"] = ask(LOGS, temperature=1.0, k=3, p=0.85)
    for i in range(3):
        probes[f"temperature {i}"] = ask(scores(), temperature=float(rng.uniform(0.2, 3)))
        probes[f"top-k {i}"] = ask(scores(8), k=int(rng.integers(1, 8)))
        probes[f"nucleus {i}"] = ask(s := scores(), p=nucleus(s))
        probes[f"warm nucleus {i}"] = ask(s := scores(), temperature=(t := float(rng.choice([0.4, 2.5]))), p=nucleus(s / t))
        probes[f"k, then p {i}"] = ask(s := scores(9, 1.0), k=(k := int(rng.integers(3, 6))), p=nucleus(np.sort(s)[-k:]))
        probes[f"all filters {i}"] = ask(s := scores(12, 1.5), temperature=1.5, k=7, p=nucleus(np.sort(s)[-7:] / 1.5))
    probes |= {"temperature 0": ask(scores(), temperature=0.0), "temperature 0 with filters": ask(scores(6), temperature=0, k=3, p=0.5)}
    probes |= {"ties, temperature 0": ask([1.0, 4.0, 4.0, 2.0], temperature=0), "ties at k": ask(np.log([2.0, 1, 1, 0.5, 1]), k=2)}
    probes |= {"ties in the nucleus": ask(np.log([2.0, 1, 1, 1, 1]), p=0.65), "ties of many": ask(np.arange(300) % 3, p=0.31), "k beyond n": ask(scores(4), k=9), "k of n": ask(scores(5), k=5)}
    probes |= {"p of 1": ask([0.0, -50.0, -800.0, 3.0], p=1.0), "small p": ask(scores(), p=1e-6), "one token": ask([-3.0], k=1, p=0.3)}
    probes["impossible tokens"] = ask([-np.inf, 1.0, -np.inf, 0.5, 0.2], k=4, p=0.9)
    probes |= {"huge values": ask(scores(6) + 9000.0, temperature=0.7), "hugely negative": ask(scores(6) - 9000.0, k=4, p=0.7321)}
    probes["large"] = ask(s := scores(5000), temperature=1.2, k=400, p=nucleus(np.sort(s)[-400:] / 1.2))
    drawn = (scores(6, 1.0), 1.3, 5, 0.9), (np.log([6.0, 3.0, 1.0]), 1.0, None, 1.0), (scores(5), 0.0, None, 1.0), (scores(7, 1.0), 1.0, 2, 1.0), (scores(6, 0.5), 0.8, 3, 1.0)
    for i, how in enumerate(drawn):
        shown = f"3000 times sample(logits, {', '.join(map(str, how[1:]))}, rng) with {len(how[0])} logits"
        probes[f"draws {i}"] = script("counted", *how, int(rng.integers(1e6)), 3000, shown=shown)
    return probes


@each(*SHARES)
def keeps_the_right_ones(got, ideal):
    """Exactly the tokens that temperature, top-k and top-p leave have a share."""
    wrong = np.flatnonzero((np.asarray(got) > 0) != (ideal > 0))
    return finite(got) or (Miss(f"Token {wrong[0]} has the share {got[wrong[0]]:.4g}, expected {ideal[wrong[0]]:.4g}.") if len(wrong) else None)


@each(*SHARES)
def shares_agree(got, ideal):
    """The shares of what is left sum to 1 and are the softmax of its scaled logits."""
    return close(got, ideal, rtol=1e-9, atol=1e-9)


@each("draws")
def draws_follow_the_shares(got, ideal, probe):
    """Over many draws each token comes as often as its share says, and one with the share 0 never."""
    got, model = np.asarray(got), np.asarray(ideal)  # two samples of the same shares
    both = np.maximum(got + model, 1)
    far = float(((got - model) ** 2 / both).sum()) > chi2.isf(1e-9, max(1, (model > 0).sum() - 1))
    return Miss(f"Drawn {got.tolist()} times, expected about {model.tolist()}.") if far else None
