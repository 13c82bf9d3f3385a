"""Instruction tuning: division, batches and decoding exactly, the tuned model by hidden prompts whose answers stay here."""

import numpy as np

from gradus.judging import Miss, Tensor, call, close, each, script

EXPECTED = {
    "batch, worked": (Tensor("int64", np.array([[5, 6, 7, 8, 9, 1], [5, 4, 1, 0, 0, 0]])), Tensor("int64", np.array([[-100, -100, -100, 8, 9, 1], [-100, 4, 1, -100, -100, -100]]))),
    "divided, worked": ([["a", 1], ["a", 2], ["b", 3], ["d", 6]], [["c", 4], ["c", 5]]),
}
ANSWERS = {"say": lambda w: w, "twice": lambda w: f"{w} {w}", "first of": lambda w: w[0], "last of": lambda w: w[-1]}
STEPS, ROWS, HELD = 150, 3600, 120


def words(rng, n):
    """Different made-up words of one or two syllables."""
    parts = np.char.add(np.array(list("bdfgklmnprstvz"))[rng.integers(0, 14, (3 * n, 2))], np.array(list("aeiou"))[rng.integers(0, 5, (3 * n, 2))])
    made = np.char.add(parts[:, 0], np.where(rng.random(3 * n) < 0.5, "", parts[:, 1]))
    made = np.char.add(made, np.array(["", "n", "s", "t", "k"])[rng.integers(0, 5, 3 * n)])
    return rng.permutation(np.unique(made))[:n].tolist()


def instructions(names):
    """A prompt for each word, the four instructions in turn."""
    return [f"{list(ANSWERS)[i % 4]} {w}=" for i, w in enumerate(names)]


def answer_to(prompt):
    what, _, word = prompt.rstrip("=").rpartition(" ")
    return ANSWERS[what](word)


def PROBES(rng):
    probes = {"batch, worked": call("make_batch", [[[5, 6, 7], [8, 9]], [[5], [4]]], 1, 0)}
    probes["divided, worked"] = call("divide", [["a", 1], ["a", 2], ["b", 3], ["c", 4], ["c", 5], ["d", 6]], 3)
    for i in range(14):
        end, pad = (int(v) for v in ((3, 3) if i % 4 == 0 else rng.permutation(9)[:2]))
        rows = [[rng.integers(0, 9, k).tolist() for k in rng.integers(1, 7, 2)] for _ in range(1 if i == 1 else int(rng.integers(2, 6)))]
        probes[f"batch, {'end is padding ' if end == pad else ''}{i}"] = call("make_batch", rows, end, pad)
    for i in range(10):
        names = rng.integers(0, 9, int(rng.integers(0, 20)) if i else 0)
        probes[f"divided {i}"] = call("divide", [[f"g{g}", j] for j, g in enumerate(names.tolist())], int(rng.integers(1, 5)))
    probes["divided, apart"] = call("divide", [["a", 1], ["b", 2], ["a", 3], ["c", 4], ["b", 5], ["d", 6]], 2)
    for i in range(15):
        seed, prompt, most = int(rng.integers(1e6)), rng.integers(0, 9, int(rng.integers(1, 6))).tolist(), int(rng.integers(2, 9))
        most, stop = (0 if i == 0 else most), int(rng.integers(1, 8)) if i % 3 else 99
        probes[f"written {i}"] = script("written", seed, stop, prompt, 4, most, shown=f"generate on a model of ours, prompt {prompt}, end 4, most {most}")
    names = words(rng, ROWS + HELD)
    train, held = instructions(names[:ROWS]), instructions(names[ROWS:])
    rows = [[prompt, answer_to(prompt)] for prompt in train]
    return probes | {"tuned": script("tuned", rows, held, STEPS, shown=f"finetune on {ROWS} rows, then {HELD} hidden prompts")}


@each("divided")
def groups_stay_together(got, ideal, probe):
    """All rows of a group stand on one side, in their order; every so many-th group is held out."""
    return close(got, ideal)


@each("batch")
def answers_and_ends_count(got, ideal, probe):
    """Ids are prompt, answer, end and padding; the labels are the answer and the end at their places, and -100 elsewhere."""
    return close(got[0], ideal[0], path="ids") or close(got[1], ideal[1], path="labels")


@each("written")
def writes_until_the_end(got, ideal, probe):
    """The result is the model's own tokens up to the end token, which is left out, or as many as are allowed."""
    return close(got, ideal)


@each("tuned")
def follows_instructions(got, ideal, probe):
    """At least 80 % of 120 hidden prompts are answered exactly and ended by the end token."""
    if not got["ended"]:
        return Miss("The tuned model never writes the end token, so no answer ends.")
    right = [text == answer_to(prompt) + "." for prompt, text in zip(probe.args[1], got["texts"], strict=True)]
    by_kind = ", ".join(f"{kind} {np.mean(right[i::4]):.0%}" for i, kind in enumerate(ANSWERS))
    return None if np.mean(right) >= 0.8 else Miss(f"{np.mean(right):.0%} of the hidden prompts are answered exactly ({by_kind}), expected at least 80 %.")
