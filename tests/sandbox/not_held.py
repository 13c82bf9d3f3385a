"""What a level does not hold: attack, levels, and in a few words what gets through.  The tests read it, and docs/sandbox.md repeats it.

`RUN` says that the attack is made at these levels, and succeeds or may succeed; `NOT_RUN` that it is not made, because it would hit
other programs of the same user.
"""

from __future__ import annotations

RUN, NOT_RUN = True, False
BARE = ("process",)
UNBOUNDED = ("shared box", "filter", "process")

NOT_HELD: dict[str, tuple[tuple[str, ...], bool, str]] = {
    "disk filled": (UNBOUNDED, RUN, "files are counted ten times a second, so that a fast writer is stopped late"),
    "six thousand empty files": (UNBOUNDED, RUN, "counted ten times a second"),
    "files without a name": (UNBOUNDED, RUN, "counted ten times a second, where there is a /proc"),
    "fork bomb": (BARE, RUN, "processes may be started; all in its own session are ended with it"),
    "shared memory nobody counts": (BARE, RUN, "shared mappings are bounded only by the address space"),
    "memory files": (BARE, RUN, "files in memory are bounded only by the address space"),
    "shared pages of zeros": (BARE, RUN, "shared mappings are bounded only by the address space"),
    "System V shared memory": (BARE, NOT_RUN, "a segment would outlive the answer"),
    "reads a secret file": (BARE, RUN, "whatever the user may read, the answer may read"),
    "reads it through a link": (BARE, RUN, "the same"),
    "goes round by its own root": (BARE, RUN, "the same"),
    "reads what a machine keeps to itself": (BARE, RUN, "what everybody may read"),
    "reads environments": (BARE, RUN, "of other processes of the same user"),
    "opens the memory of others": (BARE, RUN, "of other processes of the same user, the service among them; a judge worker closes its own"),
    "reads memory of others by call": (BARE, RUN, "the same"),
    "traces every process": (BARE, NOT_RUN, "processes of the same user"),
    "calls the host": (BARE, RUN, "the network is open"),
    "odd sockets": (BARE, RUN, "the network is open"),
    "talks to the host in other ways": (BARE, RUN, "the network is open"),
    "who listens on the host": (BARE, RUN, "the tables of the system are readable"),
    "asks for an address": (BARE, RUN, "the network is open"),
    "opens a file to everybody": (BARE, RUN, "whatever the user may change, the answer may change"),
    "turns a file's clock back": (BARE, RUN, "the same"),
    "shortens a file": (BARE, RUN, "the same"),
    "changes a file without opening it": (BARE, RUN, "the same"),
    "takes a file along": (BARE, RUN, "the same"),
    "puts a file beside": (BARE, RUN, "the same"),
    "writes through a link": (BARE, RUN, "the same"),
    "poisons a library": (BARE, RUN, "where the learner environment belongs to the user that answers run as"),
    "leaves files for the next": (BARE, RUN, "outside its own folder"),
    "leaves a child behind": (BARE, RUN, "ended with it after a fork; not after a start ahead, where it goes on"),
    "programs by every door": (BARE, RUN, "programs may be started"),
    "a child by every door": (BARE, NOT_RUN, "programs may be started"),
    "stops its parent": (BARE, NOT_RUN, "signals reach processes of the same user"),
    "kills everything": (BARE, NOT_RUN, "the same"),
    "a descriptor that signals others": (BARE, NOT_RUN, "the same"),
    "signals by other calls": (BARE, NOT_RUN, "the same"),
    "slows others down": (BARE, RUN, "limits and priorities of processes of the same user"),
    "limits others": (BARE, RUN, "the same"),
    "a namespace of its own": (BARE, RUN, "where the machine allows it to everybody"),
    "kernel rings and programs": (BARE, RUN, "system calls are not filtered"),
    "a filter of its own over the harness": (BARE, NOT_RUN, "system calls are not filtered"),
    "keys, queues and semaphores": (BARE, NOT_RUN, "they would outlive the answer"),
    "another personality": (BARE, RUN, "system calls are not filtered"),
    "32-bit calls by hand": (BARE, RUN, "system calls are not filtered"),
    "system calls of another world": (BARE, RUN, "system calls are not filtered"),
    "what only an administrator does": (BARE, NOT_RUN, "refused by the kernel to an ordinary user, and not tried"),
    "memory that may not be swapped": (BARE, RUN, "system calls are not filtered; the limit on it holds"),
    "devices": (BARE, RUN, "those that everybody may open"),
    "changes its score with the killer": (BARE, RUN, "its own"),
}
