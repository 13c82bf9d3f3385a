"""What curriculum/renamed.toml says: old step id to new id, or "retired"."""

from __future__ import annotations

import tomllib
from pathlib import Path

from gradus.content.unreadable import Unreadable

NAME = "renamed.toml"
RETIRED = "retired"


def renamed(folder: Path) -> dict[str, str]:
    """The table [renamed], chains followed to their end; {} without the file.  Raises Unreadable."""
    path = folder / NAME
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("renamed", {})
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise Unreadable("renamed", path, 1, f"This is not TOML ({e}); correct it.") from None
    if not isinstance(table, dict) or not all(isinstance(v, str) for v in table.values()):
        raise Unreadable("renamed", path, 1, '[renamed] must be a table of old id = "new id"; write it so.')
    return {old: _end(table, old) for old in table}


def _end(table: dict[str, str], old: str) -> str:
    seen, at = {old}, table[old]
    while at in table and at not in seen:
        seen.add(at)
        at = table[at]
    return at
