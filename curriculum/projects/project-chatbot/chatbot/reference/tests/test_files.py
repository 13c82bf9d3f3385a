"""bot.files: a file is wholly there or not there."""

from pathlib import Path

import pytest

from bot.faults import Fault
from bot.files import read_lines, replaced_folder, write_lines, write_text


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    write_text(tmp_path / "a", "old")
    with pytest.raises(UnicodeEncodeError):
        write_text(tmp_path / "a", "\ud800")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_text() == "old"


def test_a_failed_folder_leaves_the_old_folder(tmp_path: Path) -> None:
    with replaced_folder(tmp_path / "x") as fresh:
        (fresh / "one").write_text("1")
    with pytest.raises(ZeroDivisionError), replaced_folder(tmp_path / "x") as fresh:
        (fresh / "two").write_text("2")
        raise ZeroDivisionError
    assert [str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*")] == ["x", "x/one"]


def test_lines_come_back_and_a_damaged_line_is_named(tmp_path: Path) -> None:
    write_lines(tmp_path / "l", [{"a": "ä\n"}, [1]])
    assert list(read_lines(tmp_path / "l")) == [{"a": "ä\n"}, [1]]
    (tmp_path / "l").write_text('{"a": 1}\n{"a": \n')
    with pytest.raises(Fault, match="Line 2"):
        list(read_lines(tmp_path / "l"))
