"""Old names of steps."""

from __future__ import annotations

from pathlib import Path

import pytest

from gradus.content.renamed import renamed
from gradus.content.unreadable import Unreadable


def test_chains_are_followed_to_their_end(tmp_path: Path) -> None:
    (tmp_path / "renamed.toml").write_text('[renamed]\na = "b"\nb = "c"\nx = "retired"\n')
    assert renamed(tmp_path) == {"a": "c", "b": "c", "x": "retired"}


def test_a_circle_ends(tmp_path: Path) -> None:
    (tmp_path / "renamed.toml").write_text('[renamed]\na = "b"\nb = "a"\n')
    assert set(renamed(tmp_path)) == {"a", "b"}


def test_without_the_file_nothing_was_renamed(tmp_path: Path) -> None:
    assert renamed(tmp_path) == {}


@pytest.mark.parametrize("text", ["[renamed", "[renamed]\na = 3\n", "renamed = 5\n"])
def test_a_file_that_cannot_be_used_says_so(text: str, tmp_path: Path) -> None:
    (tmp_path / "renamed.toml").write_text(text)
    with pytest.raises(Unreadable):
        renamed(tmp_path)
