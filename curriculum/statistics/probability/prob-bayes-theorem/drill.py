"""Posterior probabilities from base rates and one or two signals, by counting cases."""

from fractions import Fraction

from gradus.drilling import number

CASES = [  # what there is, what is looked for, what looks
    ("card payments", "fraudulent", "alarm"),
    ("e-mails", "spam", "filter"),
    ("castings", "cracked", "camera"),
    ("blood samples", "infected", "quick test"),
    ("servers", "about to fail", "monitor"),
    ("support tickets", "urgent", "classifier"),
    ("uploaded images", "forbidden", "detector"),
    ("answers of a chatbot", "invented", "checker"),
]
ONE = "Answer in %, to one decimal."


def integer(rng, low, high):
    return int(rng.integers(low, high + 1))


def apart(right, wrong, gap):
    """Are all of them at least `gap` away from one another?"""
    values = sorted([float(right), *(float(w[0]) for w in wrong)])
    return all(b - a > gap for a, b in zip(values, values[1:]))


def setting(rng):
    things, bad, test = CASES[int(rng.integers(len(CASES)))]
    return things, bad, test, integer(rng, 1, 12), integer(rng, 60, 97), integer(rng, 2, 20)


def story(things, bad, test, b, s, f):
    return (f"Of all {things}, {b} % are {bad}. The {test} flags {s} % of those that are {bad} and {f} % of those that are not.")


def flagged(rng):
    """The expected number of flagged cases"""
    while True:
        things, bad, test, b, s, f = setting(rng)
        n = 10_000 * integer(rng, 1, 5)
        right = n * (b * s + (100 - b) * f) // 10_000
        wrong = [
            (n * b * s // 10_000, "Counts only the right flags",
             "You count the flags on the cases you look for. The others are flagged too; each of them seldom, but there are many of them."),
            (n * (s + f) // 100, "Adds the two rates over everybody",
             "You apply both rates to all cases. Each rate speaks only of its own group: split the cases by the base rate first."),
            (n * (b * s + 100 * f) // 10_000, "Applies the false-alarm rate to everybody",
             "You let the false-alarm rate run over all cases. It holds only for those without the property; the others are already counted."),
            (n * b // 100, "Gives the number of cases looked for",
             "You give how many cases have the property. How many are flagged is another question: some of them are missed and many others are flagged."),
        ]
        if apart(right, wrong, 0.5):
            break
    return number(
        f"{story(things, bad, test, b, s, f)} How many of {n} {things} do you expect to be flagged? It is a whole number.",
        right, wrong,
        f"${n * b // 100}$ are {bad}, of which ${n * b * s // 10_000}$ are flagged; of the other ${n * (100 - b) // 100}$, ${n * (100 - b) * f // 10_000}$ are. "
        f"Together ${right}$.",
        rtol=0, atol=1e-6, n=n, b=b, s=s, f=f,
    )


def positive(rng):
    """The probability after a flag"""
    while True:
        things, bad, test, b, s, f = setting(rng)
        hit, false = b * s, (100 - b) * f
        right = Fraction(100 * hit, hit + false)
        wrong = [
            (Fraction(100 * s, s + f), "Ignores the base rate",
             "You weigh the two flag rates against each other as if both groups were equally large. The group without the property is much larger, "
             "so even a small rate gives many flags there."),
            (s, "Uses the likelihood as the posterior",
             "You give how often a case with the property is flagged. Asked is the other direction: among the flagged ones, how many have the property?"),
            (Fraction(hit, 100), "Forgets to divide by all flagged",
             "You give the share of cases that have the property and are flagged, out of all cases. You know that this one is flagged, "
             "so only the flagged cases count below the line."),
            (100 - right, "Gives the other group's share",
             "You give the share of false alarms among the flagged cases. Asked is the rest of them."),
            (b, "Leaves the prior as it was",
             "You answer with the base rate. The flag is evidence: it is more frequent in one group than in the other, so it must move the probability."),
        ]
        if apart(right, wrong, 0.25):
            break
    return number(
        f"{story(things, bad, test, b, s, f)} One of them is flagged. How probable is it that it is {bad}? {ONE}",
        float(right), [(float(v), n, w) for v, n, w in wrong],
        f"Of 10,000 {things}, ${hit}$ are {bad} and flagged, ${false}$ are flagged without being so: ${hit}/({hit} + {false})$.",
        rtol=0, atol=0.051, unit="%", also=(f"{100 * hit}/{hit + false} %",), b=b, s=s, f=f,
    )


def negative(rng):
    """The probability after no flag"""
    while True:
        things, bad, test, _, s, f = setting(rng)
        b = integer(rng, 10, 40)
        miss, clear = b * (100 - s), (100 - b) * (100 - f)
        right = Fraction(100 * miss, miss + clear)
        wrong = [
            (100 - s, "Uses the likelihood as the posterior",
             "You give how often a case with the property slips through. Asked is, among all that were not flagged, how many have the property."),
            (Fraction(100 * (100 - s), 200 - s - f), "Ignores the base rate",
             "You weigh the two rates of not being flagged as if both groups were equally large. They are not, and the split comes first."),
            (Fraction(miss, 100), "Forgets to divide by all not flagged",
             "You give the share that has the property and slips through, out of all cases. You know that this one was not flagged, "
             "so only those count below the line."),
            (Fraction(100 * b * s, b * s + (100 - b) * f), "Updates on a flag that did not come",
             "You compute the probability after a flag. Here no flag came; the rates you need are those of staying silent."),
            (100 - right, "Gives the other group's share",
             "You give the share without the property among those that were not flagged. Asked is the rest of them."),
        ]
        if apart(right, wrong, 0.25):
            break
    return number(
        f"{story(things, bad, test, b, s, f)} One of them is **not** flagged. How probable is it that it is {bad} all the same? {ONE}",
        float(right), [(float(v), n, w) for v, n, w in wrong],
        f"Of 10,000 {things}, ${miss}$ are {bad} and not flagged, ${clear}$ are neither: ${miss}/({miss} + {clear})$.",
        rtol=0, atol=0.051, unit="%", also=(f"{100 * miss}/{miss + clear} %",), b=b, s=s, f=f,
    )


def two_signals(rng):
    """The probability after two signals"""
    while True:
        things, bad, test, b, s, f = setting(rng)
        s2, f2, second = integer(rng, 55, 95), integer(rng, 3, 30), rng.random() < 0.5
        t, g = (s2, f2) if second else (100 - s2, 100 - f2)
        hit, false = b * s, (100 - b) * f
        right = Fraction(100 * hit * t, hit * t + false * g)
        alone = Fraction(100 * b * t, b * t + (100 - b) * g)
        first = Fraction(100 * hit, hit + false)
        wrong = [
            (alone, "Reuses the prior after the first update",
             "You start again from the base rate for the second signal, so the first one is lost. What you believed after the first signal "
             "is the prior of the second."),
            (first, "Stops after the first signal",
             "You use the first signal only. The second one tells the two groups apart as well, so it must move the probability again."),
            (first * alone / 100, "Multiplies two posteriors",
             "You update on each signal alone and multiply the results. Each of them holds the base rate, so you count it twice, "
             "and the product is no share of anything."),
            (Fraction(100 * s * t, s * t + f * g), "Ignores the base rate",
             "You weigh the rates of both signals and forget how large the two groups were at the start."),
            (Fraction(s * t, 100), "Uses the likelihood as the posterior",
             "You give how often a case with the property shows this pair of signals. Asked is, among the cases that show it, how many have the property."),
        ]
        if apart(right, wrong, 0.25):
            break
    return number(
        f"{story(things, bad, test, b, s, f)} A second check, independent of the first within each group, flags {s2} % of those that are {bad} and {f2} % of those that are not. "
        f"One of them is flagged by the {test}, and the second check {'flags it too' if second else 'does **not** flag it'}. "
        f"How probable is it that it is {bad}? {ONE}",
        float(right), [(float(v), n, w) for v, n, w in wrong],
        f"After the first flag the groups stand ${hit} : {false}$. The second result keeps ${t}$ % of the one and ${g}$ % of the other: "
        f"${hit * t} : {false * g}$.",
        rtol=0, atol=0.051, unit="%", also=(f"{100 * hit * t}/{hit * t + false * g} %",), b=b, rates=[[s, f], [t, g]],
    )


def odds(rng):
    """The probability from prior odds and a likelihood ratio"""
    while True:
        against, ratio, bad = integer(rng, 5, 60), integer(rng, 2, 40), CASES[int(rng.integers(len(CASES)))]
        right = Fraction(ratio, ratio + against)
        wrong = [
            (Fraction(ratio, against), "Takes odds for a probability",
             "You give the odds after the signal. Odds compare one group with the other; a probability compares it with both together."),
            (Fraction(ratio, ratio + 1), "Ignores the base rate",
             "You use the likelihood ratio as if the odds before had been one to one. The prior odds are multiplied by it, not replaced."),
            (Fraction(ratio, 1 + against), "Multiplies the prior probability",
             "You multiply the prior probability by the likelihood ratio. It is the odds that are multiplied; a probability treated so can even exceed 1."),
            (Fraction(1, 1 + ratio * against), "Turns the likelihood ratio round",
             "You let the signal speak against the property. A ratio above one says that the signal is more frequent where the property is there."),
        ]
        if apart(right, wrong, 0.004):
            break
    things, what, test = bad
    return number(
        f"Among {things}, the odds of being {what} are 1 : {against}. A flag of the {test} is {ratio} times as frequent where it is so as where it is not. "
        f"One is flagged. How probable is it that it is {what}? Give a fraction, or a decimal to three places.",
        float(right), [(float(v), n, w) for v, n, w in wrong],
        f"Odds after the flag: ${ratio} : {against}$, so the probability is ${ratio}/({ratio} + {against})$.",
        rtol=0, atol=0.00051, also=(f"{ratio}/{ratio + against}",), against=against, ratio=ratio,
    )


def three_sources(rng):
    """Which of three sources it came from"""
    while True:
        a = 5 * integer(rng, 3, 12)
        b = 5 * integer(rng, 1, (95 - a) // 5 - 1)
        shares, rates = [a, b, 100 - a - b], [integer(rng, 1, 12) for _ in range(3)]
        k = integer(rng, 0, 2)
        total = sum(x * y for x, y in zip(shares, rates))
        right = Fraction(shares[k] * rates[k], total)
        wrong = [
            (Fraction(rates[k], sum(rates)), "Ignores the base rate",
             "You compare the three error rates alone. A source that sends more cases also sends more errors at the same rate."),
            (Fraction(shares[k], 100), "Leaves the prior as it was",
             "You give the source's share of all cases. That the case is an error speaks for sources that err often; the share must move."),
            (Fraction(rates[k], 100), "Uses the likelihood as the posterior",
             "You give how often this source errs. Asked is, among all errors, how many come from it."),
            (Fraction(shares[k] * rates[k], 10_000), "Forgets to divide by all errors",
             "You give the share of cases that come from this source and are errors, out of all cases. You know that this case is an error, "
             "so only errors count below the line."),
        ]
        if apart(right, wrong, 0.004) and len(set(rates)) == 3:
            break
    name = "ABC"[k]
    return number(
        f"Three labelling teams write {shares[0]} % (A), {shares[1]} % (B) and {shares[2]} % (C) of all labels; {rates[0]} %, {rates[1]} % and {rates[2]} % "
        f"of their labels are wrong. A label is found to be wrong. How probable is it that team {name} wrote it? Give a fraction, or a decimal to three places.",
        float(right), [(float(v), n, w) for v, n, w in wrong],
        f"Of 10,000 labels, {', '.join(f'${x * y}$' for x, y in zip(shares, rates))} are wrong and come from A, B, C: ${shares[k] * rates[k]}/{total}$.",
        rtol=0, atol=0.00051, also=(f"{shares[k] * rates[k]}/{total}",), shares=shares, rates=rates, k=k,
    )


TEMPLATES = [flagged, positive, negative, two_signals, odds, three_sources]

EXPECTED = {
    "flagged": {1: "2476", 2: "2784"},
    "positive": {1: "24.9 %", 2: "27.6 %"},  # 616/2476, 256/928
    "negative": {1: "1.8 %", 2: "9.8 %"},  # 132/7252, 792/8046
    "two_signals": {1: "13.5 %", 2: "52.0 %"},  # 1 is the lesson's worked example: 271.04/2000.84
    "odds": {1: "21/52", 2: "4/21"},
    "three_sources": {1: "70/149", 2: "7/13"},
}
