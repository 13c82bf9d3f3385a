"""Training a sequence model: schedule, measure and decoding exactly, the result on held-out sequences whose answers stay here."""

import numpy as np

from gradus.judging import Miss, Tensor, call, close, each, script

EXPECTED = {"rate, worked": [0.25, 0.5, 0.75, 1, 1, 5 / 6, 4 / 6, 3 / 6, 2 / 6, 1 / 6], "match, worked": 0.5}


def ints(a):
    return Tensor("int64", np.asarray(a, "int64"))


def padded(rng, b, n, words):
    lengths = rng.integers(min(2, n), n + 1, b)
    return np.where(np.arange(n) < lengths[:, None], rng.integers(2, words, (b, n)), 0), lengths


def in_order(rows, rank):
    """Each row sorted by the rank of its symbols, padding last."""
    return np.take_along_axis(rows, np.where(rows > 0, rank[rows], 99).argsort(1), 1)


def ranks(target):
    """How many symbols come before each one in sorted rows."""
    before = np.zeros((10, 10))
    for i in range(3):
        for row in target[target[:, i + 1] > 0]:
            before[row[i], row[i + 1 :][row[i + 1 :] > 0]] = 1
    return before.sum(0)


def PROBES(rng):
    probes = {"rate, worked": script("rates", 4, 10, shown="rate_factor(step, 4, 10) for the steps 0 to 9")}
    for warmup, steps in ((1, 2), (1, 6), (5, 6), *((int(w), int(w + s)) for w, s in rng.integers(2, 20, (5, 2)))):
        probes[f"rate, {warmup} of {steps}"] = script("rates", warmup, steps, shown=f"rate_factor(step, {warmup}, {steps}) for the steps 0 to {steps - 1}")
    probes["match, worked"] = call("exact_match", ints([[4, 7, 2], [5, 3, 9]]), ints([[4, 7, 2], [5, 8, 0]]), ints([3, 2]))
    for i in range(12):
        target, lengths = padded(rng, int(rng.integers(3, 9)), 4, 10)
        wrong = (rng.random(target.shape) < 0.15) | ((np.arange(4) >= lengths[:, None]) & (rng.random(target.shape) < 0.5))
        probes[f"match {i}"] = call("exact_match", ints(np.where(wrong, 12 - target, target)), ints(target), ints(lengths))
    for name, row, k in (("first place wrong", [9, 3, 4], 3), ("last real place wrong", [2, 9, 4], 2), ("wrong behind the end", [2, 3, 9], 2), ("all right", [2, 3, 4], 3), ("length 1", [2, 9, 9], 1)):
        probes[f"match, {name}"] = call("exact_match", ints([row, [2, 3, 4]]), ints([[2, 3, 4]] * 2), ints([k, 3]))
    for i in range(15):
        given = padded(rng, 1 + i % 3, int(rng.integers(1, 7)), 9)
        shown = f"greedy on a model of ours, sources of shape {given[0].shape} with lengths {given[1].tolist()}"
        probes[f"decoded {i}"] = script("decoded", 9, int(rng.integers(1e6)), *map(ints, given), shown=shown)
    rows = 2 + rng.permuted(np.tile(np.arange(8), (3000, 1)), axis=1)[:, :4]
    rows = rng.permutation(np.unique(np.where(np.arange(4) < rng.integers(2, 5, (3000, 1)), rows, 0), axis=0))
    pairs, held = (rows[200:], (rows[200:] > 0).sum(1), in_order(rows[200:], rng.permutation(10))), (rows[:200], (rows[:200] > 0).sum(1))
    return probes | {"trained": script("trained", 10, *map(ints, (*pairs, *held)), shown=f"fit on {len(pairs[0])} pairs, then 200 other sequences")}


@each("rate")
def warms_up_and_comes_down(got, ideal, probe):
    """The rate rises linearly to its full size over the warm-up and falls linearly to the end."""
    return close(got, ideal, rtol=1e-6, atol=1e-6)


@each("match")
def whole_sequences(got, ideal, probe):
    """A sequence counts if it is right at every real place; the measure is the share of such sequences."""
    return close(got, ideal, rtol=0, atol=1e-6)


@each("decoded")
def reads_its_own_output(got, ideal, probe):
    """Each token is the best one after the model's own tokens before it; behind the length stands 0."""
    return close(got, ideal)


@each("trained")
def sorts(got, ideal, probe):
    """At least 95 % of 200 new sequences come out exactly sorted, and no place sees later target tokens."""
    if got["sees_later"]:
        return Miss("Changing later target tokens changes the logits of earlier places: in training the model could see what it should predict.")
    held = probe.args[4].data
    right = np.asarray(got["output"].data) == in_order(held, ranks(probe.args[3].data))
    whole, tokens = right.all(1).mean(), right[held > 0].mean()
    return None if whole >= 0.95 else Miss(f"{whole:.0%} of the sequences are exactly right ({tokens:.0%} of the tokens), expected at least 95 %.")
