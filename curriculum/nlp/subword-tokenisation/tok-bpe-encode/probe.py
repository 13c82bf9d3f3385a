"""Ask the tokenizer for round trips, on drawn texts and on the Jargon File (data/LICENSE)."""

import answer


def round_trip(text, merges, special):
    """The text after encoding and decoding."""
    return answer.decode(answer.encode(text, merges), merges, special)


def on_jargon(count):
    """Merges learned on one entry; another entry in tokens, and as it comes back."""
    with open("data/jargon.txt", encoding="utf-8") as file:
        first, second = file.read().split("\n")[:2]
    merges = answer.byte_merges(first, count)
    ids = answer.encode(second, merges)
    return [merges, ids, answer.decode(ids, merges)]
