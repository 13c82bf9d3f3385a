"""Looks for each part in the prompt's own words; counts replies one by one."""

import re
from fractions import Fraction

REPAIRS = {
    "the task is ambiguous": "Say what is to be done with the text, and name the labels.", "the form of the answer is missing": "Say what the reply consists of, to the word.",
    "text and instruction are mixed": "Put the foreign text between marks, and say that it is data.", "nothing is said for the case that nothing fits": "Say what to reply if no label fits.",
    "two examples conflict": "Correct the example whose label does not follow from the task.",
}


def flaw(text):
    if not re.search("Sort the|Which of these|one of the labels", text):
        return "the task is ambiguous"
    if "it is data" not in text:
        return "text and instruction are mixed"
    if "none" not in text:
        return "nothing is said for the case that nothing fits"
    if not re.search("label alone|Your reply is one|Write one line", text):
        return "the form of the answer is missing"
    given = {}
    for example, label in re.findall(r'"([^"]+)" gives (\w+)', text):
        given.setdefault(example.lower(), set()).add(label)
    assert any(len(labels) > 1 for labels in given.values())
    return "two examples conflict"


def repair(bad):
    return REPAIRS[bad]


def contradicts(options, k, kind):
    for option in options:
        value, label = int(option.split()[0]), option.split(": ")[1]
        said = {"u": "urgent" if value - k <= 0 else "calm", "l": "large" if value >= k else "small", "c": "cold" if value < k else "warm"}[kind]
        if label != said:
            return option
    return ""


def cost(extra, calls, price):
    return float(sum(Fraction(str(price)) * extra * calls / 1_000_000 for _ in range(30)))


def readable(n, free, wrongs, fixed):
    def good(lost):
        return Fraction(n) * (100 - lost) / 100 * (100 - wrongs) / 100

    return float(good(fixed) - good(free))
