"""Train on entries of the Jargon File (data/LICENSE)."""

import answer


def on_jargon(entries, merges):
    """The merges learned from these entries, by line number."""
    with open("data/jargon.txt", encoding="utf-8") as file:
        lines = file.read().split("\n")
    return answer.train_bpe("\n".join(lines[i] for i in entries), merges)
