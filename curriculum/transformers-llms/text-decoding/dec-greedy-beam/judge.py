"""Greedy and beam search: the text that is found, its score, and what the model was asked."""

import math

from gradus.judging import Miss, close, each, equal, script

EXPECTED = {
    "worked example, greedy": {"tokens": [1, 1], "asked_when_done": 0},
    "worked example": {"tokens": [2, 0], "score": math.log(0.36)},
    "worked example, per token": {"tokens": [2, 0], "score": math.log(0.36) / 2},
    "worked example, width 1": {"tokens": [1, 1], "score": math.log(0.2)},
}


def PROBES(rng):
    def drawn(words=5, sharp=1.5, ending=0.0, kind="drawn"):
        return kind, int(rng.integers(1, 10**6)), words, sharp, ending

    def greedily(model, end, longest):
        return script("greedily", model, end, longest, shown=f"greedy with {model[2]} tokens, end {end}, at most {longest}")

    def beamed(model, end, longest, width, alpha):
        shown = f"beam with {model[2]} tokens, end {end}, at most {longest}, width {width}, alpha {alpha:g}"
        return script("beamed", model, end, longest, width, alpha, shown=shown)

    table = "table", 0, 3, 0.0, 0.0
    probes = {"worked example, greedy": greedily(table, 0, 2), "worked example": beamed(table, 0, 2, 2, 0.0)}
    probes["worked example, per token"] = beamed(table, 0, 2, 2, 1.0)
    probes["worked example, width 1"] = beamed(table, 0, 2, 1, 0.0)
    probes["one token"] = beamed(drawn(3), 1, 1, 2, 1.0)
    for i in range(3):
        probes[f"greedy {i}"] = greedily(drawn(ending=0.5), int(rng.integers(0, 5)), int(rng.integers(4, 12)))
        probes[f"greedy, ties {i}"] = greedily(drawn(4, kind="coarse"), int(rng.integers(0, 4)), 8)
        probes[f"plain sums {i}"] = beamed(drawn(ending=-0.5), int(rng.integers(0, 5)), 5, int(rng.integers(2, 5)), 0.0)
        probes[f"per token {i}"] = beamed(drawn(ending=1.0), int(rng.integers(0, 5)), 7, int(rng.integers(2, 5)), 1.0)
        probes[f"between {i}"] = beamed(drawn(ending=0.7), int(rng.integers(0, 5)), 6, 3, float(rng.uniform(0.4, 0.9)))
        probes[f"favours length {i}"] = beamed(drawn(ending=1.0), 2, 6, 3, 2.0)
        probes[f"ties {i}"] = beamed(drawn(4, kind="coarse"), int(rng.integers(0, 4)), 5, 3, float(i % 2))
        probes[f"impossible tokens {i}"] = beamed(drawn(6, kind="holes"), int(rng.integers(0, 6)), 5, 3, 1.0)
    for i in range(2):
        probes[f"ties for the last place {i}"] = beamed(("tied", 0, 3, 0.0, 0.0), 0, 3 + i, 2, float(i))
    probes["never ends"] = beamed(drawn(ending=-30.0), 0, 6, 3, 1.0)
    probes["all texts"] = beamed(drawn(3), 0, 4, 200, 1.0)
    probes["long"] = beamed(drawn(4, 6.0, -40.0), 3, 350, 2, 1.0)
    probes["long, small shares"] = beamed(drawn(30, 0.1, -40.0), 3, 320, 2, 1.0)
    return probes


@each("worked example, greedy", "greedy")
def greedy_agrees(got, ideal):
    """Greedy search takes the most probable token each time and ends with the end token or at the limit."""
    return equal(got["tokens"], ideal["tokens"], "tokens")


@each()
def asks_only_about_open_texts(got, ideal):
    """The model is never asked about a text that is finished or as long as allowed."""
    return Miss(f"step was asked {got['asked_when_done']} times about a text that is done.") if got["asked_when_done"] else None


@each("worked example, width", "worked example, per", "one token", "plain", "per token", "between", "favours", "ties", "impossible", "never", "all", "long")
def finds_the_text(got, ideal, probe):
    """The text is the one with the best score on the pile."""
    return equal(got["tokens"], ideal["tokens"], "tokens")


@each("worked example, width", "worked example, per", "one token", "plain", "per token", "between", "favours", "ties", "impossible", "never", "all", "long")
def scores_it(got, ideal, probe):
    """The score is the sum of logs over the number of tokens to the power alpha."""
    return close(got["score"], ideal["score"], rtol=1e-9, path="score")
