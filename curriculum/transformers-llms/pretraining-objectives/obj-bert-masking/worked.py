"""The figures of the lesson, computed with the solution."""

import numpy as np
from answer import mask_tokens, mlm_loss

NUMBERS = {  # as the table of the lesson prints them
    "first": [0.91, 0.84, 0.23, 0.75, 0.02, 0.26, 0.54, 0.18, 0.50, 0.26, 0.02, 0.12],
    "second": {2: 0.92, 4: 0.14, 5: 0.02, 7: 0.87},
}


def worked():
    """One row of twelve tokens, its drawn numbers, inputs and labels, and a loss."""
    tokens, special, vocabulary, probability, seed = np.array([[0, 7, 12, 9, 5, 11, 6, 8, 13, 1, 2, 2]]), [0, 1, 2, 3], 16, 0.3, 639
    inputs, labels = mask_tokens(tokens, special, 3, vocabulary, np.random.default_rng(seed), probability)
    rng = np.random.default_rng(seed)
    first, second = rng.random(tokens.shape)[0], rng.random(tokens.shape)[0]
    ordinary = [t for t in range(vocabulary) if t not in special]
    third = rng.integers(0, len(ordinary), size=tokens.shape)[0]
    shown = {i: round(float(second[i]), 2) for i in np.flatnonzero(labels[0] >= 0)}
    if first.round(2).tolist() != NUMBERS["first"] or shown != NUMBERS["second"]:
        raise ValueError(f"drawn are {first.round(2)}, {shown}")
    if inputs.tolist() != [[0, 7, 12, 9, 3, 3, 6, 15, 13, 1, 2, 2]] or {*shown} != {2, 4, 5, 7}:
        raise ValueError("the rows of the table are others")
    logits = np.full((1, 12, vocabulary), np.nan)
    for i, share in zip(shown, (0.5, 0.5, 0.25, 0.25)):
        logits[0, i] = np.log((1 - share) / (vocabulary - 1))
        logits[0, i, labels[0, i]] = np.log(share)
    return [
        [tokens, special, vocabulary, len(ordinary), min(ordinary), max(ordinary), probability, seed],
        [len(shown), third[7], inputs, [int(v) for v in labels[0] if v >= 0]],
        [0.5, 0.25, mlm_loss(logits, labels)],
    ]
