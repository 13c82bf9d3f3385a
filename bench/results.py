"""Where measurements go: one key of results.json (for machines) and one table of README.md (for people); all else there stays."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any


def known(here: Path) -> dict[str, Any]:
    """What was measured before; {} if nothing."""
    file = here / "results.json"
    return dict(json.loads(file.read_text("utf-8"))) if file.exists() else {}


def keep(here: Path, key: str, found: Any, mark: str = "", text: str = "") -> None:
    """Write `found` under `key`, and `text` between the lines `<!-- begin MARK: ... -->` and `<!-- end MARK -->` of README.md."""
    (here / "results.json").write_text(json.dumps({**known(here), key: found}, indent=2, ensure_ascii=False) + "\n", "utf-8")
    if mark:
        place = re.compile(rf"(<!-- begin {mark}: [^>]*-->\n).*?(<!-- end {mark} -->)", re.DOTALL)
        readme = here / "README.md"
        page, times = place.subn(lambda m: f"{m[1]}{text}\n{m[2]}", readme.read_text("utf-8"))
        if times != 1:
            raise ValueError(f"{readme} has {times} places for the table {mark!r}; it needs one.")
        readme.write_text(page, "utf-8")
