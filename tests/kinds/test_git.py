"""Commands go through the whole path: a generated repository, bash and git in the box, and plain values of what is there afterwards."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gradus.judging import Miss, commit, each, repository
from gradus.kinds import git
from gradus.sandbox import run as sandbox
from gradus.sandbox.held import held
from gradus.vocabulary import Answer, Judge, Level, Limits, Mistake, Observation, Outcome, Probe, Seen, Step, Wall
from tests.kinds import golden

BEGIN = commit("main", "Begin", {"a.txt": "1\n", "deep/er/b.txt": "x\n"})
START = repository(BEGIN, commit("topic", "Topic", {"c.txt": "c\n"}, start="main"), commit("main", "Main", {"a.txt": "2\n"}))


@each()
def joined(got: Any, ideal: Any) -> Miss | None:
    """The last commit of main joins both branches."""
    return (
        None
        if len(got["commits"][got["branches"]["main"]]["parents"]) == 2
        else Miss("The last commit of main has one parent; main has 2 parents there.")
    )


def probes(seed: int) -> dict[str, Probe]:
    return {"example": START}


JUDGE = Judge(probes, (joined,), {"example": {"branch": "main", "status": []}})
STEP = Step(
    "golden-git", "Golden", "git", Level.INTRO, 5, "c", "t", Path("/nowhere"), "golden git", limits=Limits(seconds=2),
    starter={git.FILE: "git status\n"}, solution={git.FILE: "git merge --no-edit topic\n"},
    mistakes=(Mistake("copies", "Copies the commit", "A copy is no merge.", {git.FILE: "git cherry-pick topic\n"}),),
    load=lambda: JUDGE,
)  # fmt: skip


def observed(script: str, start: Probe = START, limits: Limits = STEP.limits) -> Observation:
    step = replace(STEP, load=lambda: replace(JUDGE, probes=lambda seed: {"example": start}), limits=limits)
    return git.observe(step, Answer({git.FILE: script}), 1)


def state(script: str, start: Probe = START) -> Any:
    seen = observed(script, start)
    assert seen.stopped is None, seen.stopped
    return seen.seen["example"].value


@pytest.mark.parametrize("case", golden.cases("git"), ids=lambda p: p.name)
def test_a_golden_answer_gets_its_outcome_and_its_words(case: Path) -> None:
    golden.holds(case, STEP, git.FILE)


def test_every_outcome_has_a_golden_case() -> None:
    assert golden.outcomes("git") == golden.EVERY


def test_the_state_tells_what_the_start_described() -> None:
    seen = state("true\n")
    assert [c["message"] for c in seen["commits"]] == ["Begin", "Topic", "Main"]
    assert [c["parents"] for c in seen["commits"]] == [[], [0], [0]]
    assert seen["branches"] == {"main": 2, "topic": 1}
    assert seen["commits"][1]["tree"] == {"a.txt": "1\n", "deep/er/b.txt": "x\n", "c.txt": "c\n"}
    assert (seen["branch"], seen["status"], seen["under_way"], seen["kept"]) == ("main", [], "", [0, 1, 2])


def test_equal_graphs_are_told_equally_whatever_the_order_of_the_commands() -> None:
    one = state(
        "git branch -f x main~1\ngit switch -q x\necho 1>f\ngit add f\ngit commit -qm f\ngit switch -q main\necho 2>g\ngit add g\ngit commit -qm g\n"
    )
    other = state(
        "echo 2>g\ngit add g\ngit commit -qm gee\ngit switch -q -c x main~2\necho 1>f\ngit add f\ngit commit -qm eff\ngit switch -q main\n"
    )
    plain = [git.behaviour(Seen(v)).value["commits"] for v in (one, other)]
    assert plain[0] == plain[1]


def test_what_is_uncommitted_and_under_way_is_seen() -> None:
    left = state(
        "echo 9 > a.txt\ngit add a.txt\ngit commit -qm other\ngit switch -q topic\necho 8 > a.txt\ngit commit -qam t\ngit merge main\ntouch new\n"
    )
    assert left["under_way"] == "merge"
    assert left["status"] == ["?? new", "UU a.txt"]
    assert left["branch"] == "topic"


def test_a_folder_without_commits_starts_without_repository() -> None:
    start = repository(files={"README.md": "hello\n"}, config={"user.name": "Ada", "init.defaultBranch": "trunk"})
    assert state("ls\n", start)["repository"] is False
    made = state("git init -q\ngit add README.md\ngit commit -qm First\n", start)
    assert (made["branch"], made["commits"][0]["author"]) == ("trunk", "Ada <you@example.org>")


@pytest.mark.parametrize(
    "trap",
    [
        "printf '#!/bin/sh\\ntouch /tmp/caught\\n' > .git/hooks/post-index-change; chmod +x .git/hooks/post-index-change",
        "git config core.fsmonitor 'touch /tmp/caught'",
        "git config core.pager 'touch /tmp/caught'; git config alias.status '!touch /tmp/caught'",
        "git clone -q 'ext::sh -c touch% /tmp/caught' x",
    ],
)
def test_hooks_and_settings_run_nothing_outside_the_box(trap: str) -> None:
    Path("/tmp/caught").unlink(missing_ok=True)
    seen = observed(trap + "\n")
    assert seen.stopped is None
    if held().wall is Wall.BOX:
        assert not Path("/tmp/caught").exists()


def test_nothing_that_was_left_in_the_background_lives_on() -> None:
    seen = state("(sleep 30; touch late) > /dev/null 2>&1 &\ngit status\n")
    assert "late" not in seen["files"]


def test_commands_reach_no_network_and_no_channel() -> None:
    said = observed("(exec 4<>/dev/tcp/127.0.0.1/22) 2>&1\nls /proc/self/fd | wc -l\necho junk >&3\n").printed
    assert "Permission denied" in said or "not permitted" in said or "refused" in said
    assert "Bad file descriptor" in said


@pytest.mark.skipif(not shutil.which("awk"), reason="this machine has no awk")
def test_a_tool_that_the_system_links_through_its_alternatives_runs() -> None:
    assert "made by awk" in observed("awk 'BEGIN { print \"made by awk\" }'\n").printed


def test_without_git_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    seen = git.observe(STEP, Answer({git.FILE: "git status\n"}), 1)
    assert seen.stopped is not None
    assert seen.stopped.outcome is Outcome.BROKEN
    assert "This step needs git" in seen.stopped.say
    assert "Install the package git" in seen.stopped.say


def test_where_the_wall_does_not_contain_programs_the_step_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    class Filtered(sandbox.Own):
        def wall(self) -> Wall:
            return Wall.FILTER

    monkeypatch.setattr(sandbox, "_source", Filtered())
    seen = git.observe(STEP, Answer({git.FILE: "git status\n"}), 1)
    assert seen.stopped is not None
    assert "not offered here" in seen.stopped.say
