"""Adapters on a whole model: where they sit, what is counted and saved, and what the tuned model writes behind hidden words."""

import numpy as np

from gradus.judging import Miss, Tensor, close, each, equal, script

LETTERS, LONGEST = " abcdefghijklmnopqrstuvwxyzCRDEM=", 5
HIDDEN = "acts admir alter amaz apply armed arms audit avoid back bake bare bark basis bat bathe bears began bides bind blame bold bosom boy break breed broth cabin carry cases catch cause chaps check clear clept clock comes copy court cross cry day days deign dies dog doors doubt droop drop drugg drunk duff dwell eaten eight elves exit fan fate favor fiend fife fill fled fly fold form fresh full gall girl glory gloss grant grow gruel hags hair half hatch head heath hell her here hold horse house ill isles issue jew joys keeps lac laid lamp land lated left lie light lion lodg lost lov loved mad madam made maws mean meat meet mercy mine moon nam name nay news open our pain pall past peep pilot pit pluck pour power pure race rat reign rent rich ring room rubs rump rush safe scarf seas seen sell shaft shame shape sharp shift show sides sky smack sold sorry sorts space stars start stays swoop talk teeth ten than the thee theme thing this thus times tread tune twas uncle unfix unity vii vouch water weak who whole wife wilt wit wolf woman worn yell yes young yours"
MOST, LEAST = 0.02, 0.97  # full fine-tuning writes all of them right; three points below it
EXPECTED = {"counts, worked example": [2616, 2616], "adapted, worked example": {"trainable shapes": [[1, 16], [1, 16], [16, 1], [16, 1]], "counts": [64, 2680]}}
WORKED = [8, 6, 16, 2, 32, 1]  # words, context, width, heads, inner, blocks
def tensor(a, dtype="float32"):
    return Tensor(dtype, np.asarray(a, dtype))
def PROBES(rng):
    def sizes():
        return [int(rng.integers(5, 9)), int(rng.integers(5, 9)), 2 * int(rng.integers(3, 7)), 2, int(rng.integers(7, 15)), int(rng.integers(1, 4))]
    def ids(s):
        return tensor(rng.integers(0, s[0], (2, int(rng.integers(1, s[1] + 1)))), "int64")
    def names():
        return [str(n) for n in rng.permutation(["q", "k", "v", "o", "up", "down"])[: int(rng.integers(1, 7))]]
    def seed():
        return int(rng.integers(1, 10**6))
    def acted(what, s, who, rank):
        said = {"adapted": f"adapt(model, {who}, {rank})", "saved": f"adapt(model, {who}, {rank}), then adapter_state and load_adapter on a new base"}[what]
        return script(what, s, seed(), who, rank, ids(s), shown=f"{said}; the model has {s[5]} blocks of width {s[2]}")

    probes = {"counts, worked example": script("counted", WORKED, 1, 0, shown="counts(model) of the worked example"), "adapted, worked example": acted("adapted", WORKED, ["q", "v"], 1)}
    for i in range(4):
        s, frozen = sizes(), 3 * i
        probes[f"counts {i}"] = script("counted", s, seed(), frozen, shown=f"counts(model), of which {frozen} parameters are frozen")
    probes["adapted, all layers"], probes["adapted, one layer"] = acted("adapted", sizes(), ["q", "k", "v", "o", "up", "down"], 1), acted("adapted", sizes(), ["down"], 2)
    for i in range(11):
        probes[f"adapted {i}"] = acted("adapted", sizes(), names(), int(rng.integers(1, 5)))
        probes[f"saved {i}"] = acted("saved", sizes(), names(), int(rng.integers(1, 4)))
    sides = {n: (2, 2) for n in "qkvo"} | {"up": (4, 2), "down": (2, 4)}  # places in s of (out, in)
    for i in range(10):
        s, state = sizes(), {}
        for block in range(s[5]) if i else [s[5] - 1]:
            for name in names():
                out, n, rank = s[sides[name][0]], s[sides[name][1]], int(rng.integers(1, 4))
                state[f"blocks.{block}.{name}.A"], state[f"blocks.{block}.{name}.B"] = tensor(rng.normal(size=(rank, n))), tensor(rng.normal(size=(out, rank)))
        probes[f"loaded {i}"] = script("loaded", s, seed(), state, ids(s), shown=f"load_adapter(model, state) with {', '.join(k[:-2] for k in state if k[-1] == 'A')}")
    words = rng.permutation(HIDDEN.split())
    lengths = [len(w) + 2 for w in words]
    prompts = [[LETTERS.index(c) for c in f"M{w}=".ljust(LONGEST + 2)] for w in words]
    probes["trained"] = script("trained", seed(), tensor(prompts, "int64"), tensor(lengths, "int64"), shown="tune(the supplied model, 120 batches of 16), saved, and loaded onto a new base")
    return probes

@each("adapted")
def begins_as_the_base(got):
    """A new adapter changes no output and no weight of the base."""
    return None if got["the same output"] and got["the base kept"] else Miss(f"After adapt {'the weights' if got['the same output'] else 'the outputs'} of the model are others than before.")

@each("counts", "adapted")
def only_adapters_learn(got, ideal):
    """Trainable are A and B beside the named layers of every block and nothing else, and counts says how many numbers that is."""
    return close(got, ideal)

@each("saved", "loaded")
def the_adapter_alone_is_kept(got, ideal):
    """The saved state holds A and B of each adapter under its path, and a new base with it computes the same."""
    return close(got, ideal, rtol=1e-4, atol=1e-4)

@each("trained")
def within_the_budget(got):
    """At most 2% as many numbers as the model has are trained, and as many saved; the base keeps its weights."""
    word, share = max(("trained", got["trainable"]), ("saved", got["saved"]), key=lambda x: x[1])
    if not got["the base kept"]:
        return Miss("Weights of the base were changed by the training.")
    return Miss(f"{share:.2%} as many numbers as the model has are {word}, expected at most 2%.") if share > MOST else None

@each("trained")
def writes_hidden_words(got, ideal, probe):
    """Of 200 hidden words, 97% are written right to the last letter and the sign behind it."""
    right = 0
    for row, n, letters in zip(probe.args[1].data, probe.args[2].data, got["written"].data, strict=True):
        word = "".join(LETTERS[i] for i in row[1 : n - 1])
        right += "".join(LETTERS[i] for i in letters).startswith(f"{word[1:]}{word[0]}=")
    share = right / len(probe.args[2].data)
    return None if share >= LEAST else Miss(f"{share:.1%} of the hidden words are written right, expected at least {LEAST:.0%}.")
