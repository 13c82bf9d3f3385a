"""How a zygote is started behind each wall: which command, as which user, and what of the disk it may see."""

from __future__ import annotations

import functools
import glob
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gradus import settings
from gradus.sandbox.readable import readable
from gradus.vocabulary import Wall

LOADER = """
import json, socket, sys, types
box = types.ModuleType("gradus_box")
box.__path__ = []
sys.modules["gradus_box"] = box
def load(names):
    for name in names:
        module = types.ModuleType("gradus_box." + name)
        module.__package__ = "gradus_box"
        sys.modules[module.__name__] = module
        exec(compile(order["modules"][name], f"<gradus/sandbox/{name}.py>", "exec", dont_inherit=True), module.__dict__)
        setattr(box, name, module)
def then():
    load(order["then"])
"""
BOOT = {
    "zygote": """
control = socket.socket(fileno=int(sys.argv[1]))
order = json.loads(control.recv(1 << 20))
load(order["first"])
box.zygote.main(control, order["settings"], then)
""",
    "worker": """
order = json.loads(sys.stdin.buffer.read())
load(order["first"])
box.worker.main(int(sys.argv[1]), int(sys.argv[2]), order["settings"], then)
""",
}
# loaded before the namespaces are made: no numpy in these
FIRST = ("namespaces", "disk", "landlock", "seccomp", "loopback", "room")
THEN = ("wire", "decoding", "learner_values", "raised", "driver", "rehearsal")
SHARED_DISK = 1 << 30  # bytes of the scratch folders of all answers together, behind a shared box
WINDOWS = "on Windows, Gradus runs inside WSL: `wsl --install`, then install it there"
LOOK = "import json, os, sys; print(json.dumps([sys.prefix, sys.base_prefix, os.path.dirname(os.path.dirname(os.path.realpath(sys.executable)))]))"


class Refused(RuntimeError):
    """A zygote cannot be started, for a reason that is ours or the machine's; the text is for the operator."""


class Killed(Refused):
    """It was killed from outside while it came up, which says nothing about the wall: try again."""


@dataclass(frozen=True)
class Interpreter:
    """The learner's Python and the folders that it needs."""

    path: str
    folders: tuple[str, ...]


@functools.lru_cache(maxsize=8)
def interpreter(path: str) -> Interpreter:
    """Ask the interpreter itself where it lives."""
    try:
        out = subprocess.run([path, "-I", "-S", "-c", LOOK], capture_output=True, text=True, timeout=60, check=True).stdout
        with_site = subprocess.run([path, "-I", "-c", LOOK], capture_output=True, text=True, timeout=60, check=True).stdout
    except (OSError, subprocess.SubprocessError) as e:
        raise Refused(f"the learner's Python {path} does not run: {e}") from e
    folders = [str(Path(path).parent.parent), *json.loads(with_site), *json.loads(out)]
    return Interpreter(path, tuple(dict.fromkeys(f for f in folders if f != "/")))


def environment(scratch: str) -> dict[str, str]:
    """What a zygote finds in its environment: nothing is inherited."""
    one = {f"{n}_NUM_THREADS": "1" for n in ("OMP", "OPENBLAS", "MKL", "NUMEXPR", "VECLIB_MAXIMUM")}
    return one | {
        "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": scratch, "TMPDIR": scratch, "USER": "learner", "LOGNAME": "learner",
        "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "MPLBACKEND": "Agg", "MPLCONFIGDIR": scratch, "MALLOC_ARENA_MAX": "1",
        "HF_HUB_OFFLINE": "1", "HF_DEACTIVATE_ASYNC_LOAD": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "TOKENIZERS_PARALLELISM": "false",
        "JOBLIB_MULTIPROCESSING": "0", "ARROW_DEFAULT_MEMORY_POOL": "system", "JE_ARROW_MALLOC_CONF": "background_thread:false",
    }  # fmt: skip


def hidden() -> list[str]:
    """Folders that a box must not show even where they lie inside something that it does show."""
    package = Path(__file__).resolve().parent.parent
    now = settings.load()
    return [str(p) for p in (now.curriculum, settings.CHECKOUT / "curriculum", settings.CHECKOUT / ".git", package, now.home)]


def bubblewrap(python: Interpreter, disk: int | None = None) -> list[str]:
    """The outer box: the system's read-only /usr and the interpreter are all of the disk, nothing of it is writable but /tmp, of `disk` bytes."""
    program = shutil.which("bwrap")
    if not program:
        raise Refused("bubblewrap (bwrap) is not installed")
    words = [program, "--unshare-all", "--as-pid-1", "--new-session", "--hostname", "gradus", "--ro-bind", "/usr", "/usr"]
    for name in ("bin", "lib", "lib64", "lib32"):
        if os.path.islink(f"/{name}"):
            words += ["--symlink", os.readlink(f"/{name}"), f"/{name}"]
        elif os.path.isdir(f"/{name}"):
            words += ["--ro-bind", f"/{name}", f"/{name}"]
    words += ["--proc", "/proc", "--dev", "/dev", *(["--size", str(disk)] if disk else []), "--tmpfs", "/tmp", "--dir", "/etc"]
    for folder in sorted(glob.glob("/etc/java-*-openjdk")):  # Debian keeps there what a JVM cannot start without
        words += ["--ro-bind", folder, folder]
    words += ["--ro-bind-try", "/etc/alternatives", "/etc/alternatives"]  # on Debian /usr/bin/awk and others are links through it
    words += ["--ro-bind-try", "/sys/devices/system/cpu", "/sys/devices/system/cpu"]
    shown = [f for f in python.folders if not f.startswith("/usr/")]
    for folder in sorted({*shown, *hidden_inside(["/usr", *shown])}, key=lambda p: p.count("/")):
        words += ["--ro-bind", folder, folder] if folder in shown else ["--tmpfs", folder, "--remount-ro", folder]
    return [*words, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp"]


def hidden_inside(shown: Iterable[str]) -> list[str]:
    """Those of the hidden folders that exist and lie inside one of `shown`."""
    tops = [f.rstrip("/") + "/" for f in shown]
    return [h for h in hidden() if os.path.isdir(h) and any(h.startswith(t) for t in tops)]


def orders(wall: Wall, family: str, python: Interpreter, scratch: str, start: str) -> dict[str, Any]:
    """What a zygote or a worker is told first: its modules, and what wall it is to build around a child."""
    here, first = Path(__file__).parent, (*FIRST, start)
    library, _, profile = family.partition("+")
    if profile and wall in (Wall.SHARED_BOX, Wall.FILTER):
        raise Refused(f"tasks that start processes are not offered at the level `{wall}`, which is all that this machine holds")
    read, listed = readable(python.folders, hidden()) if wall is Wall.FILTER else ([], [])
    told = {
        "family": library, "profile": profile or "pure", "wall": wall, "scratch": scratch, "boxed": wall is Wall.BOX,
        "filtered": wall is not Wall.PROCESS, "wrapped": wall is Wall.SHARED_BOX, "read": read, "list": listed,
    }  # fmt: skip
    modules = {name: (here / f"{name}.py").read_text("utf-8") for name in (*first, *THEN)}
    return {"modules": modules, "first": first, "then": THEN, "settings": told}


def command(wall: Wall, python: Interpreter, start: str = "zygote", platform: str = sys.platform) -> list[str]:
    """The command line of a zygote or a worker behind `wall`, before its descriptors."""
    if platform == "win32":
        raise Refused(WINDOWS)
    words = [python.path, "-s", "-P", "-c", LOADER + BOOT[start]]
    if wall in (Wall.BOX, Wall.SHARED_BOX):
        words = bubblewrap(python, SHARED_DISK if wall is Wall.SHARED_BOX else None) + words
    return words


def as_nobody_much(words: list[str], python: Interpreter) -> list[str]:
    """The same command; started as root, it becomes an ordinary user first."""
    if os.getuid() != 0:
        return words
    uid = settings.load().learner_uid
    if uid == 0:
        raise Refused("answers never run as root; set GRADUS_LEARNER_UID to the number of an ordinary user")
    order = json.dumps({"paths": list(python.folders), "uid": uid, "command": words})
    start = f"import sys; sys.path.insert(0, {str(settings.CHECKOUT)!r}); from gradus.sandbox import launch; launch.main(sys.argv[1])"
    return [sys.executable, "-I", "-S", "-c", start, order]
