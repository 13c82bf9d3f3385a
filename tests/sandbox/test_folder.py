"""The folder of scratch folders: locked while its owner lives, swept when a killed service left it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from gradus import settings
from gradus.sandbox import folder


def old(path: str) -> None:
    """As if made long ago."""
    os.utime(path, (1, 1))


def test_what_a_killed_service_left_is_swept_and_what_a_living_one_owns_is_not() -> None:
    script = "from gradus.sandbox.folder import Folder\nimport os, time\nprint(Folder().path, flush=True)\ntime.sleep(600)"
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=settings.CHECKOUT) as other:
        assert other.stdout is not None
        path = other.stdout.readline().strip()
        Path(path, "file").write_text("x")
        old(path)
        folder.sweep()
        assert os.path.isdir(path), "its owner lives"
        other.kill()
        other.wait()
        folder.sweep()
        assert not os.path.exists(path)


def test_a_folder_just_made_is_left_alone_until_its_owner_has_locked_it(tmp_path: Path) -> None:
    mine = folder.Folder()
    os.close(mine.fd)  # as in the moment before the lock
    mine.fd = -1
    folder.sweep()
    assert os.path.isdir(mine.path)
    old(mine.path)
    folder.sweep()
    assert not os.path.exists(mine.path)


def test_a_link_of_that_name_is_not_followed(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").write_text("x")
    link = Path(tempfile.gettempdir()) / f"{folder.PREFIX}link-{os.getpid()}"
    link.symlink_to(kept)
    try:
        folder.sweep()
        assert (kept / "file").exists()
    finally:
        link.unlink()
