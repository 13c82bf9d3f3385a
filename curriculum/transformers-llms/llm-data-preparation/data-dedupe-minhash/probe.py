"""Copies of paragraphs of the Python tutorial (data/LICENSE), edited, through the answer's deduplicate; pairs as text."""

import answer


def pairs(signatures, bands):
    """The candidates, each pair as it would be printed."""
    return [str((int(i), int(j))) for i, j in answer.candidates(signatures, bands)]


def on_tutorial(copies, threshold, k, a, b):
    """`copies` are (paragraph, words to replace, words to put before): what is left of them."""
    with open("data/tutorial.txt", encoding="utf-8") as file:
        paragraphs = file.read().splitlines()
    texts = []
    for number, replaced, before in copies:
        words = paragraphs[number].split()
        for place in replaced:
            words[place % len(words)] = "changed"
        texts.append(" ".join(["Note:"] * before + words))
    return answer.deduplicate(texts, threshold, k, a, b)
