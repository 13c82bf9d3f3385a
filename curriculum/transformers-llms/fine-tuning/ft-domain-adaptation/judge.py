"""Continued pre-training: rate, mixture and report exactly, the adapted model on both hidden corpora."""

import numpy as np

from gradus.judging import Miss, Tensor, call, close, each, finite, script

LETTERS = "\n" + "".join(chr(c) for c in range(32, 127) if not chr(c).isupper())
# 2,016 characters of the tutorial's chapter on errors, and of Julius Caesar
HELD = {'domain': 'whatever the operating system supports); note that a user-generated interruption\nis signalled by raising the keyboardinterrupt exception. :\n\n   >>> while true:\n   ...     try:\n   ...         x = int(input("please enter a number: "))\n   ...         break\n   ...     except valueerror:\n   ...         print("oops!  that was no valid number.  try again...")\n   ...\n\nthe try statement works as follows.\n\n* first, the *try clause* (the statement(s) between the try and\n  except keywords) is executed.\n\n* if no exception occurs, the *except clause* is skipped and execution of the\n  try statement is finished.\n\n* if an exception occurs during execution of the try clause, the rest of the\n  clause is skipped.  then, if its type matches the exception named after the\n  except keyword, the *except clause* is executed, and then execution\n  continues after the try/except block.\n\n* if an exception occurs which does not match the exception named in the *except\n  clause*, it is passed on to outer try statements; if no handler is\n  found, it is an *unhandled exception* and execution stops with a message as\n  shown above.\n\na try statement may have more than one *except clause*, to specify\nhandlers for different exceptions.  at most one handler will be executed.\nhandlers only handle exceptions that occur in the corresponding *try clause*,\nnot in other handlers of the same try statement.  an *except clause*\nmay name multiple exceptions as a parenthesized tuple, for example:\n\n   ... except (runtimeerror, typeerror, nameerror):\n   ...     pass\n\na class in an except clause is compatible with an exception if it is\nthe same class or a base class thereof (but not the other way around --- an\n*except clause* listing a derived class is not compatible with a base class).\nfor example, the following code will print b, c, d in that order:\n\n   class b(exception):\n       pass\n\n   class c(b):\n       pass\n\n   class d(c):\n       pass\n\n   for cls in [b, c, d]:\n       try:\n           raise cls()\n       except d:\n           print', 'general': "\nantony.\npardon me, caius cassius:\nthe enemies of caesar shall say this;\nthen, in a friend, it is cold modesty.\n\ncassius.\ni blame you not for praising caesar so;\nbut what compact mean you to have with us?\nwill you be prick'd in number of our friends,\nor shall we on, and not depend on you?\n\nantony.\ntherefore i took your hands; but was indeed\nsway'd from the point, by looking down on caesar.\nfriends am i with you all, and love you all,\nupon this hope, that you shall give me reasons\nwhy and wherein caesar was dangerous.\n\nbrutus.\nor else were this a savage spectacle:\nour reasons are so full of good regard\nthat were you, antony, the son of caesar,\nyou should be satisfied.\n\nantony.\nthat's all i seek:\nand am moreover suitor that i may\nproduce his body to the market-place;\nand in the pulpit, as becomes a friend,\nspeak in the order of his funeral.\n\nbrutus.\nyou shall, mark antony.\n\ncassius.\nbrutus, a word with you.\n[aside to brutus.] you know not what you do; do not consent\nthat antony speak in his funeral:\nknow you how much the people may be moved\nby that which he will utter?\n\nbrutus.\n[aside to cassius.] by your pardon:\ni will myself into the pulpit first,\nand show the reason of our caesar's death:\nwhat antony shall speak, i will protest\nhe speaks by leave and by permission;\nand that we are contented caesar shall\nhave all true rights and lawful ceremonies.\nit shall advantage more than do us wrong.\n\ncassius.\n[aside to brutus.] i know not what may fall; i like it not.\n\nbrutus.\nmark antony, here, take you caesar's body.\nyou shall not in your funeral speech blame us,\nbut speak all good you can devise of caesar;\nand say you do't by our permission;\nelse shall you not have any hand at all\nabout his funeral: and you shall speak\nin the same pulpit whereto i am going,\nafter my speech is ended.\n\nantony.\nbe it so;\ni do desire no more.\n\nbrutus.\nprepare the body, then, and follow us.\n\n[exeunt all but antony.]\n\nantony.\no, pardon me, thou bleeding piece of earth,\nthat i am meek and gentle with these butche"}
BASE = {'domain': 3.1225, 'general': 1.6509}  # loss of the base model on these, nats per character
EXPECTED = {
    "rate, worked": [0.0002, 0.0004, 0.0004, 0.00022],
    "mixed, worked": ["a", "x", "b", "y", "c", "x"],
    "report, worked": {"domain": -0.25, "general": 0.25, "adopt": False},
}


def windows(text):
    return Tensor("int64", np.array([LETTERS.index(c) for c in text]).reshape(-1, 48))


def rates(name, at, steps, before):
    return {f"rate, {name}": script("rates", at, steps, before, shown=f"rate(step, {steps}, {before}) at the steps {at}")}


def PROBES(rng):
    probes = rates("worked", [0, 1, 2, 11], 20, 0.004) | rates("two steps", [0, 1], 2, 0.5) | rates("few steps", list(range(9)), 9, 1.0)
    for i, steps in enumerate(rng.integers(10, 60, 9).tolist()):
        probes |= rates(f"{i}", list(range(steps)), steps, round(float(rng.uniform(1e-4, 1)), 5))
    probes["mixed, worked"] = call("mix", ["a", "b", "c"], ["x", "y"], 1)
    for i in range(13):
        n, m, often = (int(v) for v in rng.integers(1, 8, 3))
        often = 0 if i == 0 else m + 2 if i == 1 else often
        probes[f"mixed {i}"] = call("mix", [f"d{j}" for j in range(n if i != 2 else 0)], [f"g{j}" for j in range(m)], often)
    probes["report, worked"] = call("report", {"domain": 4.0, "general": 2.0}, {"domain": 3.0, "general": 2.5}, 0.25, 0.125)
    for name, d, g in (("at both limits", 3.0, 2.25), ("fell too little", 3.5, 2.0), ("rose too much", 1.0, 2.5), ("both fell", 2.0, 1.0), ("just over", 3.0, 2.375), ("domain rose", 5.0, 1.5)):
        probes[f"report, {name}"] = call("report", {"domain": 4.0, "general": 2.0}, {"domain": d, "general": g}, 0.25, 0.125)
    for i in range(9):
        before, after = ({"domain": float(d), "general": float(g)} for d, g in rng.uniform(1, 4, (2, 2)))
        after["general"] = before["general"] * float(rng.uniform(0.9, 1.2))
        probes[f"report {i}"] = call("report", before, after, float(rng.uniform(0.05, 0.3)), float(rng.uniform(0.02, 0.2)))
    held = [windows(HELD[name]) for name in ("domain", "general")]
    return probes | {"adapted": script("adapted", *held, 3, 0.004, 150, shown="adapt on 600 windows of the tutorial and 1,200 of Hamlet, 150 steps")}


@each("rate", "mixed", "report")
def agrees(got, ideal, probe):
    """Rate, mixture and report are as described."""
    return close(got, ideal, rtol=1e-6, atol=1e-9)


@each("adapted")
def sees_no_later_place(got, ideal, probe):
    """The logits of a place do not change when later places do."""
    return Miss("Changing later characters changes the logits of earlier places.") if got["sees_later"] else finite(got["domain"]) or finite(got["general"])


@each("adapted")
def learns_and_keeps(got, ideal, probe):
    """The loss on hidden domain text falls by at least 20 % and that on hidden general text rises by at most 5 %."""
    change = {}
    for name, ids in zip(("domain", "general"), probe.args, strict=False):
        logits, wanted = got[name].data.astype(float)[:, :-1], ids.data[:, 1:]
        top = logits.max(-1, keepdims=True)
        logp = logits - top - np.log(np.exp(logits - top).sum(-1, keepdims=True))
        change[name] = -np.take_along_axis(logp, wanted[..., None], -1).mean() / BASE[name] - 1
    said = f"The domain loss changes by {change['domain']:+.1%} and the general loss by {change['general']:+.1%}"
    return None if change["domain"] <= -0.2 and change["general"] <= 0.05 else Miss(f"{said}; expected at most -20% and +5%.")
