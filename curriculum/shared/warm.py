"""Starts a repository's commands from a process that has the slow libraries loaded: a stage of twelve commands waits for them once, and not twelve times.

Lies in the box beside probe.py.  A command is a fork that then sees what `python -m PACKAGE words...` sees: arguments, folder, environment, streams, fresh chance.
It does not start another interpreter: what must not be shared by two runs (the order of a set) is asked of `stage.run` instead.
"""

import atexit
import contextlib
import importlib
import json
import os
import random
import resource
import runpy
import signal
import sys
import threading
import time
import traceback
from pathlib import Path

import stage

TICK = 0.02


class Process:
    """What `stage.Running` asks of a process."""

    def __init__(self, pid):
        self.pid, self.returncode = pid, None


def libraries(*names, **env):
    """Load these here, once, with one thread each; no client, model or thread may be made in this process before the last command has ended.

    `env`: what the repository would set before it loads them.
    """
    os.environ.update(stage.environment(1, **env))
    for name in names:
        importlib.import_module(name)


def start(*words, stdin="", largest=0):
    """As `stage.start`: start the command and come back at once.  `largest`: no file may grow beyond so many bytes, as on a full disk."""
    given = [str(w) for w in words]
    shown = " ".join(["python -m", stage.PACKAGE, *map(stage.told, given)])
    stage.WORK.mkdir(exist_ok=True)
    files = [open(stage.WORK / f".warm-{name}{len(stage._running)}", "w+b") for name in ("out", "err", "in")]  # noqa: SIM115  (live as long as the run)
    for file in files:
        Path(file.name).unlink()
    files[2].write(stdin.encode())
    files[2].seek(0)
    stage.report(said=f"$ {shown}")
    pid = _fork()
    if pid == 0:
        os.dup2(files[2].fileno(), 0)
        os.dup2(files[0].fileno(), 1)
        os.dup2(files[1].fileno(), 2)
        _leave(_command, given, largest)
    files.pop().close()
    stage._running.append(stage.Running(shown, Process(pid), *files))
    return stage._running[-1]


def run(*words, seconds=60.0, follow=None, **how):
    """As `stage.run`: the command to its end."""
    running, seen = start(*words, **how), 0
    while running.alive():
        if follow is not None:
            seen = stage._follow(follow, seen)
        if time.monotonic() - running.began > seconds:
            return running.kill(late=True)
        time.sleep(TICK)
    if follow is not None:
        stage._follow(follow, seen)
    return running.kill()


def asked(function, *given):
    """What a function of ours returns (plain values), called in a fork, so that nothing of it is open here when the next command starts."""
    back, to = os.pipe()
    pid = _fork()
    if pid == 0:
        os.dup2(to, 1)
        _leave(_answer, function, given)
    os.close(to)
    with os.fdopen(back, "rb") as file:
        said = file.read()
    os.waitpid(pid, 0)
    found = json.loads(said or b'{"failed": "it ended early"}')
    if "failed" in found:
        raise RuntimeError(found["failed"])
    return found["value"]


def _fork():
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    with contextlib.suppress(OSError):
        os.setpgid(pid, pid)  # both do it: whichever comes first
    if pid == 0:
        os.setpgid(0, 0)
    return pid


def _leave(function, *given):
    """The child's whole life."""
    code = 1
    try:
        code = function(*given)
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(BaseException):
            sys.stdout.flush()
        with contextlib.suppress(BaseException):
            sys.stderr.flush()
        os._exit(code)


def _alone():
    """Nothing of the parent but its libraries: no open files, no handlers, no chance of its own."""
    for fd in map(int, os.listdir("/proc/self/fd")):
        if fd > 2:
            with contextlib.suppress(OSError):
                os.close(fd)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM, signal.SIGUSR1):
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w", buffering=1, encoding="utf-8"), open(2, "w", buffering=1, encoding="utf-8")  # noqa: SIM115
    random.seed()
    for name in ("numpy.random", "torch"):
        if name in sys.modules:
            sys.modules[name].seed()


def _command(words, largest):
    """`python -m PACKAGE words...` in the repository; its exit code."""
    _alone()
    if largest:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    os.chdir(stage.REPOSITORY)
    sys.argv = [stage.PACKAGE, *words]
    sys.path[:] = [str(stage.REPOSITORY), *(p for p in sys.path if p and Path(p) != stage.HERE)]
    for name in ("probe", "stage", "left_behind", "live", "warm"):
        sys.modules.pop(name, None)
    importlib.invalidate_caches()
    code = 0
    try:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        if code and not isinstance(end.code, int):
            print(end.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
        code = 1
    threading._shutdown()
    atexit._run_exitfuncs()
    return code & 255


def _answer(function, given):
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    _alone()
    back = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints is no part of the answer
    try:
        said = {"value": function(*given)}
    except stage.Unfit as e:
        said = {"value": {"unfit": str(e)}}
    except Exception as e:
        said = {"failed": f"{type(e).__name__}: {e}"}
    back.write(json.dumps(said))
    back.close()
    return 0
