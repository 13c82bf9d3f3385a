"""Linux system calls that Python 3.11 has no functions for: namespaces, mounts, capabilities and limits; runs inside the box.

Everything here is for a single-threaded process in which no learner code exists yet.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import struct
import sys

libc = ctypes.CDLL(None, use_errno=True)
LINUX = sys.platform == "linux"  # elsewhere a child is a process with limits, and what is not there is not called
libc.syscall.restype = ctypes.c_long
NEWNS, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET = 0x20000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000
RDONLY, NOSUID, NODEV, NOEXEC, REMOUNT, BIND, REC, PRIVATE = 1, 2, 4, 8, 32, 4096, 16384, 1 << 18
PDEATHSIG, DUMPABLE, CHILD_SUBREAPER, NO_NEW_PRIVS, CAP_AMBIENT = 1, 4, 36, 38, 47
CAPSET = {"x86_64": 126, "aarch64": 91}


def check(result: int, what: str) -> None:
    """Raise OSError with the C library's errno if `result` is not 0."""
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def unshare(flags: int) -> None:
    """Leave the namespaces named by `flags` for new ones."""
    check(libc.unshare(flags), "unshare")


def setns(fd: int, kind: int) -> None:
    """Join the namespace behind `fd`."""
    check(libc.setns(fd, kind), "setns")


def mount(source: str | None, target: str, kind: str | None, flags: int = 0, data: str | None = None) -> None:
    """mount(2)."""
    encoded = [None if x is None else x.encode() for x in (source, target, kind, data)]
    check(libc.mount(encoded[0], encoded[1], encoded[2], ctypes.c_ulong(flags), encoded[3]), f"mount {target}")


def private_mounts() -> None:
    """Let no mount made from here on be seen outside."""
    mount(None, "/", None, REC | PRIVATE)


def map_self(uid: int, gid: int) -> None:
    """In a new user namespace: be the same user inside as outside."""
    libc.prctl(DUMPABLE, 1, 0, 0, 0)
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
        fd = os.open("/proc/self/" + name, os.O_WRONLY)
        try:
            os.write(fd, text.encode())
        finally:
            os.close(fd)


def no_new_privileges() -> None:
    """From here on no program started gains anything by being setuid."""
    if LINUX:
        check(libc.prctl(NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")


def die_with_parent(parent: int | None = None) -> None:
    """Be killed when the parent thread ends; at once, if `parent` has ended already."""
    if LINUX:
        libc.prctl(PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    if parent is not None and os.getppid() != parent:
        os._exit(0)


def close_memory() -> None:
    """Let no other process of the same user look into this one."""
    if LINUX:
        libc.prctl(DUMPABLE, 0, 0, 0, 0)


def adopt_orphans() -> None:
    """Become the parent of descendants whose own parent ends."""
    libc.prctl(CHILD_SUBREAPER, 1, 0, 0, 0)


def drop_capabilities() -> None:
    """Give up every capability; with no_new_privs there is no way to get one back."""
    libc.prctl(CAP_AMBIENT, 4, 0, 0, 0)
    header = struct.pack("Ii", 0x20080522, 0)
    check(libc.syscall(CAPSET[os.uname().machine], header, b"\0" * 24), "capset")


def limit(**limits: int) -> None:
    """Set resource limits by their names in lower case, never above what is already the hard limit."""
    for name, value in limits.items():
        number = getattr(resource, "RLIMIT_" + name.upper())
        hard = resource.getrlimit(number)[1]
        top = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(number, (top, top))


def first_line(path: str) -> str:
    """A line of /proc, without what `open` costs."""
    fd = os.open(path, os.O_RDONLY)
    try:
        return os.read(fd, 4096).decode("ascii").partition("\n")[0]
    finally:
        os.close(fd)


def memory_in_use() -> tuple[int, int]:
    """(address space, private writable memory) of this process in bytes."""
    fields = first_line("/proc/self/statm").split()
    page = resource.getpagesize()
    return int(fields[0]) * page, int(fields[5]) * page


def nest() -> None:
    """Own the namespaces that children are cut from: move into a user, pid and mount namespace of our own.

    Only there do we hold the right to make pid namespaces and to come back from them.  The process that called stays behind as a
    stub that ends with us.
    """
    uid, gid = os.getuid(), os.getgid()
    unshare(NEWUSER | NEWNS | NEWPID)
    map_self(uid, gid)
    die_with_parent()  # the stub with bubblewrap, and we with the stub
    pid = os.fork()
    if pid:
        os.closerange(3, 4096)  # the stub must not hold the channel open
        os._exit(abs(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])) & 127)
    die_with_parent()
    private_mounts()
    mount("proc", "/proc", "proc", NOSUID | NODEV | NOEXEC)
