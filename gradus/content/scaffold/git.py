"""The scaffold of a git step: a topic branch that is to be merged."""

from __future__ import annotations

import textwrap

from gradus.content.scaffold.slug import slug
from gradus.vocabulary import PlannedStep


def files(planned: PlannedStep, mistakes: list[str], alternatives: int) -> dict[str, str]:
    """Every file but step.toml."""
    out = {**_FIXED, "lesson.md": _LESSON.replace("TITLE", planned.title).replace("TASK", textwrap.fill(planned.task, 100))}
    out["judge.py"] = _JUDGE.replace("TITLE", planned.title)
    for n, name in enumerate(mistakes):
        out[f"mistakes/{slug(name)}.sh"] = _MISTAKE.replace("NAME", name).replace("NUMBER", str(n + 1))
    for n in range(alternatives):
        out[f"alternatives/way_{n + 1}.sh"] = _ALTERNATIVES[n % len(_ALTERNATIVES)].replace("NUMBER", str(n + 1))
    return out


_LESSON = """# TITLE

TODO Why it matters, in two sentences.

## The idea

TODO The idea.

## A worked example

TODO With its commands and its graph: a base, a commit on each side and the merge are 4 commits; the last has 2 parents.

## The task

The roadmap says: TASK

TODO Every rule that is judged. Your answer is `answer.sh`: commands that bash runs in a repository with the branches `main` and `topic`; you are on `main`. Join them with a merge commit on `main`.
No editor opens, and a command that fails does not end the run.
"""

_FIXED = {
    "worked.py": '''"""TODO Every figure of the lesson, counted in the graph."""

PARENTS = {"base": [], "main": ["base"], "topic": ["base"], "merge": ["main", "topic"]}


def worked():
    """How many commits there are, and the parents of the last."""
    return [len(PARENTS), len(PARENTS["merge"])]
''',
    "starter.sh": "# TODO What is to be done here.\ngit status\ngit log --oneline --graph --all\n",
    "solution.sh": "# TODO How it is done, and why so.\ngit merge --no-edit topic\n",
    "oracle.py": '''"""TODO The state afterwards, worked out from the start without git."""


def run(start):
    commits, tips = [], {}
    for c in start["commits"]:
        parent = tips.get(c["branch"], tips.get(c["start"]))
        tree = {**(commits[parent]["tree"] if parent is not None else {}), **c["files"]}
        commits.append({"parents": [] if parent is None else [parent], "author": c["author"], "message": c["message"], "tree": tree})
        tips[c["branch"]] = len(commits) - 1
    merged = {**commits[tips["topic"]]["tree"], **commits[tips["main"]]["tree"]}
    head = len(commits)
    commits.append({"parents": [tips["main"], tips["topic"]], "author": "You <you@example.org>", "message": "Merge", "tree": merged})
    return {"repository": True, "branch": "main", "head": head, "branches": {**tips, "main": head}, "tags": {}, "commits": commits,
            "started_with": head, "kept": list(range(head)), "status": [], "under_way": "", "stash": 0, "files": merged, "config": {}, "given": {}}
''',
}

_JUDGE = '''"""TITLE."""

import numpy as np

from gradus.judging import Miss, commit, each, repository

EXPECTED = {"example": {"branch": "main", "status": [], "head": 3}}  # TODO worked by hand, not from the solution


def PROBES(rng: np.random.Generator) -> dict:
    def start(number: int) -> object:
        begin = commit("main", "Begin", {"readme.txt": f"{number}\\n"})
        return repository(begin, commit("topic", "Topic", {"topic.txt": f"{number}\\n"}, start="main"), commit("main", "Main", {"main.txt": "m\\n"}))

    return {"example": start(1)} | {f"random {i}": start(int(n)) for i, n in enumerate(rng.integers(2, 99, 4))}


@each()
def both_are_joined(got, ideal):
    """The last commit of main has the tips of both branches as parents, and holds the files of both."""
    mine, want = (s["commits"][s["branches"].get("main", 0)] for s in (got, ideal))
    if sorted(mine["parents"]) != sorted(want["parents"]) or mine["tree"] != want["tree"]:
        return Miss("The last commit of main is not the merge of both branches.")
'''

_MISTAKE = """# NAME
# TODO What the commands believe, why they look right, where they break.
echo wrong > mistake-NUMBER.txt
git add .
git commit -qm "TODO what this mistake does"
"""

_ALTERNATIVES = (
    """# Merged without a commit first (NUMBER)
git merge --no-commit topic
git commit -m "Join topic"
""",
    """# The tree and its parents named one by one (NUMBER)
made=$(git commit-tree "$(git merge-tree --write-tree main topic)" -p main -p topic -m "Join both")
git reset -q --hard "$made"
""",
)
