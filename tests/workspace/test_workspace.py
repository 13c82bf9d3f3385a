"""The learner's files: written whole, never overwritten unasked, and what is no text is told in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradus import workspace
from gradus.workspace import ChangedOnDisk, Unreadable

NAME = "answer.py"
STARTER = {NAME: "def f():\n    ...\n"}


def file(home: Path) -> Path:
    return workspace.folder(home, "s") / NAME


def test_opening_writes_what_is_missing_and_nothing_else(tmp_path: Path) -> None:
    assert workspace.open_files(tmp_path, "s", STARTER) == [file(tmp_path)]
    file(tmp_path).write_text("mine")
    assert workspace.open_files(tmp_path, "s", STARTER) == []
    assert file(tmp_path).read_text() == "mine"


def test_opening_does_not_write_through_a_dangling_link(tmp_path: Path) -> None:
    workspace.folder(tmp_path, "s").mkdir(parents=True)
    file(tmp_path).symlink_to(tmp_path / "elsewhere")
    assert workspace.open_files(tmp_path, "s", STARTER) == []
    assert not (tmp_path / "elsewhere").exists()


def test_reset_keeps_every_text_under_the_next_free_number(tmp_path: Path) -> None:
    for text in ("first", "second", "third"):
        workspace.write(file(tmp_path), text)
        workspace.reset(tmp_path, "s", STARTER)
    assert [file(tmp_path).with_name(f"{NAME}.{n}").read_text() for n in (1, 2, 3)] == ["first", "second", "third"]
    assert file(tmp_path).read_text() == STARTER[NAME]


def test_reset_of_an_untouched_starter_keeps_no_copy(tmp_path: Path) -> None:
    workspace.open_files(tmp_path, "s", STARTER)
    assert workspace.reset(tmp_path, "s", STARTER) == []
    assert sorted(os.listdir(workspace.folder(tmp_path, "s"))) == [NAME]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\x7fELF\x02\x01\x01\x00\x00", "binary"),
        (b"caf\xe9 = 1", "UTF-8"),
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
    ],
)
def test_a_file_that_is_no_answer_gets_a_sentence_that_names_it(tmp_path: Path, content: bytes, sentence: str) -> None:
    workspace.folder(tmp_path, "s").mkdir(parents=True)
    file(tmp_path).write_bytes(content)
    found = workspace.read(tmp_path, "s", STARTER)
    assert isinstance(found, Unreadable)
    assert NAME in found.say
    assert sentence in found.say
    assert file(tmp_path).read_bytes() == content


def test_fifty_megabytes_are_refused_by_their_size_without_being_read(tmp_path: Path) -> None:
    workspace.folder(tmp_path, "s").mkdir(parents=True)
    with file(tmp_path).open("wb") as f:
        f.truncate(50_000_000)
    found = workspace.read(tmp_path, "s", STARTER)
    assert isinstance(found, Unreadable)
    assert "50.0 MB" in found.say


def test_a_pipe_in_the_place_of_a_file_does_not_hang_anything(tmp_path: Path) -> None:
    workspace.folder(tmp_path, "s").mkdir(parents=True)
    os.mkfifo(file(tmp_path))
    found = workspace.read(tmp_path, "s", STARTER)
    assert isinstance(found, Unreadable)
    assert "plain file" in found.say


def test_a_missing_file_is_told_with_the_folder_it_should_stand_in(tmp_path: Path) -> None:
    found = workspace.read(tmp_path, "s", STARTER)
    assert isinstance(found, Unreadable)
    assert str(workspace.folder(tmp_path, "s")) in found.say


def test_a_page_saves_over_what_it_saw_and_not_over_what_it_did_not_see(tmp_path: Path) -> None:
    workspace.open_files(tmp_path, "s", STARTER)
    _, seen = workspace.shown(file(tmp_path))
    newer = workspace.save(tmp_path, "s", NAME, "by the page", seen)
    file(tmp_path).write_text("by the editor")
    with pytest.raises(ChangedOnDisk) as stopped:
        workspace.save(tmp_path, "s", NAME, "by the page again", newer)
    assert stopped.value.text == "by the editor"
    assert file(tmp_path).read_text() == "by the editor"
    assert workspace.save(tmp_path, "s", NAME, "by the page again", stopped.value.hash)
    assert file(tmp_path).read_text() == "by the page again"


def test_saving_the_text_that_stands_there_is_no_conflict(tmp_path: Path) -> None:
    workspace.write(file(tmp_path), "same")
    assert workspace.save(tmp_path, "s", NAME, "same", "something older") == workspace.hash_of("same")


def test_a_binary_file_that_a_page_could_not_show_is_kept_when_the_page_saves(tmp_path: Path) -> None:
    workspace.folder(tmp_path, "s").mkdir(parents=True)
    file(tmp_path).write_bytes(b"\0\1\2")
    text, hash = workspace.shown(file(tmp_path))
    assert text == ""
    workspace.save(tmp_path, "s", NAME, "new", hash)
    assert file(tmp_path).with_name(f"{NAME}.1").read_bytes() == b"\0\1\2"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200))
def test_what_is_written_is_what_is_read(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("w") / NAME
    workspace.write(path, text)
    assert workspace.read_file(path) == text.removeprefix("\ufeff")


def test_a_write_that_fails_leaves_the_old_text_and_no_litter(tmp_path: Path) -> None:
    workspace.write(file(tmp_path), "old")
    with pytest.raises(UnicodeEncodeError):
        workspace.write(file(tmp_path), "half a character: \ud800")
    assert file(tmp_path).read_text() == "old"
    assert os.listdir(workspace.folder(tmp_path, "s")) == [NAME]


WRITER = """
import sys
from pathlib import Path
from gradus import workspace
print("begun", flush=True)
while True:
    for letter in "ab":
        workspace.write(Path(sys.argv[1]), letter * 300_000)
"""


def test_a_process_killed_in_the_middle_of_a_write_leaves_a_whole_text(tmp_path: Path) -> None:
    for pause in (0.0, 0.011, 0.023):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path / NAME)], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
        )
        with process:
            assert process.stdout is not None
            process.stdout.readline()
            while not (tmp_path / NAME).exists():
                time.sleep(0.001)
            time.sleep(pause)
            process.kill()
        assert (tmp_path / NAME).read_text() in {"a" * 300_000, "b" * 300_000}


def test_a_run_number_is_found_only_at_the_start_of_a_line() -> None:
    assert workspace.run_of("# t\nrun = 12345  # which\n") == 12345
    assert workspace.run_of("x.run = 5\n  run = 6\n") is None
