"""The figures of the lesson: rates, mixture and report by the solution, the table by runs, whose rows are bands."""

import torch

from answer import adapt, mix, rate, report
from earlier.obj_gpt_causal_loss import causal_loss
from probe import LETTERS, base_model, text

HELD = {'domain': 'whatever the operating system supports); note that a user-generated interruption\nis signalled by raising the keyboardinterrupt exception. :\n\n   >>> while true:\n   ...     try:\n   ...         x = int(input("please enter a number: "))\n   ...         break\n   ...     except valueerror:\n   ...         print("oops!  that was no valid number.  try again...")\n   ...\n\nthe try statement works as follows.\n\n* first, the *try clause* (the statement(s) between the try and\n  except keywords) is executed.\n\n* if no exception occurs, the *except clause* is skipped and execution of the\n  try statement is finished.\n\n* if an exception occurs during execution of the try clause, the rest of the\n  clause is skipped.  then, if its type matches the exception named after the\n  except keyword, the *except clause* is executed, and then execution\n  continues after the try/except block.\n\n* if an exception occurs which does not match the exception named in the *except\n  clause*, it is passed on to outer try statements; if no handler is\n  found, it is an *unhandled exception* and execution stops with a message as\n  shown above.\n\na try statement may have more than one *except clause*, to specify\nhandlers for different exceptions.  at most one handler will be executed.\nhandlers only handle exceptions that occur in the corresponding *try clause*,\nnot in other handlers of the same try statement.  an *except clause*\nmay name multiple exceptions as a parenthesized tuple, for example:\n\n   ... except (runtimeerror, typeerror, nameerror):\n   ...     pass\n\na class in an except clause is compatible with an exception if it is\nthe same class or a base class thereof (but not the other way around --- an\n*except clause* listing a derived class is not compatible with a base class).\nfor example, the following code will print b, c, d in that order:\n\n   class b(exception):\n       pass\n\n   class c(b):\n       pass\n\n   class d(c):\n       pass\n\n   for cls in [b, c, d]:\n       try:\n           raise cls()\n       except d:\n           print', 'general': "\nantony.\npardon me, caius cassius:\nthe enemies of caesar shall say this;\nthen, in a friend, it is cold modesty.\n\ncassius.\ni blame you not for praising caesar so;\nbut what compact mean you to have with us?\nwill you be prick'd in number of our friends,\nor shall we on, and not depend on you?\n\nantony.\ntherefore i took your hands; but was indeed\nsway'd from the point, by looking down on caesar.\nfriends am i with you all, and love you all,\nupon this hope, that you shall give me reasons\nwhy and wherein caesar was dangerous.\n\nbrutus.\nor else were this a savage spectacle:\nour reasons are so full of good regard\nthat were you, antony, the son of caesar,\nyou should be satisfied.\n\nantony.\nthat's all i seek:\nand am moreover suitor that i may\nproduce his body to the market-place;\nand in the pulpit, as becomes a friend,\nspeak in the order of his funeral.\n\nbrutus.\nyou shall, mark antony.\n\ncassius.\nbrutus, a word with you.\n[aside to brutus.] you know not what you do; do not consent\nthat antony speak in his funeral:\nknow you how much the people may be moved\nby that which he will utter?\n\nbrutus.\n[aside to cassius.] by your pardon:\ni will myself into the pulpit first,\nand show the reason of our caesar's death:\nwhat antony shall speak, i will protest\nhe speaks by leave and by permission;\nand that we are contented caesar shall\nhave all true rights and lawful ceremonies.\nit shall advantage more than do us wrong.\n\ncassius.\n[aside to brutus.] i know not what may fall; i like it not.\n\nbrutus.\nmark antony, here, take you caesar's body.\nyou shall not in your funeral speech blame us,\nbut speak all good you can devise of caesar;\nand say you do't by our permission;\nelse shall you not have any hand at all\nabout his funeral: and you shall speak\nin the same pulpit whereto i am going,\nafter my speech is ended.\n\nantony.\nbe it so;\ni do desire no more.\n\nbrutus.\nprepare the body, then, and follow us.\n\n[exeunt all but antony.]\n\nantony.\no, pardon me, thou bleeding piece of earth,\nthat i am meek and gentle with these butche"}
BASE = {'domain': 3.1225, 'general': 1.6509}
TOLD = {"alone": (-34, 15), "peak": (-34, 14), "reference": (-29, 2)}  # changes in per cent as the lesson says


def changes(model):
    """Both losses of the model relative to the base, in per cent."""
    return {name: 100 * (_loss(model, name) / BASE[name] - 1) for name in BASE}


@torch.no_grad()
def _loss(model, name):
    ids = torch.tensor([LETTERS.index(c) for c in HELD[name]]).view(-1, 48)
    return causal_loss(model.eval()(ids), ids).item()


def full_rate(model, rows, steps):
    """The pre-training peak in every step."""
    optimiser = torch.optim.Adam(model.parameters(), lr=0.004)
    for chosen in torch.randperm(len(rows)).chunk(steps):
        optimiser.zero_grad()
        causal_loss(model(rows[chosen]), rows[chosen]).backward()
        optimiser.step()
    return model


def worked():
    """The figures, after the runs have shown that they hold."""
    domain, general = text("python"), text("hamlet")
    if any(abs(_loss(base_model(), name) - BASE[name]) > 0.001 for name in BASE):
        raise ValueError(f"the base model's losses are {[_loss(base_model(), name) for name in BASE]}")
    torch.manual_seed(1)
    found = {
        "alone": changes(adapt(base_model(), domain, general, 0, 0.004, 150)),
        "peak": changes(full_rate(base_model(), torch.tensor(mix(domain, general, 3)), 150)),
        "reference": changes(adapt(base_model(), domain, general, 3, 0.004, 150)),
    }
    for name, (new, old) in TOLD.items():
        if abs(found[name]["domain"] - new) > 3 or abs(found[name]["general"] - old) > (1.5 if name == "reference" else 4):
            raise ValueError(f"the runs give {found}")
    weights = sum(p.numel() for p in base_model().parameters())
    rates = [rate(s, 20, 0.004) for s in (0, 1, 2, 11)]
    mixed = mix(["a", "b", "c"], ["x", "y"], 1)
    if "".join(mixed) != "axbycx":
        raise ValueError(f"mixed: {mixed}")
    losses = [4, 2, 3, 2.5], report({"domain": 4, "general": 2}, {"domain": 3, "general": 2.5}, 0.25, 0.125), 0.125
    return [rates, 0.004, 20, 2, 11, 1, losses, BASE, weights, sum(len(t) for t in HELD.values()) / 2, 0.55, 0.45, list(TOLD.values())]
