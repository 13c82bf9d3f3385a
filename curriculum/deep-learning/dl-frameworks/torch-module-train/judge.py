"""A training program: its parts exactly, its result by the score on rows whose labels stay here."""

import math
import numpy as np
from gradus.judging import Miss, Tensor, close, each, script

# p = (1/2, 1/2), x = 2: the gradient is (-1, 1), one SGD step of 0.5 gives (0.5, -0.5); x = 0 moves nothing; both losses are ln 2
EXPECTED = {"worked example": {"loss": math.log(2), "weights": [[0.5], [-0.5]]}}
TOL = {"rtol": 1e-3, "atol": 1e-5}

def rows(rng, n, d, classes):
    return Tensor("float32", rng.normal(size=(n, d)).astype("float32")), Tensor("int64", rng.integers(0, classes, n))

def spiral(rng, n, noise):
    arm, r = np.arange(n) * 3 // n, rng.uniform(0.3, 1.0, n)
    angle = 6 * r + arm * 2 * math.pi / 3 + rng.normal(size=n) * noise
    return Tensor("float32", np.stack([r * np.cos(angle), r * np.sin(angle)], 1).astype("float32")), Tensor("int64", arm)

def arms(points):  # the label of a held-out row, from where it lies; it never enters the box
    return np.rint((np.arctan2(points[:, 1], points[:, 0]) - 6 * np.hypot(*points.T)) * 1.5 / math.pi).astype(int) % 3


def PROBES(rng):
    probes = {"worked example": script("worked", shown="train_epoch on two examples, SGD with lr=0.5")}
    for n, d, k in ((5, 4, 3), (2, 7, 2)):
        probes[f"model {d} to {k}"] = script("new_model", rows(rng, n, d, k)[0], k, shown=f"make_model({d}, {k}) on {n} rows")
    for n, size in ((10, 4), (12, 3), (64, 7), (9, 20)):
        probes[f"loader of {n} by {size}"] = script("passes", n, size, shown=f"two passes over make_loader(X, y, {size}) with {n} rows")
    for n, size, momentum, times in ((8, 8, 0.0, 1), (13, 5, 0.0, 1), (10, 4, 0.0, 2), (12, 4, 0.9, 2), (130, 16, 0.0, 1)):
        drawn = (int(rng.integers(1e6)), *rows(rng, n, 3, 4), 4, size, {"lr": 0.2, "momentum": momentum}, times)
        probes[f"epoch {n} by {size}"] = script("epochs", *drawn, shown=f"{times} times train_epoch on {n} rows by {size}, batch normalisation in the model")
    for n in (1, 2, 40):
        probes[f"predict {n}"] = script("classes_of", int(rng.integers(1e6)), rows(rng, n, 3, 4)[0], 4, shown=f"predict on {n} rows, in training mode")
    probes["saved"] = script("saved", *rows(rng, 12, 3, 2), 2, 3, 4, shown="fit(X, y, 2, epochs=3, batch_size=4, path), 12 rows")
    probes["trained"] = script("trained", *spiral(rng, 300, 0.2), 3, 40, 32, spiral(rng, 300, 0.0)[0], shown="fit on 300 rows of the spiral, 40 epochs")
    return probes


@each("model")
def gives_logits(got, ideal, probe):
    """make_model gives one logit per class, not probabilities: cross_entropy does the softmax itself."""
    return Miss("Each row of a new model's output is a softmax already.") if got["shares"] else close(got["shape"], ideal["shape"], path="the shape")


@each("loader")
def loads_all_rows_shuffled(got, ideal, probe):
    """Every pass brings every row once, with its label, in batches of batch_size (the last may be smaller), in a new order."""
    wrong = next((k for k in ("every_row_once", "labels_belong", "in_given_order", "same_order_twice", "sizes") if got[k] != ideal[k]), None)
    return wrong and Miss(f"In two passes, {wrong.replace('_', ' ')}: {got[wrong]}, expected {ideal[wrong]}.")


@each("worked", "epoch")
def each_batch_one_step(got, ideal, probe):
    """Each batch makes one step with its own gradient, in training mode."""
    return close({**got, "loss": 0}, {**ideal, "loss": 0}, **TOL)


@each("worked", "epoch")
def loss_per_example(got, ideal, probe):
    """train_epoch returns the mean loss over the examples, each counted once."""
    return close(got["loss"], ideal["loss"], **TOL, path="loss")


@each("predict")
def predicts_in_evaluation_mode(got, ideal, probe):
    """predict gives the classes in evaluation mode and leaves the running statistics alone."""
    return close(got, ideal, **TOL)


@each("saved")
def saves_the_state(got, ideal, probe):
    """fit returns one loss (a float) per epoch and saves a state dict that a new model of make_model can load."""
    return Miss(f"At path lies {got['saved']}; floats returned: {max(0, got['losses'])}, expected 3.") if got != ideal else None


@each("trained")
def reaches_the_score(got, ideal, probe):
    """The reloaded model gets at least 85 % of 300 held-out rows right."""
    right = float(np.mean(np.asarray(got["predictions"]) == arms(probe.args[5].data)))
    return None if right >= 0.85 else Miss(f"{right:.0%} of the held-out rows are right, expected at least 85 %.")
