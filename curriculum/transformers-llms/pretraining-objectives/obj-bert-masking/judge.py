"""Masked inputs: labels at the chosen places, the three fates, special tokens spared; the loss over labels alone."""

import math

import numpy as np
from gradus.judging import Miss, array, call, close, each, script

TOKENS = np.array([[0, 7, 12, 9, 5, 11, 6, 8, 13, 1, 2, 2]])
EXPECTED = {
    "the lesson's row": {"inputs": [[0, 7, 12, 9, 3, 3, 6, 15, 13, 1, 2, 2]], "labels": [[-100, -100, 12, -100, 5, 11, -100, 8, -100, -100, -100, -100]]},
    "loss of the lesson": (2 * math.log(2) + 2 * math.log(4)) / 4,
}

def ask(tokens, special, mask_id, vocabulary, seed, *probability):
    return script("masked", tokens, special, mask_id, vocabulary, seed, *probability, shown=f"mask_tokens({tokens.tolist() if tokens.size < 30 else f'tokens of shape {tokens.shape}'}, {special}, {mask_id}, {vocabulary}, np.random.default_rng({seed}){''.join(f', {p}' for p in probability)})")

def PROBES(rng):
    def seed():
        return int(rng.integers(0, 2**31))

    p = {"the lesson's row": ask(TOKENS, [0, 1, 2, 3], 3, 16, 639, 0.3)}
    p |= {"everything is chosen": ask(rng.integers(0, 30, (2, 12)), [0, 1, 2], 2, 30, seed(), 1.0), "nothing is chosen": ask(rng.integers(0, 9, (2, 5)), [0, 1], 1, 9, seed(), 0.0), "only special tokens": ask(np.array([[0, 1, 4, 4, 4]]), [0, 1, 4, 6], 6, 8, seed(), 0.9)}
    p["a number equal to the probability"] = ask(TOKENS, [0, 1, 2, 3], 3, 16, 5, float(np.random.default_rng(5).random(TOKENS.shape)[0, 4]))
    p |= {"special tokens anywhere": ask(rng.integers(0, 12, (3, 8)), [11, 0, 5, 7], 5, 12, seed(), 0.8), "one ordinary token": ask(np.array([[3, 0, 3, 3], [3, 3, 1, 3]]), [0, 1, 2], 2, 4, seed(), 0.9), "no rows": ask(np.zeros((0, 4), int), [0], 0, 5, seed())}
    p |= {f"drawn {i}": ask(rng.integers(0, 40, (int(rng.integers(1, 5)), int(rng.integers(5, 30)))), [0, 1, 2, 3], 3, 40, seed(), round(float(rng.uniform(0.1, 0.6)), 2)) for i in range(6)}
    some = [int(v) for v in rng.permutation(30)[:5]]
    p |= {"five sonnets": script("sonnets", some, seed(), shown=f"mask_tokens on sonnets {some} of Shakespeare"), "thirty sonnets": script("sonnets", list(range(30)), seed(), shown="mask_tokens on thirty sonnets of Shakespeare")}
    logits = np.log([[[0.5, 0.25, 0.25], [0.2, 0.2, 0.6], [0.25, 0.5, 0.25]], [[0.5, 0.25, 0.25], [0.9, 0.05, 0.05], [0.25, 0.25, 0.5]]]) + 3
    p["loss of the lesson"] = call("mlm_loss", logits, np.array([[0, -100, 0], [1, -100, 2]]))
    p |= {"loss, no label": call("mlm_loss", rng.normal(size=(2, 3, 4)), np.full((2, 3), -100)), "loss, one label": call("mlm_loss", rng.normal(size=(2, 3, 4)), np.array([[-100] * 3, [-100, 0, -100]]))}
    p["loss, labels in one row"] = call("mlm_loss", rng.normal(size=(2, 4, 5)) * 3, np.array([[1, 4, 0, 2], [-100, -100, 3, -100]]))
    p["loss, huge logits"] = call("mlm_loss", rng.normal(size=(2, 3, 4)) * 5000, np.array([[0, 1, -100], [-100, 3, 2]]))
    p["loss, NaN where nothing is asked"] = call("mlm_loss", np.where(np.array([[True, False, True]])[..., None], rng.normal(size=(1, 3, 4)), np.nan), np.array([[2, -100, 0]]))
    return p | {f"loss, drawn {i}": call("mlm_loss", rng.normal(size=(3, 6, 8)) * 2, np.where(rng.random((3, 6)) < 0.4, rng.integers(0, 8, (3, 6)), -100)) for i in range(3)}

MASKED = ("the lesson's", "everything", "nothing", "only", "special", "one", "a number", "no rows", "drawn", "five", "thirty")

@each(*MASKED)
def labels_where_chosen(got, ideal):
    """Labels hold the original token at exactly the chosen places; special tokens are never chosen."""
    if isinstance(got["labels"], list) or array(got["labels"]).shape == array(ideal["labels"]).shape:
        bad = (array(got["labels"]) != -100).sum(), (array(ideal["labels"]) != -100).sum()
        if bad[0] != bad[1]:
            return Miss(f"Yours has {bad[0]} labels, expected {bad[1]}.")
    return close(got["labels"], ideal["labels"], path="labels")

@each("thirty")
def shares(got, ideal):
    """Over thirty sonnets about 15 % of the words are chosen; 80, 10 and 10 % of these are masked, replaced and left."""
    words, seen = np.asarray(ideal["tokens"]), array(got["inputs"])
    chosen = array(got["labels"]) != -100
    n, k = int((words > 3).sum()), int(chosen.sum())
    found = {"chosen": (k / n, 0.15, n), "masked": (float(np.mean(seen[chosen] == 3)), 0.8, k), "left as they are": (float(np.mean(seen[chosen] == words[chosen])), 0.1, k)}
    wrong = [f"{share:.1%} are {name}, expected about {p:.0%}." for name, (share, p, m) in found.items() if abs(share - p) > 6 * math.sqrt(p * (1 - p) / m)]
    return Miss(wrong[0]) if wrong else None

@each(*MASKED)
def inputs_agree(got, ideal):
    """A chosen token becomes the mask, a random ordinary token or itself by its second number; all others stay."""
    return close(got["inputs"], ideal["inputs"], path="inputs")

@each("loss")
def loss_over_labels(got, ideal):
    """The loss is the mean over the labelled places alone."""
    return close(got, ideal, rtol=1e-9)
