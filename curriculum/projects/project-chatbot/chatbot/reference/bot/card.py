"""The data card: what went in, what was left out and why, so that somebody else can judge the data."""

from typing import Any


def card_text(card: dict[str, Any]) -> str:
    """The card as Markdown."""
    masked = "".join(f"| {kind} | {n} |\n" for kind, n in card["masked"].items())
    skipped = "".join(f"- `{s['source']}`: {s['reason']}\n" for s in card["skipped"]) or "Nothing.\n"
    encodings = ", ".join(f"{name} ({n})" for name, n in card["encodings"].items()) or "none (PDF only)"
    return f"""# Data card

{card["documents"]} documents became {card["chunks"]} chunks. Hash of the data: `{card["hash"]}`.

| left out or changed | count |
|---|---|
| exact copies dropped | {card["duplicates"]} |
| near copies dropped | {card["near_duplicates"]} |
| lines taken out as boilerplate | {card["boilerplate_lines"]} |
| documents whose encoding was repaired | {card["repaired"]} |

Encodings: {encodings}.

## Personal data masked

| kind | count |
|---|---|
{masked}
Found by form and checksum. Names, postal addresses and what is written in an unusual form are not found: read a sample before you publish the data.

## Skipped

{skipped}"""
