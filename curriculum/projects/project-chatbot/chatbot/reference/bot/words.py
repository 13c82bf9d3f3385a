"""The words that the word index counts: lower case, without endings, without the words that every text has."""

import re

STOP = frozenset(
    "a an and are as at be been but by can could did do does doing for from had has have how i if in into is it its may me my no not of on or our should so such "
    "many much long far often old than that the their them then there these they this those to was we were what when where which who whom whose why will with would you your".split()
)
ENDINGS = (
    "ational",
    "ization",
    "fulness",
    "ations",
    "ation",
    "ments",
    "ment",
    "ness",
    "ings",
    "ing",
    "edly",
    "ies",
    "ied",
    "ers",
    "ed",
    "es",
    "er",
    "ly",
    "s",
)


def stem(word: str) -> str:
    """The word without a common English ending, if three letters or more are left: "copies", "copied" and "copying" meet."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] in "eyi" else word


def words(text: str) -> list[str]:
    """Stems in order. A name such as `read_csv` or `os.path` counts whole and in its parts."""
    found = []
    for name in re.findall(r"[^\W_]+(?:[._][^\W_]+)*", text.lower()):
        parts = re.split(r"[._]", name)
        found += [stem(part) for part in parts if part not in STOP]
        if len(parts) > 1:
            found.append(name)
    return found
