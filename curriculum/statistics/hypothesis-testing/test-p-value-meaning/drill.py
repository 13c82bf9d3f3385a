"""What a p-value says, what it does not say, and what several tests do to it."""

import math
from fractions import Fraction

from gradus.drilling import choice, number

STUDIES = [  # what was compared, the measure, the unit, a typical size
    ("two prompts", "share of answers rated helpful", "percentage points", 1.0),
    ("two ranking models", "click rate", "percentage points", 0.5),
    ("a distilled and a full model", "mean latency", "ms", 4.0),
    ("two checkout pages", "mean basket", "euros", 1.0),
    ("two retrieval settings", "share of questions answered", "percentage points", 1.0),
    ("two learning-rate schedules", "mean validation accuracy", "percentage points", 0.3),
]


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def some(rng, count, values):
    return [values[int(i)] for i in rng.permutation(len(values))[:count]]


def meaning(rng):
    """What a p-value is the probability of"""
    what, measure, unit, size = pick(rng, STUDIES)
    p = float(pick(rng, [0.011, 0.013, 0.018, 0.021, 0.024, 0.027, 0.032, 0.036, 0.041, 0.046]))
    diff = round(size * float(rng.uniform(1.5, 4)), 1)
    percent, rest = f"{100 * p:.1f} %", f"{100 * (1 - p):.1f} %"
    right = pick(rng, [
        f"With no true difference, {percent} of such studies would show one at least this large.",
        f"In a world without any difference, {percent} of the studies come out at least this extreme.",
        f"If the two were equal, chance would give a difference this large or larger in {percent} of studies.",
    ])
    wrong = some(rng, 4, [
        (f"Given these data, the probability that there is no difference between the two is {percent}.",
         "Reads p as the probability that the null is true",
         "You turn the condition round. The computation takes the null as true from the start, so it cannot say how probable the null is; "
         "for that you would need a prior as well."),
        (f"The probability that there is a true difference between the two is now {rest}.",
         "Reads 1 - p as the probability of an effect",
         "You take what is left over from p for the probability that the effect is real. p is computed inside a world without any effect; "
         "its complement lives in that world too."),
        (f"If we now declare the two to be different, this decision is wrong with a probability of {percent}.",
         "Reads p as the chance of a wrong decision",
         "The share of wrong decisions among your discoveries depends on how many of the effects you test are real. The p-value knows nothing of that; "
         "with few real effects most discoveries are false even at small p."),
        (f"If the study were repeated, such a difference would be found again in {rest} of the cases.",
         "Reads 1 - p as the chance of replication",
         "How often a repetition succeeds depends on the true difference and the number of cases. p is computed as if there were no difference; "
         "a result just under 0.05 repeats about every second time, not nearly always."),
        (f"A difference of exactly this size, no more and no less, comes about by chance in {percent} of studies.",
         "Counts only results of exactly this size",
         "You count results of exactly this size. A p-value counts the whole tail: this one and everything that lies even further from what "
         "the null expects."),
    ])
    return choice(
        rng,
        f"A test of {what} finds a difference of {diff} {unit} in the {measure}, two-sided $p = {p:.3f}$. The test was the only one that was planned. "
        "Which statement follows from the p-value?",
        right, wrong,
        "A p-value takes the null as given and counts how often data at least this extreme would come out. It is a statement about data, not about hypotheses.",
    )


def not_significant(rng):
    """What a large p-value leaves open"""
    what, measure, unit, size = pick(rng, STUDIES)
    while True:
        low, high = -round(size * float(rng.uniform(0.3, 1.2)), 1), round(size * float(rng.uniform(2.5, 6)), 1)
        z = 1.96 * (high + low) / (high - low)
        p = round(math.erfc(z / math.sqrt(2)), 2)
        if 0.07 <= p <= 0.45 and low < 0:
            break
    right = pick(rng, [
        f"No difference fits these data, and so does a difference of nearly {high:.1f} {unit}; the study leaves both open.",
        f"The study cannot tell no difference apart from one of, say, {0.8 * high:.1f} {unit}; more data are needed.",
        f"Differences between {low:.1f} and {high:.1f} {unit} remain plausible, so the question stays open.",
    ])
    wrong = some(rng, 4, [
        (f"The test has shown that there is no difference in the {measure}, since p lies clearly above 0.05.",
         "Reads non-significant as no effect",
         "You read silence as proof. The test could not rule out the null; neither could it rule out the other values in the interval, "
         "some of which would matter."),
        (f"The null hypothesis is true with a probability of about {100 * p:.0f} %, so it is the less likely one.",
         "Reads p as the probability that the null is true",
         "You turn the condition round. The null is taken as true in the computation, so its own probability cannot come out of it."),
        ("There may be a difference, but it is certainly too small to have any practical importance here.",
         "Reads non-significant as small",
         "You read a large p as a small effect. With few cases even a large effect gives a large p; how large it may be, only the interval shows."),
        ("With more cases the difference would become significant, because it already points that way now.",
         "Takes the observed difference for the true one",
         "You treat the observed difference as the true one. If the true one is zero, more cases pull the estimate towards zero and the test stays silent "
         "in 19 of 20 studies."),
        (f"The two are equally good in the {measure}, so the cheaper one can be taken without any loss.",
         "Takes untold apart for equal",
         "Not told apart is not the same as equal. To claim that two are practically equal, the whole interval must lie within the differences that do not matter."),
    ])
    return choice(
        rng,
        f"A test of {what} gives $p = {p:.2f}$; the 95 % interval for the difference in the {measure} runs from {low:.1f} to {high:.1f} {unit}. "
        f"A difference of {round(size, 1)} {unit} would matter. Which conclusion do the data support?",
        right, wrong,
        "A large p only says that the null is not ruled out. What else is not ruled out stands in the interval.",
    )


def effect_size(rng):
    """What a tiny p-value says about size"""
    what, measure, unit, size = pick(rng, STUDIES)
    diff = round(size * float(rng.uniform(0.02, 0.08)), 3)
    n = int(rng.integers(4, 40)) * 500_000
    p = pick(rng, ["10^{-6}", "10^{-8}", "2\\cdot 10^{-5}", "3\\cdot 10^{-7}", "10^{-5}"])
    right = pick(rng, [
        "There is very likely some difference, and it is much too small to matter.",
        f"Chance hardly explains the difference; still, {diff} {unit} is too little to matter.",
        f"The data speak against exact equality, but the difference is around {diff} {unit} and does not matter.",
    ])
    wrong = some(rng, 4, [
        ("A p-value as tiny as this one is only reached by large differences.",
         "Reads a small p as a large effect",
         "A p-value mixes the size of the effect with the number of cases. With millions of cases any difference, however tiny, gives a tiny p."),
        ("The better of the two should be rolled out, as the result is highly significant.",
         "Reads significant as important",
         "Significant means hard to explain by chance. Whether it is worth acting upon is decided by the size of the difference against what a change costs."),
        ("With that many cases a p-value is meaningless, so nothing follows from it.",
         "Thinks large samples make tests useless",
         "More cases make the estimate sharper, not worse. The p-value keeps its meaning; it is the question 'exactly zero?' that becomes uninteresting."),
        ("With so many cases the p-value has to be corrected before anything can be said about a difference at all.",
         "Corrects for the number of cases",
         "Corrections are for the number of tests. The number of cases already stands in the standard error, where it belongs."),
        (f"The probability that the two are equal is ${p}$, so it is clear which one of them has to be taken from now on.",
         "Reads p as the probability that the null is true",
         "You turn the condition round: p is computed as if the two were equal. It says nothing about how probable that is, and nothing about which size matters."),
    ])
    return choice(
        rng,
        f"With {n // 1_000_000 if n % 1_000_000 == 0 else n / 1_000_000} million cases, a test of {what} finds a difference of {diff} {unit} in the {measure}, "
        f"$p = {p}$. A difference of {round(size, 1)} {unit} would matter. What do you report?",
        right, wrong,
        "The p-value answers whether chance alone explains the difference; the estimate answers how large it is. Only the second one decides whether it matters.",
    )


def many_tests(rng):
    """What one small p among many tests supports"""
    what, _, _, _ = pick(rng, STUDIES)
    m = int(rng.integers(20, 41))
    p = float(pick(rng, [0.022, 0.028, 0.034, 0.039]))
    kind = pick(rng, ["metrics", "user segments", "countries", "test sets"])
    right = pick(rng, [
        f"Among {m} tests a p-value as small as this easily comes about by chance; a new, planned test is needed.",
        f"Counting all {m} tests, this result is not significant; it is an idea for a study of its own.",
        f"One of {m} tests falls below 0.05 easily without any effect, so this one is no evidence yet.",
    ])
    one = kind[:-1] if kind != "countries" else "country"
    wrong = some(rng, 4, [
        (f"There is a significant difference in this one {one}; the other {m - 1} tests have no bearing on it.",
         "Ignores how many tests were run",
         "You judge the smallest of many p-values as if it had been the only one. Each test is another ticket in the lottery; "
         "the winner was picked because it looks best."),
        (f"All {m} {kind} differ, because a difference in one of them shows that the two are not the same.",
         "Spreads one finding over all tests",
         "You carry one result over to the others. Those were tested too and showed nothing; and even the one may be chance."),
        (f"With probability {100 * (1 - p):.1f} % the difference in this {one} is real, whatever the others show.",
         "Reads 1 - p as the probability of an effect",
         "You take what is left over from p for the probability of an effect. p is computed in a world without effects, and here it is also the best of many."),
        (f"This {one} should be reported alone, since a test that was not significant carries no information.",
         "Drops the tests that found nothing",
         "You leave out the tests that failed. Without their number nobody can judge the one that is left: the reader takes it for the only one."),
        (f"The other {m - 1} results prove that the two are the same in those {kind}, and different in this one.",
         "Reads non-significant as no effect",
         "You read silence as proof of equality. The others only failed to rule out the null, and the one that did was the best of many."),
    ])
    return choice(
        rng,
        f"A team compares {what} on {m} {kind}, one test each at 0.05, none of them planned as the main one. A single test falls below: $p = {p:.3f}$; the rest lie above 0.1. "
        "Which statement is supported?",
        right, wrong,
        f"Without any effect, ${m}$ tests at 0.05 give ${m * 0.05:.2f}$ small p-values on average. Bonferroni asks for $p \\le 0.05/{m} = {0.05 / m:.4f}$.",
    )


def shuffles(rng):
    """A p-value counted from shuffles"""
    while True:
        n = int(pick(rng, [499, 999, 1999]))
        upper, lower = int(rng.integers(4, n // 20)), int(rng.integers(4, n // 20))
        right = Fraction(upper + lower + 1, n + 1)
        wrong = [
            (Fraction(upper + 1, n + 1), "Counts one tail of a two-sided test",
             "You count only the shuffles on the side where your result lies. The question asks for differences in either direction."),
            (1 - right, "Counts the results that are less extreme",
             "You give the share of shuffles that are less extreme than the result. p counts the ones at least as extreme."),
            (Fraction(upper + lower, n), "Leaves the observed arrangement out",
             "You count the shuffles only. The observed arrangement is one of those the null allows, as likely as any shuffle; without it p could "
             "come out as zero."),
            (Fraction(upper + lower + 1, 2 * (n + 1)), "Halves a two-sided p",
             "You divide by the two tails. Both of them are already counted, each once; halving gives a one-sided value."),
        ]
        values = [right, *(w[0] for w in wrong)]
        if len(set(values)) == 5 and min(abs(a - right) for a in values[1:]) > Fraction(1, 5000) and upper != lower:
            break
    return number(
        f"The labels of two groups are shuffled {n} times. The observed difference is positive. {upper} shuffles give a difference at least as large, {lower} give one "
        "at least as far below zero. What is the two-sided p-value, counting the observed arrangement as one more? Give a fraction or four decimals.",
        float(right), [(float(v), name, words) for v, name, words in wrong],
        f"${upper} + {lower}$ shuffles and the observed arrangement itself, of ${n} + 1$: ${upper + lower + 1}/{n + 1}$.",
        rtol=0, atol=0.000051, also=(f"{upper + lower + 1}/{n + 1}",), n=n, upper=upper, lower=lower,
    )


def false_alarm(rng):
    """The chance of a false alarm among several tests"""
    while True:
        m, alpha = int(rng.integers(3, 26)), int(pick(rng, [1, 2, 5, 10]))
        a = Fraction(alpha, 100)
        right = 100 * (1 - (1 - a) ** m)
        wrong = [
            (Fraction(alpha), "Ignores how many tests were run",
             "You give the chance for a single test. With every further test there is one more occasion for a false alarm."),
            (100 * (1 - a) ** m, "Gives the chance of no false alarm",
             "You give the probability that all tests stay silent. Asked is that at least one does not."),
            (Fraction(alpha * m), "Adds the chances of the tests",
             "You add the chances. Runs in which two tests give a false alarm are then counted twice; with enough tests the sum passes 100 %."),
            (100 * a * m * (1 - a) ** (m - 1), "Counts exactly one false alarm",
             "You give the probability of exactly one false alarm. At least one includes two, three and more."),
        ]
        values = sorted([right, *(w[0] for w in wrong)])
        if all(y - x > Fraction(3, 10) for x, y in zip(values, values[1:])):
            break
    return number(
        f"In {m} independent tests, each at the level {alpha} %, every null hypothesis is true. How probable is at least one significant result? "
        "Answer in %, to one decimal.",
        float(right), [(float(v), name, words) for v, name, words in wrong],
        f"All stay silent with probability $(1 - {float(a):g})^{{{m}}} = {float((1 - a) ** m):.4f}$; the rest is what is asked.",
        rtol=0, atol=0.051, unit="%", m=m, alpha=alpha,
    )


def ladder(rng, m, b, h, u, q):
    """p-values of which Bonferroni rejects about b, Holm h, Benjamini-Hochberg u, and 0.05 each q."""
    a, p = 0.05, []
    for i in range(m):
        low, high = (
            (0.0003, 0.9 * a / m) if i < b
            else (1.03 * a / m, 0.97 * a / (m - i)) if i < h
            else (1.05 * a / (m - h), 0.95 * a * u / m) if i < u
            else (1.03 * a * (i + 1) / m, 0.0495) if i < q
            else (0.055, 0.6)
        )
        low = max([low, *p[-1:]])
        p.append(round(float(rng.uniform(low, max(low, high))), 4))
    return sorted(p)


def holm(rng):
    """How many tests remain significant by Holm"""
    while True:
        m, b = int(rng.integers(8, 11)), int(rng.integers(1, 4))
        h, u = b + int(rng.integers(1, 3)), b + int(rng.integers(3, 5))
        q = u + int(rng.integers(1, m - u)) if u < m - 1 else m
        p = ladder(rng, m, b, h, u, q)
        if sorted(set(p)) != p:
            continue
        levels = [Fraction(5, 100) / (m - i) for i in range(m)]
        exact = [Fraction(str(x)) for x in p]
        right = next((i for i in range(m) if exact[i] > levels[i]), m)
        plain = sum(x <= Fraction(5, 100) for x in exact)
        bonferroni = sum(x <= Fraction(5, 100 * m) for x in exact)
        up = max((i + 1 for i in range(m) if exact[i] <= Fraction(5 * (i + 1), 100 * m)), default=0)
        if len({right, plain, bonferroni, up}) == 4 and all(abs(x - lv) > Fraction(1, 10_000) for x in exact for lv in levels):
            break
    shown = [p[int(i)] for i in rng.permutation(m)]
    wrong = [
        (plain, "Ignores how many tests were run",
         "You compare every p-value with 0.05. With so many tests at 0.05 a false alarm somewhere becomes likely; Holm keeps that chance at 0.05 altogether."),
        (bonferroni, "Uses Bonferroni's one level for all",
         "You compare every p-value with the strictest level. Holm uses that level for the smallest only and is milder with each test that it passes."),
        (up, "Lets the levels grow in proportion to the rank",
         "Your levels are those of Benjamini and Hochberg: they bound the share of false discoveries, a weaker promise. Holm divides 0.05 by the number of tests still left."),
    ]
    return number(
        f"{m} tests gave these p-values: {', '.join(f'{x:g}' for x in shown)}. How many null hypotheses does Holm's procedure reject at 0.05?",
        right, wrong,
        "Sorted: " + ", ".join(f"${x:g}$ against ${float(lv):.5f}$" for x, lv in list(zip(p, levels))[: right + 1]) + f". So {right} are rejected.",
        rtol=0, atol=1e-6, p=shown,
    )


TEMPLATES = [meaning, not_significant, effect_size, many_tests, shuffles, false_alarm, holm]

EXPECTED = {
    "meaning": {1: "With no true difference, 2.7 % of such studies would show one at least this large."},
    "not_significant": {1: "The study cannot tell no difference apart from one of, say, 9.6 ms; more data are needed."},
    "effect_size": {1: "There is very likely some difference, and it is much too small to matter."},
    "many_tests": {2: "Counting all 25 tests, this result is not significant; it is an idea for a study of its own."},
    "shuffles": {1: "65/1000", 2: "43/2000"},
    "false_alarm": {1: "48.7 %", 2: "35.9 %"},  # 1 and holm 1 are the lesson's worked example
    "holm": {1: "4", 2: "2"},
}
