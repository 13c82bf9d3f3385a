"""What one answer is worth against its gold line: numbers from 0 to 1, by rules that length alone cannot win."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

METRICS = ("score", "f1", "exact", "refusal", "cited")
WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The maximal runs of letters, digits and underscores, in lower case."""
    return WORD.findall(text.lower())


def f1(answer: str, accepted: Sequence[str]) -> float:
    """The best overlap of words with an accepted answer: twice the words in common over the words of both, each counted as often as it stands there."""
    got = Counter(words(answer))
    best = 0.0
    for text in accepted:
        want = Counter(words(text))
        if both := got.total() + want.total():
            best = max(best, 2 * (got & want).total() / both)
    return best


def values(answer: dict[str, Any] | None, gold: dict[str, Any]) -> dict[str, float | None]:
    """Every metric of one answer; None where a metric does not ask this question. `answer` is None when the system gave none, which is worth 0."""
    known = bool(answer and answer["known"])
    accepted, chunks = gold["answers"], set(gold.get("chunks", []))
    if not accepted:
        refused = float(answer is not None and not known)
        return {"score": refused, "f1": None, "exact": None, "refusal": refused, "cited": None}
    text = answer["answer"] if answer and known else ""
    overlap = f1(text, accepted)
    exact = float(known and any(words(text) == words(a) for a in accepted))
    cited = set(answer.get("citations", [])) if answer and known else set()
    return {
        "score": overlap,
        "f1": overlap,
        "exact": exact,
        "refusal": None,
        "cited": float(bool(cited) and cited <= chunks) if chunks else None,
    }
