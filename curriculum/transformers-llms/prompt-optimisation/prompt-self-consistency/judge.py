"""Reading answers, counting them, and stopping when the rest cannot change the winner."""

import math

from gradus.judging import Miss, call, close, each, script

FORMS = ["Answer: {n}", "ANSWER: {n}.", "so we get {m}.\nanswer:   {n} apples", "Answer:\n{n}", "Answer: {m}? No, {n} it is. Answer: {n}", "First answer: {m}. Then again, answer: ${n}", "the answer:{n}, I think of {m}"]
UNREAD = ["I am not sure, 7 or 18.", "Answer: unclear", "Answer: 18? Wait. Answer: about 18", "the answer is 18", "Answer", "", "Answer: , 5", "Answer: minus 3"]
TEXTS = {"simple": "Answer: 42", "sentence behind": "answer: 12, I think", "point behind": "It is so. Answer: 42.", "thousands": "Answer: $1,200.50.", "negative": "ANSWER: -7", "last one": "Answer: 5. No. Answer: 6", "last one unreadable": "Answer: 5. No. Answer: none", "numbers after": "Answer: 3 of 10",
         "no colon": "the answer is 9", "no number": "Answer: many", "empty": "", "line end": "Answer:\n\n  8\n", "zero": "Answer: 0", "million": "Answer: 12,345,678", "decimals": "answer: 0.250", "two points": "Answer: 1.2.3", "word in word": "AnAnswer: 4", "blank before colon": "Answer : 4", "dollar and blank": "Answer: $ 15", "two dollars": "Answer: $$15",
         "no digit first": "Answer: ,500", "point first": "Answer: .5", "long text": "12 apples, 30 pears. " * 9 + "Answer: 21. Thank you, 99.", "letters of other alphabets": "İstanbul, 京: 3 İ Answer: 11"}
EXPECTED = {"worked example": {"answer": 18.0, "used": 6, "share": 0.8, "drawn": "0 1 2 3 4 5"}, "weights of the lesson": {"answer": 7.0, "used": 2, "share": math.exp(-0.1) / (math.exp(-0.1) + math.exp(-0.6))}, "extract thousands": 1200.5}


def chain(rng, n, logprob=None, tokens=10):
    text = str(rng.choice(UNREAD)) if n is None else "".join(["Let me see. ", f"{rng.integers(99)} and {rng.integers(99)}. "] * int(rng.integers(1, 3))) + str(rng.choice(FORMS)).replace("{m}", str(int(rng.integers(99))))
    shown = [str(n), f"{n}.0", f"{n:,}", f"{n:,}.00"] if n is not None else [""]
    return [text.replace("{n}", shown[int(rng.integers(len(shown)))]), float(-rng.uniform(0.05, 3) * tokens if logprob is None else logprob), tokens]


def PROBES(rng):
    def ask(answers, most=None, weighted=False):
        return script("asked", [chain(rng, a, tokens=int(rng.integers(5, 300))) for a in answers], len(answers) if most is None else most, weighted)

    def drawn(n, stock, spread):
        return [stock[min(len(stock) - 1, int(len(stock) * rng.random() ** spread))] for _ in range(n)]

    probes = {"worked example": ask([18, 18, None, 26, 18, 18, 26]), "weights of the lesson": script("asked", [["Answer: 3", -12.0, 20], ["Answer: 7", -40.0, 400]], 2, True)}
    probes |= {f"extract {name}": call("extract", text) for name, text in TEXTS.items()}
    probes |= {"no chains": ask([]), "one chain": ask([5]), "one unreadable chain": ask([None]), "all unreadable": ask([None] * 5), "all agree": ask([1200] * 9), "unreadable in the majority": ask([None, 4, None, None, 5, 4, None])}
    probes |= {"ties": ask([9, 3, 9, 3]), "ties of three": ask([30, 2, 11]), "ties, negative": ask([-1, -20, -20, -1]), "last chain decides": ask([1, 2, 2, 1, 2]), "lead of two, two left": ask([6, 6, 5, 5]), "lead of two, one left": ask([6, 6, 5]), "half is not enough": ask([6, 6, 6, 5, 5, 5]), "most below the chains": ask([4, 5, 5, 5, 5], 2)}
    probes["long chains are surer"] = script("asked", [["Answer: 1", -9.0, 10], ["Answer: 1", -8.0, 10], ["Answer: 2", -30.0, 300], ["Answer: 2", -45.0, 300]], 4, True)
    probes["many doubtful against one sure"] = script("asked", [["Answer: 1", -30.0, 10], ["Answer: 1", -31.0, 10], ["Answer: 2", -0.5, 10], ["Answer: 1", -32.0, 10]], 4, True)
    probes["doubtful together beat the sure one"] = script("asked", [["Answer: 1", -6.0, 10], ["Answer: 1", -6.5, 10], ["Answer: 2", -1.0, 10], ["Answer: 1", -7.0, 10]], 4, True)
    probes |= {f"random {i}": ask(drawn(int(rng.integers(3, 16)), [18, 26, 1800, None, -4], 1 + i % 3)) for i in range(10)}
    probes |= {f"random weighted {i}": ask(drawn(int(rng.integers(3, 16)), [18, 26, 1800, None, -4], 1 + i % 3), weighted=True) for i in range(10)}
    return probes | {"large": ask(drawn(60, [18, 26, None, 7], 1.5)), "large weighted": ask(drawn(60, [18, 26, None, 7], 2), weighted=True)}


@each("extract")
def read(got, ideal, probe):
    """The number behind the last mark is read, and nothing else."""
    return close(got, ideal)


VOTES = ("worked", "weights", "no chains", "one", "all", "unreadable", "ties", "last", "lead", "half", "most", "long", "many", "doubtful", "random", "large")


@each(*VOTES)
def winner(got, ideal, probe):
    """The answer with the largest weight wins, the smallest of equal ones; unreadable chains speak for nobody."""
    return close(got["answer"], ideal["answer"], path="answer")


@each(*VOTES)
def stops(got, ideal, probe):
    """Chains are drawn one by one until the winner is certain, no longer and no shorter."""
    if got["used"] != ideal["used"]:
        return Miss(f"You use {got['used']} chains, expected {ideal['used']} of {probe.args[1]}.")
    return None if got["drawn"] == ideal["drawn"] else Miss(f"You ask for the chains {got['drawn']}, expected {ideal['drawn']}.")


@each(*VOTES)
def share(got, ideal, probe):
    """The share is the winner's weight among all readable chains that were drawn."""
    return close(got["share"], ideal["share"], path="share")
