"""The set-up of one child before any learner code exists in it, in the order that each step needs; runs inside the box."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import tempfile
from collections.abc import Mapping
from typing import Any

from . import landlock, loopback, namespaces, seccomp

FILES, PROCESSES_AT_ONCE, STACK = 128, 128, 64 << 20
LISTENING = ("service", "project")  # profiles with a network of their own in which loopback is there
WIDE = ("project",)  # profiles in which whole libraries are at work: more files, more processes
MANY_FILES, MANY_PROCESSES, INODES, MANY_INODES = 1024, 512, 4096, 65536
wide = False  # whether the profile of this child is one of WIDE
alarmed = False  # a clock of our own ends the process: nobody else would if the service were killed


def below_tmp() -> list[str]:
    """The interpreter's own folders that the empty /tmp of a child would cover, outermost only."""
    found: list[str] = []
    for folder in sorted({os.path.realpath(p) for p in (sys.prefix, sys.base_prefix)}):
        if folder.startswith("/tmp/") and not any(folder.startswith(f + "/") for f in found):
            found.append(folder)
    return found


def _own_world(disk_mb: int, profile: str) -> None:
    """Empty /tmp and /dev/shm, a /proc that shows only ourselves, no network but our own, no way to reach another process."""
    n = namespaces
    n.unshare(n.NEWNS | n.NEWIPC | n.NEWUTS | n.NEWNET)
    if profile in LISTENING:
        loopback.up()
    n.private_mounts()
    kept = {folder: os.open(folder, os.O_PATH) for folder in below_tmp()}
    n.mount(
        "tmpfs", "/tmp", "tmpfs", n.NOSUID | n.NODEV, f"size={disk_mb}m,nr_inodes={MANY_INODES if profile in WIDE else INODES},mode=0700"
    )
    for folder, fd in kept.items():  # a checkout may lie below /tmp, and its interpreter must stay where it is
        os.makedirs(folder)
        n.mount(f"/proc/self/fd/{fd}", folder, None, n.BIND | n.REC)
        os.close(fd)
    n.mount("tmpfs", "/dev/shm", "tmpfs", n.NOSUID | n.NODEV, f"size={disk_mb}m,nr_inodes=256,mode=0700")
    try:
        if profile in WIDE:
            raise OSError("without /proc/cpuinfo PyTorch takes its slowest kernels, and training is what these profiles are for")
        n.mount("proc", "/proc", "proc", n.NOSUID | n.NODEV | n.NOEXEC, "hidepid=2,subset=pid")
    except OSError:  # before Linux 5.8
        n.mount("proc", "/proc", "proc", n.NOSUID | n.NODEV | n.NOEXEC, "hidepid=2")
    uid, gid = os.getuid(), os.getgid()
    n.unshare(n.NEWUSER)
    n.map_self(uid, gid)


def _streams(conn: int, out: int) -> int:
    """0 empty, 1 and 2 what is printed, 3 the channel, nothing else."""
    null = os.open("/dev/null", os.O_RDONLY)
    conn = os.dup(conn) if conn < 4 else conn
    for source, target in ((out, 1), (out, 2), (null, 0), (conn, 3)):
        os.dup2(source, target)
    os.closerange(4, 65536)
    return 3


def tighten(limits: Mapping[str, Any], boxed: bool) -> None:
    """The limits of one submission, just before its code is there.

    DATA is the budget; AS only bounds shared mappings and leaves room for what allocators reserve without using.  Outside Linux there
    is neither a number for what is in use nor a limit of memory that the system would keep.
    """
    every = {
        "cpu": int(limits["cpu_seconds"]),
        "fsize": int(limits["disk_mb"]) << 20,
        "nofile": MANY_FILES if wide else FILES,
        "core": 0,
        "stack": STACK,
    }
    if alarmed:
        signal.alarm(3 * int(limits["cpu_seconds"]) + 60)
    if not namespaces.LINUX:
        namespaces.limit(**every)
        return
    space, private = namespaces.memory_in_use()
    memory = int(limits["memory_mb"]) << 20
    if boxed:
        processes = MANY_PROCESSES if wide else PROCESSES_AT_ONCE  # counted for this child alone: it has a user namespace of its own
    else:  # counted over everything that runs as this user, so leave room above what runs now on the whole machine
        now = int(namespaces.first_line("/proc/loadavg").split()[3].partition("/")[2])
        processes = now + (2 * MANY_PROCESSES if wide else 2 * PROCESSES_AT_ONCE)
    namespaces.limit(
        **every, nproc=processes, memlock=0, msgqueue=0, data=private + memory, **{"as": space + 2 * memory + (2 << 30)},
    )  # fmt: skip


SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/bin", "/sys/devices/system/cpu")
DEVICES = ("/dev/null", "/dev/random", "/dev/urandom")  # no /dev/zero: a shared mapping of it is memory that no limit counts
OWN = ("statm", "stat", "status", "maps", "fd", "limits", "cgroup", "cmdline", "auxv")  # not net, mountinfo or task: they tell of the host
GROUP_LIMITS = ("memory.max", "memory.limit_in_bytes", "cpu.max", "cpu.cfs_quota_us", "cpu.cfs_period_us")
FACTS = (  # no other process is in these
    *(f"/proc/self/{name}" for name in OWN), "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/loadavg", "/etc/ld.so.cache",
    "/etc/localtime",
)  # fmt: skip


def _own_groups() -> list[str]:
    """The files in which the limits of our control groups stand: libraries size themselves by them, and some fail if they may not look."""
    found = []
    for line in _lines("/proc/self/cgroup"):
        _, kind, path = line.split(":", 2)
        for folder in (f"/sys/fs/cgroup/{kind}{path}", f"/sys/fs/cgroup{path}", f"/sys/fs/cgroup/{kind}", "/sys/fs/cgroup"):
            found += [f"{folder.rstrip('/')}/{name}" for name in GROUP_LIMITS]
    return list(dict.fromkeys(found))


def _lines(path: str) -> list[str]:
    with contextlib.suppress(OSError), open(path, encoding="utf-8") as f:
        return f.read().splitlines()
    return []


def _shut(settings: Mapping[str, Any], scratch: str) -> None:
    """No rights, few files, few system calls: from here on only what a filter can see is let through."""
    if len(os.listdir("/proc/self/task")) != 1:
        raise OSError("threads run that no filter would hold")
    namespaces.drop_capabilities()
    own, profile = [sys.prefix, sys.base_prefix, *sys.path], settings["profile"]
    if settings["boxed"]:
        read = ["/etc", "/proc", "/sys", *DEVICES, *SYSTEM, *own]
        landlock.restrict(read, [scratch, "/dev/shm", "/dev/null"], tcp=profile in LISTENING)
        seccomp.install(seccomp.PROFILES[profile])
        return
    chosen = settings["read"]  # where no mount namespace hides the rest, the warden names each path
    read = [*FACTS, *_own_groups(), *DEVICES, *(chosen or [*SYSTEM, *own])]
    landlock.restrict(read, [scratch, "/dev/null"], settings["list"])
    seccomp.install(seccomp.for_process(seccomp.AMONG_OTHERS, os.getpid()))


def enter(request: Mapping[str, Any], settings: Mapping[str, Any], conn: int, out: int, scratch: str) -> int:
    """Shut the child in; returns the descriptor of the channel."""
    global wide
    boxed, profile = settings["boxed"], settings["profile"]
    wide = profile in WIDE
    if boxed:
        namespaces.die_with_parent()
        _own_world(int(request["disk_mb"]), profile)
    if profile == "service":
        loopback.hand_out(conn)
    fd = _streams(conn, out)
    if os.getsid(0) != os.getpid():
        os.setsid()
    if not boxed:
        os.mkdir(scratch, 0o700)
    os.chdir(scratch)
    tempfile.tempdir = scratch  # behind a process, the zygote's own is everybody's
    os.environ.update(TMPDIR=scratch, HOME=scratch)
    if profile == "service":
        os.environ["PORT"] = str(loopback.free_port(boxed))
    namespaces.no_new_privileges()
    if settings["filtered"]:
        _shut(settings, scratch)
    return fd
