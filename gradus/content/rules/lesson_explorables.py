"""`::: explorable NAME` in a lesson names an interactive figure that exists, and says in words what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gradus.content.draft import Draft
from gradus.content.lessontext import line_at
from gradus.content.tree import Tree
from gradus.vocabulary import Finding

CODE = "lesson-explorable"
EXPLORABLES = frozenset(  # the names that the web draws; tests/web/test_explorables.py holds them against its folder
    {
        "attention",
        "backprop-graph",
        "bayes-frequencies",
        "bpe-merges",
        "central-limit",
        "confidence-coverage",
        "convolution",
        "decision-depth",
        "diffusion-noise",
        "dot-product",
        "gradient-descent",
        "kmeans",
        "linear-map",
        "optimisers",
        "p-values",
        "pca",
        "positions",
        "sampling",
        "secant",
        "softmax",
        "svd-image",
        "unit-balls",
    }
)
_CALL = re.compile(r"^:::[ \t]*explorable[ \t]*(.*)$", re.MULTILINE)
_WORDS = re.compile(r"\n([^\n]*\w[^\n]*)\n:::[ \t]*$", re.MULTILINE)  # one line of words and the end


def rule(draft: Draft, tree: Tree) -> Iterator[Finding]:
    """Names that nothing draws; figures without a caption."""
    text = draft.text("lesson.md")
    for m in _CALL.finditer(text):
        name, line = m[1].strip(), line_at(text, m.start())
        if name not in EXPLORABLES:
            yield draft.finding(
                CODE, "lesson.md", line, f"No explorable is called {name!r}; take a name from docs/explorables.md or drop the figure."
            )
        elif not _WORDS.match(text, m.end()):
            yield draft.finding(
                CODE,
                "lesson.md",
                line,
                f"The explorable {name} has no caption; write one line between its two `:::` that says what it shows to those who do not see it.",
            )
