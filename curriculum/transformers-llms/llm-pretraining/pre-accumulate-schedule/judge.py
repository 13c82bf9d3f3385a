"""Accumulated gradients that are those of the whole batch, one step and one rate for each update."""

import math

import numpy as np
from gradus.judging import Miss, Tensor, call, close, each, script

LESSON = {"peak": 0.4, "warmup": 4, "total": 12, "floor": 0.04}
EXPECTED = {
    "rate of update 0": 0.1, "rate of update 3": 0.4, "rate of update 4": 0.4, "rate of update 8": 0.22, "rate of update 12": 0.04,
    "the lesson's batches": {"loss": 1.75 * math.log(2)},
}
TOL = {"rtol": 1e-5, "atol": 1e-7}

def batch(rng, rows, length, words=7, share=0.7):
    """Inputs and labels; `share` of the places are labelled."""
    labels = np.where(rng.random((rows, length)) < share, rng.integers(0, words, (rows, length)), -100)
    return Tensor("int64", rng.integers(0, words, (rows, length))), Tensor("int64", labels)

def some(rng, n):
    return [batch(rng, int(rng.integers(1, 4)), int(rng.integers(2, 7)), share=float(rng.choice([0.15, 0.5, 1.0]))) for _ in range(n)]

def PROBES(rng):
    p = {f"rate of update {s}": call("learning_rate", s, **LESSON) for s in (0, 1, 3, 4, 5, 8, 11, 12, 13, 25)}
    p |= {"rate without warm-up": call("learning_rate", 0, 0.3, 0, 5), "rate without a floor": call("learning_rate", 9, 1.0, 2, 10), "rate of a short run": call("learning_rate", 1, 0.5, 1, 2, 0.1)}
    for i in range(6):
        total = int(rng.integers(5, 60))
        p[f"rate, drawn {i}"] = call("learning_rate", int(rng.integers(0, total + 5)), float(rng.uniform(0.1, 1)), int(rng.integers(0, total // 2)), total, float(rng.uniform(0, 0.1)))
    logits = np.log([[1 / 16] + [1 / 16] * 15, [1 / 2] + [1 / 30] * 15])
    one, three = (Tensor("int64", np.array([[0, 0]])), Tensor("int64", np.array([[0, -100]]))), (Tensor("int64", np.array([[1, 1, 1]])), Tensor("int64", np.zeros((1, 3), int)))
    p["the lesson's batches"] = script("table", logits, [one, three], shown="accumulate on the lesson's two micro-batches")

    def ask(name, batches, dirty=False):
        sizes = ", ".join(f"{int((y.data != -100).sum())} labels in {x.data.shape}" for x, y in batches)
        p[f"gradient, {name}"] = script("accumulated", 7, int(rng.integers(1, 10**6)), batches, dirty, shown=f"accumulate(model, micro-batches with {sizes})")

    ask("one micro-batch", some(rng, 1)), ask("equal ones", [batch(rng, 2, 4, share=1.0) for _ in range(2)]), ask("two that differ", [batch(rng, 1, 2, share=1.0), batch(rng, 3, 6, share=1.0)])
    ask("mostly padding", [batch(rng, 3, 6, share=0.1), batch(rng, 2, 5, share=1.0)]), ask("one without labels", [batch(rng, 2, 3, share=0.0), batch(rng, 2, 4)]), ask("no labels at all", [batch(rng, 2, 3, share=0.0)])
    ask("a single label", [batch(rng, 1, 1, share=1.0), batch(rng, 1, 3, share=0.0)]), ask("old gradients", some(rng, 2), True), ask("drawn 0", some(rng, 3)), ask("drawn 1", some(rng, 5))

    def run(name, updates, peak, warmup, **more):
        said = ", ".join([f"{peak}", f"{warmup}", *(f"{k}={v}" for k, v in more.items())])
        p[f"training, {name}"] = script("trained", 7, int(rng.integers(1, 10**6)), updates, peak, warmup, more, 6.0 if name == "by default" else 0.7, shown=f"train(model, {len(updates)} updates of {', '.join(str(len(u)) for u in updates)} micro-batches, {said})")

    full = [[batch(rng, 2, 5, share=1.0) for _ in range(int(rng.integers(1, 4)))] for _ in range(4)]
    run("one update", [[batch(rng, 2, 4, share=1.0)]], 0.1, 0), run("never clipped", full, 0.5, 2, clip=1e6), run("always clipped", full, 0.5, 1, clip=0.05, floor=0.01), run("by default", full, 0.5, 1)
    run("sometimes clipped", [[batch(rng, 2, 5, share=1.0), batch(rng, 1, 2, share=1.0)] for _ in range(6)], 1.5, 2, clip=0.6, floor=0.1)
    lines = [[[int(v) for v in rng.integers(0, 84, n)] for n in (1, 4, 2)] for _ in range(5)]
    p["training, on sonnets"] = script("sonnets", int(rng.integers(1, 10**6)), lines, 1.0, 2, {"floor": 0.1}, shown="train on lines of Shakespeare's sonnets, 5 updates of micro-batches with 1, 4 and 2 lines")
    return p

@each("rate")
def schedule(got, ideal):
    """The rate rises in a straight line, falls along half a cosine to the floor, and stays there."""
    return close(got, ideal, rtol=1e-9, atol=1e-12)

@each("the lesson", "gradient")
def mean_over_tokens(got, ideal):
    """The loss is the mean over all labels, whatever micro-batch they stand in."""
    return close(got["loss"], ideal["loss"], **TOL)

@each("the lesson", "gradient")
def gradient_of_the_whole(got, ideal):
    """The gradient left in the parameters is that of the whole batch's mean, and nothing from before."""
    return close(got["gradients"], ideal["gradients"], **TOL, path="gradients")

@each("the lesson", "gradient", "training")
def one_micro_batch_at_a_time(got):
    """The model is called at most once for each micro-batch, and never with two together."""
    return None if got["calls kept apart"] else Miss("The model was called more often, or with more rows, than there are in a micro-batch.")

@each("training")
def one_rate_an_update(got, ideal):
    """Each update has one rate, that of its number among all updates."""
    return close(got["rates"], ideal["rates"], **TOL, path="rates")

@each("training")
def weights_afterwards(got, ideal):
    """Losses and weights are those of gradient descent with one clipped step an update."""
    return close(got["losses"], ideal["losses"], **TOL, path="losses") or close(got["weights"], ideal["weights"], rtol=1e-5, atol=1e-5, path="weights")
