"""Rewards for each token, advantages, and the clipped loss with its gradient; nothing outside the answers counts."""

import math

import numpy as np

from gradus.judging import Miss, Tensor, call, close, each, script


def tensor(a):
    return Tensor("float64", np.asarray(a, float))


EXPECTED = {
    "rewards, worked example": tensor([[-0.1, 1.1]]), "advantages, worked example": (tensor([[0.35, 0.5]]), tensor([[0.75, 1.1]])),
    "loss, worked example": {"loss": tensor(-0.51), "gradient": tensor([[0.0, 0.0]])},
}
TOL = {"rtol": 1e-6, "atol": 1e-8}


def PROBES(rng):
    def mask(b, n, whole=False):
        start = rng.integers(0, n // 2, b)[:, None] * (not whole)
        stop = rng.integers(n // 2 + 1, n + 1, b)[:, None] if not whole else n
        return Tensor("bool", (np.arange(n) >= start) & (np.arange(n) < stop))

    def numbers(*shape, spread=1.0):
        return tensor(rng.normal(size=shape) * spread)

    def near(old, spread):
        return tensor(old.data + rng.normal(size=old.data.shape) * spread)
    def loss(new, old, gain, flags, epsilon):
        return script("loss_and_gradient", new, old, gain, flags, epsilon, shown=f"policy_loss on a batch of shape {old.data.shape}, epsilon={epsilon:g}")

    two = Tensor("bool", np.ones((1, 2), bool))
    first, second = tensor([[-1.0, -2.0]]), tensor([[-2.0, -1.0]])
    probes = {"rewards, worked example": call("shaped_rewards", tensor([1.0]), first, second, two, 0.1)}
    probes["advantages, worked example"] = call("advantages", tensor([[-0.1, 1.1]]), tensor([[0.4, 0.6]]), two, 1.0, 0.5)
    probes["loss, worked example"] = loss(tensor(first.data + math.log(1.5)), first, tensor([[0.35, 0.5]]), two, 0.2)
    for i in range(5):
        b, n = int(rng.integers(2, 5)), int(rng.integers(4, 9))
        whole, gamma = i == 0, float(rng.uniform(0.8, 1.0))
        old, flags = numbers(b, n), mask(b, n, whole)
        probes[f"rewards {i}"] = call("shaped_rewards", numbers(b, spread=3.0), old, near(old, 1.0), flags, float(rng.uniform(0.05, 0.5)))
        probes[f"advantages {i}"] = call("advantages", numbers(b, n), numbers(b, n), flags, gamma, float(rng.uniform(0.3, 0.98)))
        probes[f"loss {i}"] = loss(near(old, 0.3), old, numbers(b, n), flags, float(rng.uniform(0.1, 0.3)))
        args = numbers(b), old, near(old, 0.5), numbers(b, n), near(old, 0.4), flags, 0.2, gamma, 0.9, 0.2
        probes[f"all three {i}"] = script("whole", *args, shown="the three functions, one after the other")
    b, n, old, flags = 3, 6, numbers(3, 6), mask(3, 6)
    probes["advantages, lambda 0"] = call("advantages", numbers(b, n), numbers(b, n), flags, 0.9, 0.0)
    probes["advantages, lambda 1, no discount"] = call("advantages", numbers(b, n), numbers(b, n), flags, 1.0, 1.0)
    probes["advantages of one token"] = call("advantages", numbers(1, 1), numbers(1, 1), Tensor("bool", np.ones((1, 1), bool)), 0.9, 0.9)
    probes["loss, first step"] = loss(old, old, numbers(b, n), flags, 0.2)
    for name, shift, sign in (("too high, good", 0.9, 1), ("too high, bad", 0.9, -1), ("too low, good", -0.9, 1), ("too low, bad", -0.9, -1)):
        gain = tensor(sign * (np.abs(rng.normal(size=(b, n))) + 0.1))
        probes[f"loss, ratios {name}"] = loss(tensor(old.data + shift), old, gain, flags, 0.2)
    wild = tensor(np.where(flags.data, old.data, 300.0))
    probes["loss, wild padding"] = loss(tensor(np.where(flags.data, old.data + 0.1, -600.0)), wild, numbers(b, n), flags, 0.2)
    probes["loss, wild padding upwards"] = loss(tensor(np.where(flags.data, old.data + 0.1, 1200.0)), wild, numbers(b, n), flags, 0.2)
    return probes


@each("rewards", "advantages")
def tokens_agree(got, ideal):
    """Rewards, advantages and returns are right at each token of the answer, and 0 elsewhere."""
    return close(got, ideal, **TOL)


@each("loss")
def clipped_where_it_went_too_far(got, ideal, probe):
    """The gradient is zero where clipping binds and outside the answer, and nowhere else."""
    got, want = got["gradient"].data != 0, ideal["gradient"].data != 0
    places = np.argwhere(got != want)
    return Miss(f"At {places[0].tolist()} the gradient is {'not ' if got[tuple(places[0])] else ''}zero.") if len(places) else None


@each("loss", "all three")
def loss_agrees(got, ideal):
    """The loss is minus the mean of the smaller gain over all answer tokens, with its gradient."""
    return close(got, ideal, **TOL)
