"""A reward model: its parts exactly, and how it ranks hidden pairs by a utility that stays here and does not count words."""

import math

import numpy as np

from gradus.judging import Miss, Tensor, call, close, each, equal, script

WORDS, FIRST, LEAST, SHORT = 37, 13, 0.78, 0.65  # id 0 pads, 1 to 4 are topics, 5 to 12 manners, from 13 on the words of answers
EXPECTED = {
    "split, worked example": (Tensor("int64", np.array([0, 2, 5])), Tensor("int64", np.array([1, 3, 4]))),
    "last, worked example": Tensor("float32", np.array([0.5, 1.5])), "accuracy, worked example": 0.625,
    "loss, worked example": {"loss": Tensor("float64", np.array((math.log1p(math.exp(-2)) + math.log1p(math.exp(-1))) / 2))},
}
def tensor(a, dtype="float64"):
    return Tensor(dtype, np.asarray(a, dtype))
def texts(rng, m):
    """Two answers of 3 to 12 words to each of m prompts; a prompt is a topic and a manner."""
    prompt, found = rng.integers(0, 32, m), []
    for _ in range(2):
        body = np.where(np.arange(12) < rng.integers(3, 13, m)[:, None], rng.integers(FIRST, WORDS, (m, 12)), 0)
        found.append(np.c_[prompt % 4 + 1, prompt // 4 + 5, body])
    return prompt, *found
def utility(ids, world):
    """The mean over the words of an answer: what a word is worth, and 2 more where it belongs to the prompt's topic."""
    secret = np.random.default_rng([20260711, world])
    worth, topic = secret.normal(size=WORDS), secret.permutation(WORDS) % 4 + 1
    body = ids[:, 2:]
    return ((worth[body] + 2 * (topic[body] == ids[:, :1])) * (body > 0)).sum(1) / (body > 0).sum(1)
def judged(rng, world, m=4000):
    """Pairs as people judge them: mostly by utility, but fond of length, and one in ten at random the other way."""
    prompt, a, b = texts(rng, m)
    liking = 6 * (utility(a, world) - utility(b, world)) + (a > 0).sum(1) - (b > 0).sum(1)
    first = ((rng.random(m) < 1 / (1 + np.exp(-liking))) ^ (rng.random(m) < 0.1))[:, None]
    chosen, rejected = np.where(first, a, b), np.where(first, b, a)
    return {"prompt": tensor(prompt, "int64"), "chosen": tensor(chosen, "int64"), "rejected": tensor(rejected, "int64"), "chosen_mask": tensor(chosen > 0, "bool"), "rejected_mask": tensor(rejected > 0, "bool")}
def PROBES(rng):
    def masked(b, n, whole=False):
        return tensor(np.arange(n) < (n if whole else rng.integers(1, n + 1, b)[:, None]) + np.zeros((b, 1)), "bool")
    probes = {"split, worked example": call("split", tensor([4, 9, 4, 7, 9, 2], "int64"), 2)}
    probes["last, worked example"] = call("last_real", tensor([[0.1, 0.5, 9], [0.2, 0.3, 1.5]], "float32"), tensor([[1, 1, 0], [1, 1, 1]], "bool"))
    probes["loss, worked example"] = script("loss", tensor([3.0, 1.0]), tensor([1.0, 1.0]), tensor([0.0, 1.0]), shown="pair_loss([3, 1], [1, 1], [0, 1])")
    probes["accuracy, worked example"] = script("share", tensor([3, 1, 2, 0]), tensor([1, 2, 2, 5]), tensor([1, 1, 0, 0], "bool"), shown="accuracy([3, 1, 2, 0], [1, 2, 2, 5], [True, True, False, False])")
    for i in range(9):
        b, n, kinds = int(rng.integers(2, 7)), int(rng.integers(2, 7)), int(rng.integers(3, 9))
        prompts = np.concatenate([rng.permutation(40)[:kinds].repeat(2), rng.integers(0, 40, b)])
        probes[f"split {i}"] = call("split", tensor(rng.permutation(prompts), "int64"), int(rng.integers(1, kinds)))
        probes[f"last {i}"] = call("last_real", tensor(rng.normal(size=(b, n)), "float32"), masked(b, n, i == 0))
        x, y, lean = rng.normal(size=(3, b)) * (700 if i == 1 else 2)
        probes["loss, huge values" if i == 1 else f"loss {i}"] = script("loss", tensor(x), tensor(y), tensor(lean * (i > 2)), shown=f"pair_loss on {b} pairs, {'with' if i > 2 else 'without'} leaning")
        x, y = rng.integers(-2, 3, (2, 2 * b)) * (1.0 if i else 0.0)
        probes[f"accuracy {i}" if i else "accuracy, all equal"] = script("share", tensor(x), tensor(y), tensor(rng.random(2 * b) < 0.5, "bool"), shown=f"accuracy of {2 * b} pairs")
    ids = np.concatenate(texts(rng, 600)[1:])
    probes["trained"] = script("trained", WORDS, judged(rng, int(ids.sum())), tensor(ids, "int64"), tensor(ids > 0, "bool"), shown="train on 4,000 judged pairs, asked for the rewards of 600 hidden pairs")
    return probes
@each("split")
def no_prompt_on_both_sides(got, ideal):
    """Pairs with the largest prompt numbers are held out, all pairs of a prompt together."""
    return equal(got, ideal)
@each("last", "loss", "accuracy")
def parts_agree(got, ideal):
    """Scores are read at the last real token; the loss is the mean of minus log-likelihoods; equal rewards count half."""
    return close(got, ideal, rtol=1e-5, atol=1e-7)
@each("trained")
def padding_says_nothing(got):
    """Padding behind a text does not change its reward."""
    return None if got["moved by padding"] <= 1e-4 else Miss(f"Padding behind the text moves a reward by {got['moved by padding']:.3g}.")
@each("trained")
def ranks_hidden_pairs(got, ideal, probe):
    """Hidden pairs are ranked right: 65% of those in which the shorter answer is the better one, and 78% of all."""
    ids, rewards = probe.args[2].data, got["rewards"].data.astype(float)
    (r, s), (u, v), (m, n) = (np.split(x, 2) for x in (rewards, utility(ids, int(ids.sum())), (ids > 0).sum(1)))
    right, short = ((r > s) == (u > v)) & (r != s), ((u > v) == (m < n)) & (m != n)
    if (part := right[short].mean()) < SHORT:
        return Miss(f"Where the shorter answer is the better one, {part:.1%} of the pairs are ranked right, expected {SHORT:.0%}.")
    return None if right.mean() >= LEAST else Miss(f"{right.mean():.1%} of the hidden pairs are ranked right, expected {LEAST:.0%}; always the longer one gives 50%.")
