"""Compiles an answer in C++ or Java and runs the result on inputs, inside the box; it is sent there as probe.py.

The program is a process of its own, so its time and the way it ended are the kernel's word and not the program's.  It judges nothing.
"""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

MOST_OUT = 4 << 20  # bytes of output that are kept
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": os.getcwd(), "TMPDIR": os.getcwd()}
SIGNALS = {
    int(signal.SIGSEGV): "a segmentation fault", int(signal.SIGABRT): "an abort", int(signal.SIGFPE): "an arithmetic fault",
    int(signal.SIGBUS): "a bus error", int(signal.SIGILL): "an illegal instruction",
}  # fmt: skip
CPP = ["-std=c++20", "-pipe", "-Wall", "-Wextra", "-fdiagnostics-color=never", "-fmax-errors=5"]
BUILDS = {
    "fast": [*CPP, "-O2"],
    "checked": [*CPP, "-O0", "-g1", "-D_GLIBCXX_DEBUG", "-D_GLIBCXX_ASSERTIONS", "-fsanitize=undefined", "-fno-sanitize-recover=all"],
}
JAVA = [
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:-UsePerfData",
    "-Xss16m",
    "-XX:CompressedClassSpaceSize=32m",
    "-XX:ReservedCodeCacheSize=32m",
    "-Xshare:auto",
]


def build_cpp(compiler: str) -> dict[str, Any]:
    """{"files": {name: bytes}, "said": the compiler's words}, both builds at the same time; no files if it does not compile."""
    running = {f"{kind}.bin": _start([compiler, *words, "answer.cpp", "-o", f"{kind}.bin"]) for kind, words in BUILDS.items()}
    said = {name: _end(tool) for name, tool in running.items()}
    files = {name: Path(name).read_bytes() for name in running if os.path.exists(name)}
    return {"files": files if len(files) == len(BUILDS) else {}, "said": said["fast.bin"]}


def build_java(compiler: str) -> dict[str, Any]:
    """As `build_cpp`; the classes of Main.java."""
    os.makedirs("classes", exist_ok=True)
    said = _end(_start([compiler, "-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1", "-J-Xmx256m", "-J-XX:-UsePerfData", "-J-XX:CompressedClassSpaceSize=64m",
                  "-J-XX:ReservedCodeCacheSize=48m", "-encoding", "UTF-8", "-Xlint:all", "-Xmaxerrs", "5", "-d", "classes", "Main.java"]))  # fmt: skip
    made = sorted(Path("classes").rglob("*.class"))
    return {"files": {str(p): p.read_bytes() for p in made}, "said": said}


def _start(words: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", env=ENVIRONMENT
    )


def _end(tool: subprocess.Popen[str]) -> str:
    """What it said; its time is bounded by the box."""
    assert tool.stdout is not None
    said = tool.stdout.read(8000)
    while tool.stdout.read(65536):
        pass
    tool.wait()
    return said


# ---------------------------------------------------------------- running


def run(stdin: str, args: list[str], seconds: float, checked: bool, java: str = "", heap_mb: int = 256) -> dict[str, Any]:
    """{"out", "exit", "ended"}: what it printed, its status, "by itself" or what ended it; "caught": what the checked build complained of."""
    if java:
        value, _ = _once([java, *JAVA, f"-Xmx{heap_mb}m", "-cp", "classes", "Main", *args], stdin, seconds)
        return value
    for name in ("fast.bin", "checked.bin"):
        if os.path.exists(name):
            os.chmod(name, 0o700)
    value, _ = _once(["./fast.bin", *args], stdin, seconds)
    if checked and value["ended"] != "out of time":
        again, err = _once(["./checked.bin", *args], stdin, 5 * seconds)
        value["caught"] = _caught(err) if again["ended"] != "by itself" or again["exit"] != value["exit"] else ""
    return value


def _caught(err: str) -> str:
    """What the checks complained of, in their words without addresses and places."""
    for line in err.splitlines():
        if "runtime error:" in line:
            return line.partition("runtime error: ")[2][:200]
        if line.startswith("Error: "):
            return line.removeprefix("Error: ")[:200]
        if "Assertion '" in line:
            return "Assertion " + line.partition("Assertion ")[2][:180]
    return "it ended otherwise than the same program without checks"


def _once(words: list[str], stdin: str, seconds: float) -> tuple[dict[str, Any], str]:
    """One run and what it wrote to standard error, in a process group of its own; time is processor time, by the clock three times that and a second more."""
    Path("in.txt").write_text(stdin, encoding="utf-8", newline="")
    sys.stdout.flush()
    with open("in.txt", "rb") as given, open("out.txt", "wb") as out, open("err.txt", "wb") as err:
        child = subprocess.Popen(words, stdin=given, stdout=out, stderr=err, env=ENVIRONMENT, start_new_session=True)
        status, usage, late = _await(child.pid, seconds)
    child.returncode = 0
    used = usage.ru_utime + usage.ru_stime if usage else seconds
    err_text = _head("err.txt", 4000)
    if err_text:
        print(err_text, file=sys.stderr)
    ended, code = "by itself", os.waitstatus_to_exitcode(status)
    if late or used > seconds:
        ended, code = "out of time", 0
    elif code < 0:
        ended, code = SIGNALS.get(-code, f"signal {-code}"), 0
    return {"out": _head("out.txt", MOST_OUT), "exit": code, "ended": ended}, err_text


def _await(pid: int, seconds: float) -> tuple[int, resource.struct_rusage | None, bool]:
    """(status, usage, whether the clock ended it); nothing of its group is left."""
    until = time.monotonic() + 3 * seconds + 1
    pause, late = 0.0005, False
    while True:
        done, status, usage = os.wait4(pid, os.WNOHANG)
        if done:
            break
        if time.monotonic() > until or _used(pid) > seconds + 0.1:
            late = True
            os.killpg(pid, signal.SIGKILL)
            _, status, usage = os.wait4(pid, 0)
            break
        time.sleep(pause)
        pause = min(0.01, 1.5 * pause)
    with contextlib.suppress(OSError):
        os.killpg(pid, signal.SIGKILL)
    return status, usage, late


def _used(pid: int) -> float:
    """Processor seconds so far; 0 where the kernel does not say."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return 0.0


def _head(name: str, most: int) -> str:
    with open(name, "rb") as f:
        return f.read(most).decode("utf-8", "replace")
