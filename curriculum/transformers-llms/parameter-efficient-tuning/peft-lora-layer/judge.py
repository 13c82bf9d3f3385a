"""A LoRA layer: its start, its correction, its gradients, and merging there and back."""

import numpy as np

from gradus.judging import Miss, Tensor, close, each, equal, script


def tensor(a, dtype="float64"):
    return Tensor(dtype, np.asarray(a, dtype))


OUT, WEIGHT = tensor([[19.0, 1.0]]), tensor([[7.0, 12.0], [0.0, 1.0]])
EXPECTED = {
    "worked example": [{"after": "", "frozen": [1], "output": OUT, "weight": tensor(np.eye(2)), "merged": 0}, {"after": "merge", "frozen": [1], "output": OUT, "weight": WEIGHT, "merged": 1}]
}


def PROBES(rng):
    def drawn(*shape, dtype="float64"):
        return tensor(rng.normal(size=shape), dtype)

    def sizes():
        return int(rng.integers(2, 7)), int(rng.integers(2, 7)), int(rng.integers(2, 4))

    def layer(bias=True, dtype="float64", batch=(3,)):
        out, n, r = sizes()
        alpha = float(rng.choice([1, 5, 16]))
        return drawn(out, n, dtype=dtype), drawn(out, dtype=dtype) if bias else None, drawn(r, n, dtype=dtype), drawn(out, r, dtype=dtype), alpha, drawn(*batch, n, dtype=dtype)

    eye = tensor(np.eye(2)), None, tensor([[1.0, 2.0]]), tensor([[3.0], [0.0]]), 2, tensor([[1.0, 1.0]])
    probes = {"worked example": script("acted", *eye, ["merge"], shown="the worked example, then merge()")}
    for i, bias in enumerate((True, False, True)):
        out, n, r = sizes()
        args = drawn(out, n), drawn(out) if bias else None, r, 2 * r, drawn(2, n)
        probes[f"new {i}"] = script("new", *args, shown=f"LoRALinear(Linear({n}, {out}, bias={bias}), {r}, {2 * r})")
    probes["new in float32"] = script("new", drawn(4, 3, dtype="float32"), None, 2, 4, drawn(2, 3, dtype="float32"), shown="a new layer on float32 weights")
    orders = {"never merged": [], "merged": ["merge"], "merged twice": ["merge", "merge"], "there and back": ["merge", "unmerge"], "back without there": ["unmerge"],
              "back twice": ["merge", "unmerge", "unmerge"], "there and back twice": ["merge", "unmerge", "merge", "unmerge"], "twice, then back": ["merge", "merge", "unmerge"]}
    for name, actions in orders.items():
        probes[name] = script("acted", *layer(bias=len(name) % 2 == 0), actions, shown=f"a layer with given A and B, then {', '.join(actions) or 'nothing'}")
    probes["rank 1"] = script("acted", drawn(3, 4), None, drawn(1, 4), drawn(3, 1), 4.0, drawn(2, 4), ["merge"], shown="a layer of rank 1, then merge")
    for name, batch in (("one vector", ()), ("batch of sequences", (2, 3))):
        probes[name] = script("acted", *layer(batch=batch), ["merge"], shown=f"a layer on x of shape {(*batch, 'in')}, then merge")
    probes["float32"] = script("acted", *layer(dtype="float32"), ["merge", "unmerge"], shown="a float32 layer, then merge, unmerge")
    for i in range(3):
        probes[f"gradients {i}"] = script("gradients", *layer(bias=i > 0), shown="the gradients of the mean square of the output")
    w, b, a, _, alpha, x = layer()
    probes["gradients at the start"] = script("gradients", w, b, a, tensor(np.zeros((w.data.shape[0], a.data.shape[0]))), alpha, x, shown="the gradients while B is 0")
    x = drawn(12, 4)
    probes["trained"] = script("trained", tensor(np.eye(4)), None, 2, 4, x, tensor(x.data * [0, 0, 1, 1]), 60, shown="training towards another target")
    return probes


def _tol(probe):
    return {"rtol": 1e-4, "atol": 1e-5} if "float32" in probe.shown else {"rtol": 1e-9, "atol": 1e-9}


@each("new")
def starts_as_it_should(got, ideal):
    """A new layer gives what the linear layer gives; B is zero, A is random, and only these two are trainable."""
    wrong = next((k for k in ideal if k not in ("output", "B") and equal(got[k], ideal[k])), None)
    return Miss(f"{wrong} is {got[wrong]}, expected {ideal[wrong]}.") if wrong else close(got["B"], ideal["B"], path="B") or close(got["output"], ideal["output"], 1e-6, path="output")


@each("worked", "never", "merged", "there", "back", "twice", "rank", "one", "batch", "float32")
def each_state_agrees(got, ideal, probe):
    """At every stage output, weight and `merged` are those of one correction, counted once, and the linear layer stays frozen."""
    found = ((close(g, w, **_tol(probe)), w["after"]) for g, w in zip(got, ideal, strict=True))
    return next((Miss(f"After {after or 'nothing'}: {miss.say}") for miss, after in found if miss), None)


@each("gradients", "trained")
def learns(got, ideal, probe):
    """Gradients reach A and B and nothing else, training works, and the base weight stays as it was."""
    return close(got, ideal, rtol=1e-7, atol=1e-8)
