"""Every mistake has a name and words for the learner, every alternative a name; no two share one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gradus.content.docstring import MARKS, name_and_words
from gradus.content.draft import Draft
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "known-words"
NAME_WORDS, MOST_WORDS = 14, 120
TONE = re.compile(r"\b(oops|whoops|simply|great job|well done|obviously|good try|nice try|just forgot|silly|stupid)\b", re.IGNORECASE)


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Missing, doubled, too long, or in a tone that does not help."""
    if draft.layout is None:
        return
    for part in ("mistakes", "alternatives"):
        told: dict[str, str] = {}
        for path, _ in draft.under(part):
            name, words = name_and_words(draft.text(path), draft.layout.suffix)
            where = "comment lines" if draft.layout.suffix in MARKS else "docstring"
            if not name:
                how = 'as `name = "..."`' if path.endswith(".toml") else f"as the first line of the leading {where}"
                yield draft.finding(CODE, path, 1, f"{path} has no name; write it {how}.")
            elif name.lower() in told:
                yield draft.finding(CODE, path, 1, f"{path} has the same name as {told[name.lower()]}; give each its own.")
            told.setdefault(name.lower(), path)
            if part == "mistakes" and name:
                yield from _words(draft, path, name, words)
    for hint in draft.toml.hints if draft.toml else ():
        if m := TONE.search(hint):
            yield draft.finding(
                CODE, "step.toml", draft.line("step.toml", m[0]), f'A hint says "{m[0]}"; leave it out: say what to look at.'
            )


def _words(draft: Draft, path: str, name: str, words: str) -> Iterator[Finding]:
    if not words:
        yield draft.finding(
            CODE,
            path,
            1,
            f"{path} has no words for the learner; after the name say what the code believes, why it looks right, where it breaks.",
        )
    if len(name.split()) > NAME_WORDS:
        yield draft.finding(CODE, path, 1, f"The name has {len(name.split())} words; cut it to {NAME_WORDS} and put the rest below it.")
    if len(words.split()) > MOST_WORDS:
        yield draft.finding(CODE, path, 1, f"The words number {len(words.split())}; cut them to {MOST_WORDS}.")
    if m := TONE.search(f"{name} {words}"):
        yield draft.finding(CODE, path, draft.line(path, m[0]), f'The words say "{m[0]}"; leave it out: say what the code does.')
