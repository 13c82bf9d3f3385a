"""Next-token functions from a seed or a table, and what a search asked of them."""

import numpy as np

import answer

TABLE = {(): [0.1, 0.5, 0.4], (1,): [0.2, 0.4, 0.4], (2,): [0.9, 0.05, 0.05]}

# of [1, 1] and [2, 1], whose sums are equal, one has the last place of two; what follows [1, 1] is the best of all
TIED = {(): [-9, -1, -0.5], (1,): [-9, -1, -9], (2,): [-9, -1.5, -1], (1, 1): [-0.25, -9, -9]}


def _model(kind, seed, words, sharp, ending, end):
    """kind: table | tied | drawn | coarse (sums that tie) | holes (some tokens impossible)"""

    def step(tokens):
        if kind == "table":
            return np.log(TABLE[tuple(tokens)])
        if kind == "tied":
            return np.array(TIED.get(tuple(tokens), [-3, -3, -3]), dtype=float)
        draw = np.random.default_rng([seed, *tokens])
        if kind == "coarse":
            return -draw.integers(1, 4, words) / 2
        logits = draw.normal(size=words) * sharp
        logits[end] += ending
        if kind == "holes":
            logits[draw.integers(0, words, words // 2)] = -np.inf
            logits[draw.integers(0, words)] = 0.0
        return logits - np.logaddexp.reduce(logits)

    return step


def _watched(model, end, longest):
    """The model with an eye on what it is asked; its answers cannot be changed from outside."""
    step, asked = _model(*model, end), {"finished": 0}

    def watched(tokens):
        tokens = [int(t) for t in tokens]
        if end in tokens or len(tokens) >= longest:
            asked["finished"] += 1
            if len(tokens) > longest + 5:
                raise RecursionError("step was asked about a text far longer than allowed")
            if model[0] == "table":
                return np.log([0.2, 0.5, 0.3])
        return np.array(step(tokens), dtype=float)

    return watched, asked


def greedily(model, end, longest):
    """The tokens of greedy search, and how often step was asked about texts that were done."""
    step, asked = _watched(model, end, longest)
    return {"tokens": answer.greedy(step, end, longest), "asked_when_done": asked["finished"]}


def beamed(model, end, longest, width, alpha):
    """Tokens and score of beam search, and how often step was asked about texts that were done."""
    step, asked = _watched(model, end, longest)
    found = answer.beam(step, end, longest, width, alpha)
    if not isinstance(found, (tuple, list)) or len(found) != 2:
        raise TypeError(f"beam must return the pair (tokens, score), not {type(found).__name__}")
    return {"tokens": [int(t) for t in found[0]], "score": float(found[1]), "asked_when_done": asked["finished"]}
