"""Landlock: from here on this process opens only the listed paths, uses no TCP, and signals nobody outside; runs inside the box."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable

from .namespaces import check, libc

CREATE, ADD, RESTRICT = 444, 445, 446  # the same on every architecture
EXECUTE, WRITE, READ, READ_DIR, TRUNCATE, IOCTL_DEVICE = 1, 2, 4, 8, 1 << 14, 1 << 15
BITS = {1: 13, 2: 14, 3: 15, 4: 15}  # how many file rights each version of the interface knows; 16 since version 5


def version() -> int:
    """The kernel's version of the interface, -1 where there is none."""
    return int(libc.syscall(CREATE, None, 0, 1))


def restrict(read: Iterable[str], write: Iterable[str], list_only: Iterable[str] = (), tcp: bool = False) -> None:
    """Allow reading and running under `read`, everything under `write`, names under `list_only`, TCP only where granted."""
    abi = version()
    if abi < 1:
        raise OSError(ctypes.get_errno(), "Landlock is not there")
    every = (1 << BITS.get(abi, 16)) - 1
    attributes = struct.pack("QQQ", every, 3 if abi >= 4 and not tcp else 0, 3 if abi >= 6 else 0)
    rules = int(libc.syscall(CREATE, attributes, 24 if abi >= 6 else 16 if abi >= 4 else 8, 0))
    if rules < 0:
        raise OSError(ctypes.get_errno(), "landlock_create_ruleset")
    try:
        for paths, rights in ((read, READ | READ_DIR | EXECUTE), (write, every & ~IOCTL_DEVICE), (list_only, READ_DIR)):
            for path in paths:
                _allow(rules, path, rights)
        check(libc.syscall(RESTRICT, rules, 0), "landlock_restrict_self")
    finally:
        os.close(rules)


def _allow(rules: int, path: str, rights: int) -> None:
    try:
        fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # what is not there needs no permission
    try:
        if not os.path.isdir(path):
            rights &= READ | WRITE | EXECUTE | TRUNCATE
        check(libc.syscall(ADD, rules, 1, struct.pack("=Qi", rights, fd), 0), f"landlock_add_rule {path}")
    finally:
        os.close(fd)
