"""A tiny GPT: windows exactly, causality, and the loss on held-out text whose next characters stay here."""

import math

import numpy as np

from gradus.judging import Miss, Tensor, call, close, each, finite, script

LETTERS = "\n !',-.:;?abcdefghijklmnopqrstuvwxyz"
# the 2,048 characters of Macbeth that follow data/macbeth.txt
HELD_OUT = "there is siward's son\nand many unrough youths, that even now\nprotest their first of manhood.\n\nmenteith.\nwhat does the tyrant?\n\ncaithness.\ngreat dunsinane he strongly fortifies:\nsome say he's mad; others, that lesser hate him,\ndo call it valiant fury: but, for certain,\nhe cannot buckle his distemper'd cause\nwithin the belt of rule.\n\nangus.\nnow does he feel\nhis secret murders sticking on his hands;\nnow minutely revolts upbraid his faith-breach;\nthose he commands move only in command,\nnothing in love: now does he feel his title\nhang loose about him, like a giant's robe\nupon a dwarfish thief.\n\nmenteith.\nwho, then, shall blame\nhis pester'd senses to recoil and start,\nwhen all that is within him does condemn\nitself for being there?\n\ncaithness.\nwell, march we on,\nto give obedience where 'tis truly ow'd:\nmeet we the medicine of the sickly weal;\nand with him pour we, in our country's purge,\neach drop of us.\n\nlennox.\nor so much as it needs,\nto dew the sovereign flower, and drown the weeds.\nmake we our march towards birnam.\n\nexeunt, marching.\n\nscene iii. dunsinane. a room in the castle.\n\nenter macbeth, doctor, and attendants.\n\nmacbeth.\nbring me no more reports; let them fly all:\ntill birnam wood remove to dunsinane\ni cannot taint with fear. what's the boy malcolm?\nwas he not born of woman? the spirits that know\nall mortal consequences have pronounc'd me thus,--\nfear not, macbeth; no man that's born of woman\nshall e'er have power upon thee.--then fly, false thanes,\nand mingle with the english epicures:\nthe mind i sway by, and the heart i bear,\nshall never sag with doubt nor shake with fear.\n\nenter a servant.\n\nthe devil damn thee black, thou cream-fac'd loon!\nwhere gott'st thou that goose look?\n\nservant.\nthere is ten thousand--\n\nmacbeth.\ngeese, villain?\n\nservant.\nsoldiers, sir.\n\nmacbeth.\ngo prick thy face and over-red thy fear,\nthou lily-liver'd boy. what soldiers, patch?\ndeath of thy soul! those linen cheeks of thine\nare counsellors to fear. what soldiers, whey-face?\n\nservant.\nthe english force, so please you.\n\nmacbeth.\ntake"
EXPECTED = {"windows, worked": (Tensor("int64", np.array([[0, 1, 2], [1, 2, 3], [2, 3, 4], [3, 4, 5]])), Tensor("int64", np.array([[6, 7, 8]])))}
MOST = 3.25  # bits per character; counting pairs of letters gives 3.53


def ints(a):
    return Tensor("int64", np.asarray(a, "int64"))


def PROBES(rng):
    probes = {"windows, worked": call("windows", ints(np.arange(10)), 3, 4)}
    for i in range(8):
        length = int(rng.integers(1, 6))
        held, before = int(rng.integers(length, 3 * length + 3)), int(rng.integers(length, 20))
        probes[f"windows {i}"] = call("windows", ints(rng.integers(0, 9, held + before)), length, held)
    probes["windows, one of each"] = call("windows", ints([3, 1, 4, 1]), 2, 2)
    for i, (b, n, context) in enumerate(((2, 5, 8), (1, 1, 4), (3, 6, 6))):
        words = int(rng.integers(5, 12))
        probes[f"new model {i}"] = script("new", words, context, ints(rng.integers(0, words, (b, n))), shown=f"make_model({words}, {context}) on ids of shape ({b}, {n})")
    held = ints(np.array([LETTERS.index(c) for c in HELD_OUT]).reshape(-1, 16))
    probes["trained"] = script("trained", LETTERS, 16, held, shown="pretrain on 88,000 characters of Macbeth, context 16")
    return probes


@each("windows")
def texts_are_divided_first(got, ideal, probe):
    """Training windows lie wholly before the held-out text, at every start; held-out windows lie side by side in it."""
    return close(got, ideal)


@each("new", "trained")
def sees_no_later_place(got, ideal, probe):
    """The logits of a place do not change when later places do."""
    if got["shape"] != ideal["shape"]:
        return Miss(f"The logits have the shape {got['shape']}, expected {ideal['shape']}.")
    return Miss("Changing later characters changes the logits of earlier places: the model sees its target.") if got["sees_later"] else None


@each("trained")
def predicts_held_out_text(got, ideal, probe):
    """The held-out text costs at most 3.25 bits per character, below what counting pairs of letters gives."""
    logits, ids = got["logits"].data.astype(float)[:, :-1], probe.args[2].data[:, 1:]
    if miss := finite(logits):
        return miss
    top = logits.max(-1, keepdims=True)
    logp = logits - top - np.log(np.exp(logits - top).sum(-1, keepdims=True))
    bits = -np.take_along_axis(logp, ids[..., None], -1).mean() / math.log(2)
    return None if bits <= MOST else Miss(f"The held-out text costs {bits:.2f} bits per character, expected at most {MOST}; guessing costs 5.17, single letters 4.42, pairs 3.53.")
