"""This moment, and the time zone in which a learner's days begin and end."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from gradus import settings

LOCALTIME = Path("/etc/localtime")


def now() -> datetime:
    """This moment in UTC; FSRS takes aware times only."""
    return datetime.now(UTC)


def zone(environment: Mapping[str, str] = os.environ, localtime: Path = LOCALTIME) -> tzinfo:
    """GRADUS_ZONE, else TZ, else the zone that /etc/localtime leads to; else the offset that this machine keeps today.

    Raises ValueError when GRADUS_ZONE names no zone.
    """
    if wanted := settings.load(environment).zone:
        if found := _named(wanted):
            return found
        raise ValueError(f"GRADUS_ZONE is {wanted!r}, which names no time zone; write one such as Europe/Berlin.")
    linked = os.path.realpath(localtime) if localtime.is_symlink() else ""
    for name in (environment.get("TZ", "").lstrip(":"), linked.partition("zoneinfo/")[2]):
        if name and (found := _named(name)):
            return found
    return datetime.now().astimezone().tzinfo or UTC


def _named(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
