"""In which zone a learner's days begin."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from gradus import clock


def test_the_setting_comes_first_then_tz_then_what_etc_localtime_leads_to(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Asia/Tokyo")
    assert clock.zone({"GRADUS_ZONE": "Europe/Berlin", "TZ": "America/Lima"}, link) == ZoneInfo("Europe/Berlin")
    assert clock.zone({"TZ": ":America/Lima"}, link) == ZoneInfo("America/Lima")
    assert clock.zone({}, link) == ZoneInfo("Asia/Tokyo")


def test_a_setting_that_names_no_zone_is_said_and_never_guessed(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="names no time zone"):
        clock.zone({"GRADUS_ZONE": "Mars/Olympus"}, tmp_path / "none")


def test_without_any_of_them_the_days_begin_by_this_machines_offset(tmp_path: Path) -> None:
    found = clock.zone({"TZ": "not a zone"}, tmp_path / "none")
    assert datetime.now(found).utcoffset() == datetime.now().astimezone().utcoffset()


def test_now_is_aware_and_in_utc() -> None:
    assert clock.now().tzinfo is UTC
