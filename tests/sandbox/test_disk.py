"""How much was written: with a name or without one, counted once, and never forever."""

from __future__ import annotations

import os
from pathlib import Path

from gradus.sandbox import disk


def test_files_with_a_name_and_without_one_and_linked_twice_count_once_each(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file").write_bytes(bytes(1 << 20))
    os.link(tmp_path / "deep" / "file", tmp_path / "again")
    with (tmp_path / "gone").open("wb", buffering=0) as f:
        f.write(bytes(1 << 20))
        (tmp_path / "gone").unlink()
        assert 2 << 20 <= disk.used(os.getpid(), str(tmp_path)) < 2.2 * (1 << 20) + disk.nameless(os.getpid()) - (1 << 20)
    assert disk.used(-1, str(tmp_path)) < 1.2 * (1 << 20)


def test_a_hole_is_not_counted_and_a_link_is_not_followed(tmp_path: Path) -> None:
    with (tmp_path / "hole").open("wb") as f:
        f.truncate(1 << 40)
    (tmp_path / "link").symlink_to("/usr")
    assert disk.used(-1, str(tmp_path)) < 1 << 20


def test_too_many_files_are_too_much(tmp_path: Path) -> None:
    for i in range(disk.ENTRIES + 2):
        (tmp_path / str(i)).touch()
    assert disk.used(-1, str(tmp_path)) == disk.TOO_MUCH


def test_a_folder_that_is_not_there_is_nothing() -> None:
    assert disk.used(-1, "/nowhere") == 0
