"""A lesson reads easily: its Flesch-Kincaid grade is at most 9, and no sentence has more than 70 words.

The grade is 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid, Fishburne, Rogers & Chissom, 1975).  It knows nothing of
what is said; it finds the paragraph that nobody would finish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.lessontext import line_at, prose, without_formulas
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "lesson-reading"
GRADE, LONGEST = 9.0, 70
FEW = 60  # words: below, a grade says nothing
ASIDE = re.compile(r"^(?:\||#|:::).*$", re.MULTILINE)  # tables, headings, figures
SENTENCE = re.compile(r"\n\s*\n|\n\s*(?:[-*]|\d+\.)\s|(?<=[.!?])\s+")
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Grade and longest sentence."""
    text = ASIDE.sub(lambda m: " " * len(m[0]), without_formulas(prose(draft.text("lesson.md"))))
    found = [(at, words) for at, said in _sentences(text) if (words := WORD.findall(said))]
    count = sum(len(words) for _, words in found)
    if count < FEW:
        return
    for at, words in found:
        if len(words) > LONGEST:
            yield draft.finding(
                CODE, "lesson.md", line_at(text, at), f"A sentence has {len(words)} words; make two or a list of it ({LONGEST} at most)."
            )
    grade = 0.39 * count / len(found) + 11.8 * sum(_syllables(w) for _, words in found for w in words) / count - 15.59
    if grade > GRADE:
        say = f"The lesson reads at grade {grade:.1f} (Flesch-Kincaid); shorter sentences and plainer words bring it to {GRADE:g} or below."
        yield draft.finding(CODE, "lesson.md", 1, say)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for end in SENTENCE.finditer(text):
        yield at, text[at : end.start()]
        at = end.end()
    yield at, text[at:]


def _syllables(word: str) -> int:
    """Groups of vowels, without a silent e at the end; at least one."""
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = groups > 1 and re.search(r"[^l]e$", word.lower()) is not None
    return max(1, groups - silent)
