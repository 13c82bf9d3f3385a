"""Relations between lists of anything, and between texts: another order, some missing, some too many, letter case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gradus.vocabulary import Mistake

Sequences = list[tuple[Sequence[Any], Sequence[Any]]]
Texts = list[tuple[str, str]]


def rearranged(pairs: Sequences) -> Mistake | None:
    """The same elements, elsewhere."""
    if any(len(g) != len(w) or sorted(map(repr, g)) != sorted(map(repr, w)) for g, w in pairs):
        return None
    return Mistake(
        "other-order",
        "The right values in another order",
        "All the right elements are there, each as often as it should be; they stand in other places. Look at what decides the order, also among equals.",
    )


def fewer_or_more(pairs: Sequences) -> Mistake | None:
    """Elements left out, or others between the right ones."""
    said = [(list(map(repr, g)), list(map(repr, w))) for g, w in pairs]
    if all(len(g) < len(w) and _within(g, w) for g, w in said):
        return Mistake(
            "some-missing",
            "Some elements are missing",
            "What you return is right, in the right order, but elements are missing. Ask which condition drops them, and whether the first or last one is always among them.",
        )
    if all(len(g) > len(w) and _within(w, g) for g, w in said):
        doubled = all(list(dict.fromkeys(g)) == w for g, w in said)
        return Mistake(
            "too-many",
            "Elements more than once" if doubled else "More elements than asked",
            "The expected elements are all there in the right order, with others between. Ask which condition should have dropped them.",
        )
    return None


def _within(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(x in rest for x in part)


def written(pairs: Texts) -> Mistake | None:
    """Texts that differ in letter case or in white space only."""
    if all(g.casefold() == w.casefold() for g, w in pairs):
        return Mistake("letter-case", "Only small and capital letters differ", "The text is right but for the case of its letters.")
    if all("".join(g.split()) == "".join(w.split()) for g, w in pairs):
        return Mistake(
            "white-space",
            "Only spaces or line ends differ",
            "The text is right but for its white space: look at separators, and at the end of the last line.",
        )
    return None
