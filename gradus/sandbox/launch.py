"""Started as root only: makes the interpreter reachable for an unprivileged user, becomes that user, and starts a zygote's command.

Where everything runs as root, Python often lies under root's own home, which nobody else may enter.  In a private mount namespace
each such folder is covered with an empty one in which only the interpreter and the learner environment are put back.  A box must
not be made by real root: the kernel then refuses what nested namespaces need, and does not count root's processes.
"""

from __future__ import annotations

import json
import os
import sys

from gradus.sandbox import namespaces


def closed_to_others(path: str, uid: int = -1) -> str | None:
    """The topmost folder on the way to `path` that other users, or the user `uid`, may not enter."""
    parts = path.strip("/").split("/")
    for i in range(1, len(parts) + 1):
        folder = "/" + "/".join(parts[:i])
        about = os.stat(folder)
        if not about.st_mode & (0o100 if about.st_uid == uid else 0o001):
            return folder
    return None


def make_reachable(paths: list[str], uid: int = -1) -> None:
    """Cover what is closed on the way to `paths` and put only these back, in a mount namespace that nobody else sees; raises OSError."""
    todo = {p: closed_to_others(p, uid) for p in dict.fromkeys([*paths, *map(os.path.realpath, paths)])}
    if not any(todo.values()):
        return
    namespaces.unshare(namespaces.NEWNS)
    namespaces.private_mounts()
    kept = {p: os.open(p, os.O_PATH) for p, closed in todo.items() if closed}  # only now: a mount of another namespace cannot be bound
    for folder in {closed for closed in todo.values() if closed}:
        namespaces.mount("tmpfs", folder, "tmpfs", namespaces.NOSUID | namespaces.NODEV, "mode=0755")
    for path, fd in kept.items():
        os.makedirs(path, mode=0o755, exist_ok=True)
        namespaces.mount(f"/proc/self/fd/{fd}", path, None, namespaces.BIND | namespaces.REC)
        os.close(fd)


def become(uid: int, gid: int) -> None:
    """Be that user and nobody else, for good; raises OSError where that is not allowed."""
    os.setgroups([])
    os.setgid(gid)  # of root, these two set the saved numbers too
    os.setuid(uid)


def main(order: str) -> None:
    """`order` is JSON: paths to make reachable, the user number to become, the command to run."""
    wanted = json.loads(order)
    os.umask(0o022)
    make_reachable(wanted["paths"])
    become(wanted["uid"], wanted["uid"])
    os.umask(0o077)
    for path in wanted["paths"]:
        if not os.access(path, os.R_OK | os.X_OK):
            sys.exit(f"{path} cannot be read by user {wanted['uid']}, who runs answers; remedy: chmod -R go+rX {path}")
    os.execv(wanted["command"][0], wanted["command"])


if __name__ == "__main__":
    main(sys.argv[1])
