"""What a judge asks is plain data, and the learner can read it in one line."""

from __future__ import annotations

from gradus.judging import commit, program, put, repository, request, restart, same_lines, session, together


def test_a_repository_is_told_by_its_branches_and_its_loose_files() -> None:
    asked = repository(commit("main", "A", {"a": "1"}), commit("x", "B", {"b": "2"}, start="main"), files={"loose.txt": ""})
    assert asked.shown == "your commands in a repository with 2 commits on main, x, uncommitted: loose.txt"
    assert repository().shown == "your commands in a folder without repository"


def test_requests_are_told_by_method_path_and_body() -> None:
    asked = session(
        put("m.json", "{}"), restart(), request("POST", "/p", json={"x": 1}), together(request("GET", "/a"), request("GET", "/b"))
    )
    assert asked.shown == 'write m.json; restart; POST /p {"x": 1}; GET /a and at once GET /b'
    assert [sorted(item) for item in asked.args[0]] == [["put", "text"], ["restart"], ["together"], ["together"]]


def test_a_long_input_is_told_by_its_first_lines_and_runs_without_checks() -> None:
    asked = program("\n".join(map(str, range(5000))))
    assert asked.shown == "the program with the input '0 / 1 / 2 / … 5000 lines'"
    assert asked.args[3] is False
    assert program("1\n").args[3] is True


def test_printed_texts_are_compared_by_words_and_lines() -> None:
    assert same_lines("a  b \n\n", "a b") is None
    assert same_lines("", "\n") is None
    assert same_lines("1.0000001", "1", rtol=1e-6) is None
    assert "Line 2" in str(same_lines("a\nb", "a\nc"))
    assert "1 lines, expected 2" in str(same_lines("a", "a\nb"))
