"""Where Adam and AdamW take the parameters, step by step."""

import numpy as np

from gradus.judging import Miss, close, each, script

HALF = {"lr": 0.1, "betas": (0.5, 0.75), "eps": 0.0}
EXPECTED = {  # by hand: the averages are 1, 1 and then 0, 1
    "worked example": {"values": [[[0.9], [0.9]]], "gradients_changed": False},
    "decay worked example": {"values": [[[0.85], [0.8075]]], "gradients_changed": False},
}
TOL = {"rtol": 1e-5, "atol": 1e-9}


def follow(kind, params, grads, settings):
    what = ", ".join(f"{k}={v:g}" if isinstance(v, float) else f"{k}={v}" for k, v in settings.items())
    shown = f"{kind}(params{', ' if what else ''}{what}), then {len(grads)} step{'s' if len(grads) > 1 else ''}"
    return script("follow", kind, params, grads, settings, shown=shown)


def drawn(rng, steps, *shapes, scale=1.0):
    return [rng.normal(size=s) for s in shapes], [[rng.normal(size=s) * scale for s in shapes] for _ in range(steps)]


def PROBES(rng):
    one, two = [np.array([1.0])], [[np.array([2.0])], [np.array([-1.0])]]
    probes = {"worked example": follow("Adam", one, two, HALF)}
    probes["decay worked example"] = follow("AdamW", one, two, {**HALF, "weight_decay": 0.5})
    decay, plain, tiny = {"lr": 0.1, "weight_decay": 0.3}, {"lr": 0.05, "weight_decay": 0.0}, {"lr": 0.1, "eps": 1e-4, "betas": (0.8, 0.95)}
    probes["first step"] = follow("Adam", *drawn(rng, 1, (4,), scale=100.0), plain)
    for kind in ("Adam", "AdamW"):
        probes[f"no decay {kind}"] = follow(kind, *drawn(rng, 5, (3,), (2, 2)), plain)
        params, grads = drawn(rng, 4, (3,), (2,))
        probes[f"decay alone {kind}"] = follow(kind, params, [[g * 0.0 for g in gs] for gs in grads], decay)
        probes[f"decay {kind}"] = follow(kind, *drawn(rng, 6, (3,), (2, 2)), decay)
        probes[f"defaults {kind}"] = follow(kind, *drawn(rng, 3, (5,), scale=3.0), {})
        probes[f"tiny gradients {kind}"] = follow(kind, *drawn(rng, 4, (4,), scale=1e-4), tiny)
        probes[f"defaults, tiny gradients {kind}"] = follow(kind, *drawn(rng, 2, (4,), scale=1e-8), {})
        probes[f"huge gradients {kind}"] = follow(kind, *drawn(rng, 3, (4,), scale=1e12), {"lr": 0.01})
        params, grads = drawn(rng, 6, (2,), (3,), (2,))
        grads[0][1] = grads[1][1] = grads[3][0] = grads[4][1] = grads[4][0] = grads[4][2] = None
        probes[f"missing gradients {kind}"] = follow(kind, params, grads, decay)
        state = (kind, *drawn(rng, 3, (2,), (2,)), decay)
        probes[f"two optimisers {kind}"] = script("two_at_once", *state, shown=f"two {kind} objects, stepped in turn")
        probes[f"large {kind}"] = follow(kind, *drawn(rng, 3, (40, 30), (30,)), decay)
    long = ("Adam", rng.normal(size=2), rng.normal(size=(4000, 2)) + 0.3, {"lr": 0.001, "weight_decay": 0.1}, 400)
    probes["4000 steps"] = script("long_run", *long, shown="Adam, 4000 steps of one parameter")
    return probes


@each()
def gradients_stay(got, ideal, probe):
    """The gradients handed to `step` stay as they are."""
    return Miss("After step, a gradient array holds other values than before.") if got["gradients_changed"] else None


@each("first", "worked", "no decay", "tiny", "defaults, tiny", "huge")
def moves_in_place(got, ideal, probe):
    """`step` changes the caller's own arrays."""
    before, after = probe.args[1][0], np.asarray(got["values"][0][0])
    return Miss("After one step the caller's array still holds its first values.") if np.array_equal(before, after) else None


@each("first step")
def first_step_is_the_learning_rate(got, ideal, probe):
    """Without decay the first step of Adam is as long as the learning rate, however large the gradient."""
    return close(np.abs(np.asarray(got["values"][0][0]) - probe.args[1][0]), np.full(4, probe.args[3]["lr"]), 1e-6, path="the step")


@each("decay alone AdamW")
def decay_is_a_factor(got, ideal, probe):
    """With zero gradients AdamW multiplies every parameter by 1 - lr weight_decay, each step."""
    return close(got["values"], ideal["values"], **TOL, path="values")


@each()
def path_agrees(got, ideal, probe):
    """Every parameter is where the definition says, after every step."""
    return close(got["values"], ideal["values"], **TOL, path="values")
