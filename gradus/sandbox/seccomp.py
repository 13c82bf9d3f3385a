"""Which system calls an answer may make: everything numerical code needs; processes and sockets by profile, kernel oddities never.

The filter is assembled by hand (classic BPF), so that no library is needed.  Runs inside the box; x86-64 only.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Mapping

from .namespaces import libc

# traced from numpy, scipy, pandas, scikit-learn, torch and matplotlib at work, then read through by hand
PLAIN = {
    "read": 0, "write": 1, "open": 2, "close": 3, "stat": 4, "fstat": 5, "lstat": 6, "poll": 7, "lseek": 8, "mprotect": 10, "munmap": 11,
    "brk": 12, "rt_sigaction": 13, "rt_sigprocmask": 14, "rt_sigreturn": 15, "pread64": 17, "pwrite64": 18, "readv": 19, "writev": 20,
    "access": 21, "pipe": 22, "select": 23, "sched_yield": 24, "mremap": 25, "msync": 26, "mincore": 27, "madvise": 28, "dup": 32, "dup2": 33,
    "pause": 34, "nanosleep": 35, "getitimer": 36, "alarm": 37, "setitimer": 38, "getpid": 39, "sendfile": 40, "sendto": 44, "recvfrom": 45,
    "sendmsg": 46, "recvmsg": 47, "shutdown": 48, "getsockname": 51, "getsockopt": 55, "exit": 60, "wait4": 61, "uname": 63, "fcntl": 72,
    "flock": 73, "fsync": 74, "fdatasync": 75, "truncate": 76, "ftruncate": 77, "getdents": 78, "getcwd": 79, "chdir": 80, "fchdir": 81,
    "rename": 82, "mkdir": 83, "rmdir": 84, "creat": 85, "link": 86, "unlink": 87, "symlink": 88, "readlink": 89, "chmod": 90, "fchmod": 91,
    "chown": 92, "fchown": 93, "lchown": 94, "umask": 95, "gettimeofday": 96, "getrlimit": 97, "getrusage": 98, "sysinfo": 99, "times": 100,
    "getuid": 102, "getgid": 104, "geteuid": 107, "getegid": 108, "getppid": 110, "getpgrp": 111, "getgroups": 115, "getresuid": 118,
    "getresgid": 120, "getpgid": 121, "getsid": 124, "rt_sigpending": 127, "rt_sigtimedwait": 128, "rt_sigsuspend": 130, "sigaltstack": 131,
    "utime": 132, "statfs": 137, "fstatfs": 138, "getpriority": 140, "setpriority": 141, "arch_prctl": 158, "setrlimit": 160, "sync": 162,
    "gettid": 186, "futex": 202, "sched_setaffinity": 203, "sched_getaffinity": 204, "epoll_create": 213, "getdents64": 217,
    "set_tid_address": 218, "fadvise64": 221, "clock_gettime": 228, "clock_getres": 229, "clock_nanosleep": 230, "exit_group": 231,
    "epoll_wait": 232, "epoll_ctl": 233, "tgkill": 234, "utimes": 235, "mbind": 237, "set_mempolicy": 238, "get_mempolicy": 239, "waitid": 247,
    "openat": 257, "mkdirat": 258, "fchownat": 260, "newfstatat": 262, "unlinkat": 263, "renameat": 264, "linkat": 265, "symlinkat": 266,
    "readlinkat": 267, "fchmodat": 268, "faccessat": 269, "pselect6": 270, "ppoll": 271, "set_robust_list": 273, "get_robust_list": 274,
    "utimensat": 280, "epoll_pwait": 281, "timerfd_create": 283, "eventfd": 284, "fallocate": 285, "timerfd_settime": 286,
    "timerfd_gettime": 287, "eventfd2": 290, "epoll_create1": 291, "dup3": 292, "pipe2": 293, "preadv": 295, "pwritev": 296, "prlimit64": 302,
    "getcpu": 309, "sched_getattr": 315, "renameat2": 316, "getrandom": 318, "membarrier": 324, "copy_file_range": 326, "statx": 332,
    "rseq": 334, "close_range": 436, "faccessat2": 439, "epoll_pwait2": 441,
}  # fmt: skip
# what programs need that start others (git, compilers, the JVM), and what a server needs; both traced in the same way
STARTS = {
    "fork": 57, "vfork": 58, "execve": 59, "kill": 62, "setpgid": 109, "setsid": 112, "getxattr": 191, "lgetxattr": 192, "fgetxattr": 193,
    "splice": 275,
}  # fmt: skip
LISTENS = {"connect": 42, "accept": 43, "bind": 49, "listen": 50, "getpeername": 52, "setsockopt": 54, "accept4": 288}
LISTS = {"listxattr": 194, "llistxattr": 195, "flistxattr": 196}  # copying a file with its dates asks for these
SOCKET = 41
MMAP, IOCTL, SOCKETPAIR, CLONE, PRCTL, CLONE3 = 9, 16, 53, 56, 157, 435
X86_64, X32 = 0xC000003E, 0x40000000
ALLOW, REFUSE, ABSENT, KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS, 0x80000000
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN, AND = 0x20, 0x15, 0x35, 0x45, 0x06, 0x54
NUMBER, ARCHITECTURE, ARGUMENT = 0, 4, 16  # where the kernel puts them; argument i lies at ARGUMENT + 8 * i (low half)
CLONE_THREAD, SHARED_ANONYMOUS, AF_UNIX, TIOCSTI, TIOCLINUX, SET_NAME, GET_NAME = 0x10000, 0x21, 1, 0x5412, 0x541C, 15, 16
NEW_NAMESPACE, AF_INET, AF_INET6, SOCK_STREAM, SET_SECCOMP = 0x7E020080, 2, 10, 1, 22

# What Landlock does not see and a user may do to his other files and programs: behind a wall without namespaces these are refused.
REACHES_OUT = ("chmod", "fchmod", "fchmodat", "chown", "fchown", "fchownat", "lchown", "utime", "utimes", "utimensat", "truncate", "sync",
               "get_robust_list", "setpriority")  # fmt: skip
FOR_ONESELF = {"tgkill": False, "prlimit64": True, "sched_setaffinity": True}  # to one's own number only; whether 0 means oneself
F_SETOWN, F_SETSIG, F_SETOWN_EX = 8, 10, 15  # whom a descriptor signals, and with what
MYSELF = 0x7EADBEEF  # stands for the process number until it is known

Instruction = tuple[int, int, int, int]  # operation, jump if true, jump if false, operand


def _ret(what: int) -> Instruction:
    return (RETURN, 0, 0, what)


def _when(number: int, body: list[Instruction]) -> list[Instruction]:
    """Run `body`, which returns on every path, for this system call only."""
    return [(EQUAL, 0, len(body), number), *body]


def _argument(i: int) -> Instruction:
    return (LOAD, 0, 0, ARGUMENT + 8 * i)


def _among(i: int, values: tuple[int, ...], then: int, otherwise: int) -> list[Instruction]:
    """Return `then` if argument `i` is one of `values`."""
    tests = [(EQUAL, len(values) - k, 0, v) for k, v in enumerate(values)]
    return [_argument(i), *tests, _ret(otherwise), _ret(then)]


def assemble(*, alone: bool = True, processes: bool = False, sockets: bool = False, more: Mapping[str, int] | None = None) -> bytes:
    """The filter of one profile: threads always; processes and TCP sockets where granted; no shared anonymous memory, no namespaces.

    `alone` says that namespaces keep other processes and files out of reach; where none do, what would reach them is refused as well.
    """
    code: list[Instruction] = [(LOAD, 0, 0, ARCHITECTURE), (EQUAL, 1, 0, X86_64), _ret(KILL)]
    code += [(LOAD, 0, 0, NUMBER), (AT_LEAST, 0, 1, X32), _ret(KILL)]
    code += _when(CLONE3, [_ret(ABSENT)])  # its flags lie in memory, out of our sight; glibc falls back to clone
    if processes:
        code += _when(CLONE, [_argument(0), (ANY_BIT, 0, 1, NEW_NAMESPACE), _ret(REFUSE), _ret(ALLOW)])
    else:
        code += _when(CLONE, [_argument(0), (ANY_BIT, 1, 0, CLONE_THREAD), _ret(REFUSE), _ret(ALLOW)])
    # memory that RLIMIT_DATA does not count
    code += _when(MMAP, [_argument(3), (AND, 0, 0, SHARED_ANONYMOUS), (EQUAL, 0, 1, SHARED_ANONYMOUS), _ret(REFUSE), _ret(ALLOW)])
    if sockets:
        stream = [_argument(1), (AND, 0, 0, 0xF), (EQUAL, 0, 1, SOCK_STREAM), _ret(ALLOW), _ret(REFUSE)]
        code += _when(SOCKET, [_argument(0), (EQUAL, 1, 0, AF_INET), (EQUAL, 0, len(stream), AF_INET6), *stream, _ret(REFUSE)])
    code += _when(SOCKETPAIR, _among(0, (AF_UNIX,), ALLOW, REFUSE))
    code += _when(IOCTL, _among(1, (TIOCSTI, TIOCLINUX), REFUSE, ALLOW))
    narrow = (SET_SECCOMP,) if processes and sockets else ()  # the starter of a server puts it behind a narrower filter
    code += _when(PRCTL, _among(0, (SET_NAME, GET_NAME, *narrow), ALLOW, REFUSE))
    if not alone:
        code += _when(PLAIN["fcntl"], _among(1, (F_SETOWN, F_SETSIG, F_SETOWN_EX), REFUSE, ALLOW))
        for name in REACHES_OUT:
            code += _when(PLAIN[name], [_ret(REFUSE)])
        for name, zero_too in FOR_ONESELF.items():
            code += _when(PLAIN[name], _among(0, (0, MYSELF) if zero_too else (MYSELF,), ALLOW, REFUSE))
    granted = {**PLAIN, **(STARTS if processes else {}), **(LISTENS if sockets else {}), **(more or {})}
    for number in sorted(granted.values()):
        code += _when(number, [_ret(ALLOW)])
    return b"".join(struct.pack("HBBI", *i) for i in [*code, _ret(REFUSE)])


PROFILES = {"pure": assemble(), "procs": assemble(processes=True), "service": assemble(processes=True, sockets=True)}  # each in a box
PROFILES["project"] = assemble(processes=True, sockets=True, more=LISTS)  # the commands of a repository, and the service that they start
PROFILES["server"] = assemble(sockets=True)  # the answer of a service, whose processes its starter in the box keeps for itself
AMONG_OTHERS = assemble(alone=False)  # where no namespaces are: `pure` only


def for_process(program: bytes, pid: int) -> bytes:
    """The filter with the number of the process that it is for."""
    return program.replace(struct.pack("I", MYSELF), struct.pack("I", pid))


def install(program: bytes) -> None:
    """Put the filter in force for this process, for good; needs no_new_privs."""

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_void_p))

    if os.uname().machine != "x86_64":
        raise OSError(errno.ENOSYS, "no system call filter for this architecture")
    held = ctypes.create_string_buffer(program, len(program))
    filter_ = Program(len(program) // 8, ctypes.cast(held, ctypes.c_void_p))
    if libc.prctl(22, 2, ctypes.byref(filter_), 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp")
