"""Batches padded on the left, and the text that a model adds to each prompt."""

import numpy as np

from gradus.judging import Miss, Tensor, close, each, equal, script

IDS = [[2, 2, 2, 504, 3575, 282, 4649, 314], [12615, 36411, 418, 216, 33, 32, 32, 5027]]  # as two other programs tokenise it
EXPECTED = {
    "small batch": {"input_ids": Tensor("int64", np.array([[1, 1, 3, 4], [5, 6, 7, 8]])),  # letters count from a = 3, 1 pads
                    "attention_mask": Tensor("int64", np.array([[0, 0, 1, 1], [1, 1, 1, 1]]))},
    "worked example, batch": {"input_ids": Tensor("int64", np.array(IDS)), "attention_mask": Tensor("int64", np.array([[0] * 3 + [1] * 5, [1] * 8]))},
    "worked example": [" Paris.\n\nThe answer", " Celsius, which is approximately "],
    "small chat": "<turn>user: hi?\n<turn>model: ",
}
LETTERS = "abcdefghijklmnopqrstuvwxyz .,"


def PROBES(rng):
    def texts(b, lo=1, hi=12):
        return ["".join(rng.choice(list(LETTERS), rng.integers(lo, hi))) for _ in range(b)]

    def ask(what, pads, prompts, *more, seed=None):
        seed = int(rng.integers(1, 9)) if seed is None else seed
        kind = "SmolLM2" if not seed else f"a small model {'with' if pads else 'without'} a padding token"
        shown = f"{what} of {kind}: {prompts!r}" + (f", {more[0]!r}" if more else "")
        return script({"batch": "batched", "as_chat": "chat", "continuations": "continued"}[what], seed, pads, prompts, *more, shown=shown)

    def greedy(n, **more):
        return {"do_sample": False, "max_new_tokens": n, **more}
    real = ["The capital of France is", "Water boils at 100 degrees"]
    pair = int(rng.integers(1, 5)), int(rng.integers(5, 9))
    probes = {"small batch": ask("batch", True, ["ab", "cdef"]), "worked example, batch": ask("batch", True, real, seed=0)}
    probes["batch of one"] = ask("batch", True, texts(1), seed=pair[0])
    probes["batch, ends for padding"] = ask("batch", False, ["a", *texts(3, 2)], seed=pair[1])
    probes["batch with marks"] = ask("batch", True, ["<turn>" + t + "<end>" for t in texts(2)] + texts(2), seed=pair[0])
    probes["small chat"] = ask("as_chat", True, "hi?")
    probes["chat"] = ask("as_chat", True, f"What is {rng.integers(2, 99)} + {rng.integers(2, 99)}?", seed=0)
    probes["continued alone"] = ask("continuations", True, texts(1), greedy(8), seed=pair[0])
    probes["continued, equal lengths"] = ask("continuations", True, texts(3, 5, 6), greedy(6), seed=pair[0])
    probes["continued"] = ask("continuations", True, ["b", *texts(3)], greedy(9), seed=pair[0])
    probes["continued, ends for padding"] = ask("continuations", False, [*texts(3), "k"], greedy(9), seed=pair[1])
    probes["continued, not too short"] = ask("continuations", True, texts(4), greedy(12, min_new_tokens=10), seed=pair[0])
    probes["continued, without some"] = ask("continuations", True, texts(3), greedy(7, suppress_tokens=[5, 9, 29]), seed=pair[0])
    probes["continued, spaces first"] = ask("continuations", True, texts(3), greedy(5, suppress_tokens=list(range(3, 29))), seed=pair[0])
    probes["continued with marks"] = ask("continuations", True, ["<turn>user: " + t + "\n<turn>model: " for t in texts(3)], greedy(6), seed=pair[0])
    probes["worked example"] = ask("continuations", True, real, greedy(6), seed=0)
    return probes


@each("small batch", "batch", "worked example, batch")
def padded_on_the_left(got, ideal, probe):
    """The mask is 0 at padding, which stands on the left, and 1 at text."""
    return equal(got["attention_mask"], ideal["attention_mask"], "attention_mask")


@each("small batch", "batch", "worked example, batch")
def tokens_agree(got, ideal, probe):
    """The rows hold the tokens of the prompts, and the padding token (else the end token) before them."""
    return close(got["input_ids"], ideal["input_ids"], path="input_ids")


@each("small chat", "chat")
def speaks_the_format(got, ideal, probe):
    """The conversation is written by the tokeniser's template, and the assistant's turn is open."""
    return equal(got, ideal)


@each("continued", "worked example")
def one_text_each(got, ideal, probe):
    """There is one text for each prompt, and it does not begin with the prompt."""
    if len(got) != len(ideal):
        return Miss(f"You return {len(got)} texts for {len(ideal)} prompts.")
    twice = [p for p, g, w in zip(probe.args[2], got, ideal, strict=True) if str(g).startswith(p) and not w.startswith(p)]
    return Miss(f"The text for {twice[0]!r} begins with that prompt.") if twice else None


@each("continued", "worked example")
def texts_agree(got, ideal, probe):
    """Each text is what the model adds to that prompt when it is asked alone, with the settings given."""
    return equal(got, ideal)
