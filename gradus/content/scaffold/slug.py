"""A file name for a mistake, made of the first words of its name."""

from __future__ import annotations

import re


def slug(text: str) -> str:
    """At most five words of letters and digits, joined by underscores."""
    return "_".join(re.findall(r"[a-z0-9]+", text.lower())[:5]) or "mistake"
