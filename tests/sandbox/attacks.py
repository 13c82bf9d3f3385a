"""Hostile answers and what must become of each behind the box; where another level ends it in another way, that too.

`f` is called with (secret, port, victim): the path of a file in a folder that everybody may read and write, a port of the host where
somebody listens in every way there is, and the pid of a process of ours.  An ending is one of

    an exception's name    what `f` raised, that class or a subclass of it
    exceeded, crashed, ... the outcome of a run that stopped
    "any"                  the ending does not matter: what counts is what is looked at afterwards
    anything else          compared with the value that `f` returned

What a level does not hold stands in not_held.py; there the ending is "got through" or "any".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Attack:
    """One hostile answer."""

    source: str
    box: tuple[Any, ...]
    process: tuple[Any, ...] | None = None  # None: as at `filter`
    limits: dict[str, Any] = field(default_factory=dict)
    shared: tuple[Any, ...] | None = None  # None: as in the box
    filter: tuple[Any, ...] | None = None  # None: as in the shared box

    def endings(self, level: str) -> tuple[Any, ...]:
        """The right endings at a level."""
        shared = self.box if self.shared is None else self.shared
        filtered = shared if self.filter is None else self.filter
        bare = filtered if self.process is None else self.process
        return {"box": self.box, "shared box": shared, "filter": filtered, "process": bare}[level]


HEAD = "import ctypes, errno, os, signal, socket, sys, time\nlibc = ctypes.CDLL(None, use_errno=True)\n"
CALLS = (
    "def refused(*calls):\n"
    "    for call in calls:\n"
    "        if libc.syscall(*call) != -1 or ctypes.get_errno() not in (errno.EPERM, errno.ENOSYS, errno.ESRCH): return 'got through', call\n"
    "    return 'refused'\n"
    "def tried(*acts):\n"
    "    for i, act in enumerate(acts):\n"
    "        try: act()\n"
    "        except OSError: continue\n"
    "        return 'got through', i\n"
    "    return 'refused'\n"
)
SHORT = {"seconds": 0.6}
WATCHED = ("OSError", "exceeded")  # a disk that is only watched: perhaps stopped in time

RESOURCES = {
    "fork bomb": Attack("def f(*a):\n    while True: os.fork()", ("OSError",), ("exceeded", "crashed", "OSError"), SHORT),
    "memory in one go": Attack("def f(*a): return len(bytearray(10 << 30))", ("exceeded",)),
    "memory page by page": Attack("def f(*a):\n    k = []\n    while True: k.append(bytearray(4096))", ("exceeded",), limits={"memory_mb": 64}),
    "shared memory nobody counts": Attack(
        "import mmap\ndef f(*a):\n    k = []\n    while True:\n        m = mmap.mmap(-1, 1 << 24)\n        m.write(b'x' * (1 << 24))\n        k.append(m)",
        ("OSError",), ("OSError", "exceeded", "crashed"), {"seconds": 1.0, "memory_mb": 64},
    ),
    "endless loop": Attack("def f(*a):\n    while True: pass", ("exceeded",), limits=SHORT),
    "loop inside C": Attack("def f(*a): return sum(range(10 ** 14))", ("exceeded",), limits=SHORT),
    "endless regular expression": Attack("import re\ndef f(*a): return re.match('(a+)+$', 'a' * 60 + 'b')", ("exceeded",), limits=SHORT),
    "deaf to every signal": Attack(
        "def f(*a):\n    for s in range(1, 65):\n        try: signal.signal(s, signal.SIG_IGN)\n        except (OSError, ValueError): pass\n    while True: pass",
        ("exceeded",), limits=SHORT,
    ),
    "prints without end": Attack("def f(*a):\n    while True: print('x' * 99999)", ("exceeded",), limits={"printed_kb": 4}),
    "disk filled": Attack(
        "def f(*a):\n    for i in range(50):\n        with open(f'{i}', 'wb') as h: h.write(bytes(1 << 20))\n    time.sleep(1)\n    return 'got through'",
        ("OSError",), limits={"disk_mb": 4}, shared=WATCHED,
    ),
    "one huge file": Attack("def f(*a):\n    with open('x', 'wb') as h:\n        while True: h.write(bytes(1 << 20))", ("OSError",), limits={"disk_mb": 4}, shared=WATCHED),
    "no descriptor left": Attack("def f(*a):\n    k = []\n    while True: k.append(os.open('/dev/null', os.O_RDONLY))", ("OSError",)),
    "deep recursion": Attack("def f(*a): return f(*a)", ("RecursionError",)),
    "memory files": Attack("def f(*a): return os.memfd_create('x')", ("OSError",), ("any",)),
    "System V shared memory": Attack("def f(*a): return refused((29, 0, 4096, 0o1600))", ("refused",)),
}  # fmt: skip

ESCAPES = {
    "reads a secret file": Attack("def f(secret, *a): return open(secret).read() and 'got through'", ("OSError",)),
    "reads it through a link": Attack("def f(secret, *a):\n    os.symlink(secret, 'here')\n    return open('here').read() and 'got through'", ("OSError",)),
    "reads environments": Attack(
        "def f(*a):\n    found = b''\n    try: pids = os.listdir('/proc')\n    except OSError: pids = map(str, range(1, 5000))\n    for p in pids:\n        for n in ('environ', 'cmdline', 'maps'):\n"
        "            try: found += open(f'/proc/{p}/{n}', 'rb').read()\n            except OSError: pass\n    return b'GRADUS_SECRET' in found",
        (False,), ("any",),
    ),
    "opens the memory of others": Attack(
        "def f(secret, port, victim):\n    for p in {victim, os.getppid(), *range(1, 400)} - {os.getpid()}:\n"
        "        try: open(f'/proc/{p}/mem', 'r+b').close()\n        except OSError: continue\n        return 'got through'",
        (None,), (None, "got through"),
    ),
    "calls the host": Attack("def f(secret, port, *a):\n    socket.create_connection(('127.0.0.1', port), 2).sendall(b'x')\n    return 'got through'", ("OSError",)),
    "odd sockets": Attack(
        "def f(*a):\n    for family in (1, 2, 10, 16, 17, 38, 40):\n        try: socket.socket(family, socket.SOCK_RAW if family == 17 else socket.SOCK_DGRAM)\n"
        "        except OSError: continue\n        return 'got through'",
        (None,),
    ),
    "traces every process": Attack("def f(*a): return refused(*[(101, 16, p, 0, 0) for p in range(1, 300)])", ("refused",)),
    "reads memory of others by call": Attack("def f(s, p, victim): return refused(*[(310, q, 0, 0, 0, 0, 0) for q in (1, victim)])", ("refused",)),
    "stops its parent": Attack("def f(*a):\n    os.kill(os.getppid(), signal.SIGSTOP)\n    return 'got through'", ("OSError",)),
    "kills everything": Attack("def f(*a):\n    os.kill(-1, signal.SIGTERM)\n    return 'got through'", ("OSError",)),
    "limits others": Attack("import resource\ndef f(s, p, victim):\n    resource.prlimit(victim, resource.RLIMIT_NOFILE, (9, 9))\n    return 'got through'", ("OSError",)),
    "raises its own limits": Attack("import resource\ndef f(*a): resource.setrlimit(resource.RLIMIT_DATA, (1 << 40, 1 << 40))", ("ValueError",)),
    "poisons a library": Attack("import numpy\ndef f(*a):\n    os.open(numpy.__file__, os.O_WRONLY | os.O_APPEND)\n    return 'got through'", ("OSError",), ("any",)),
    "poisons a library in memory": Attack("import numpy as np\ndef f(*a):\n    np.linalg.norm = np.add = lambda *a: 5.0\n    return np.linalg.norm(0)", (5.0,)),
    "leaves a child behind": Attack(
        "def f(*a):\n    if os.fork() == 0:\n        os.setsid()\n        if os.fork() == 0: time.sleep(600)\n        os._exit(0)\n    os.wait()\n    return 'got through'",
        ("OSError",),
    ),
    "leaves files for the next": Attack(
        "def f(*a): return tried(*[lambda d=d: open(d + '/gradus-left', 'w') for d in ('/dev/shm', '/var/tmp', '/run', '/run/lock', os.path.dirname(os.getcwd()))])",
        ("refused", "('got through', 0)"), shared=("refused",),  # a box has a /dev/shm of its own
    ),
    "a namespace of its own": Attack("def f(*a): return refused((272, 0x10000000), (56, 0x10000000 | 17, 0, 0, 0, 0), (308, 0, 0))", ("refused",), ("any",)),
    "mounts": Attack("def f(*a): return refused((165, b'none', b'/tmp', b'tmpfs', 0, 0), (155, b'/', b'/'), (161, b'/'), (166, b'/tmp', 2))", ("refused",)),
    "a program with more rights": Attack("def f(*a): os.execv('/usr/bin/su', ['su'])", ("OSError",), ("OSError", "crashed")),
    "system calls of another world": Attack("def f(*a): return refused((0x40000000 + 39,))", ("crashed",), ("any",)),
    "types into the terminal": Attack("import fcntl\ndef f(*a): return fcntl.ioctl(0, 0x5412, b'x')", ("OSError",)),
    "kernel rings and programs": Attack("def f(*a): return refused((425, 8, 0), (321, 0, 0, 0), (298, 0, 0, 0, 0, 0), (323, 0), (250, 0, 0, 0))", ("refused",), ("any",)),
    "writes to what it was not given": Attack(
        "def f(*a):\n    for n in range(4, 300):\n        try: os.write(n, b'x')\n        except OSError: continue\n        return 'got through'", (None,),
    ),
    "changes its score with the killer": Attack("def f(*a):\n    open('/proc/self/oom_score_adj', 'w').write('-1')\n    return 'got through'", ("OSError",), ("any",)),
}  # fmt: skip

VERDICTS = {
    "exits in the middle": Attack("def f(*a): sys.exit(0)", ("SystemExit",)),
    "ends at once": Attack("def f(*a): os._exit(0)", ("crashed",)),
    "ends while it is imported": Attack("os._exit(0)\ndef f(*a): return 1", ("crashed",)),
    "garbage on the channel": Attack("def f(*a):\n    os.write(3, b'accepted' * 99)\n    return 1", ("crashed",)),
    "a buffer of 2**60 bytes": Attack("import struct\ndef f(*a):\n    os.write(3, b'GRW1' + struct.pack('<IIQ', 1, 1, 1 << 60))\n    return 1", ("crashed",)),
    "half a frame, then nothing": Attack("def f(*a):\n    os.write(3, b'GRW1')\n    time.sleep(600)", ("exceeded",), limits=SHORT),
    "an answer ahead of the question": Attack(
        "w = sys.modules['gradus_box.wire']\ndef f(*a):\n    frame = w.encode({'t': 'seen', 'nonce': bytes(8), 'value': 42, 'touched': False}, lambda *a: None)\n"
        "    os.write(3, b''.join(frame))\n    return 1",
        ("crashed",),
    ),
    "closes everything": Attack("def f(*a): os.closerange(0, 100)", ("crashed",)),
    "rewrites how numpy compares": Attack("import numpy as np\nnp.allclose = np.array_equal = np.isclose = lambda *a, **k: True\ndef f(*a): return 1", (1,)),
    "equal to everything": Attack("class E:\n    def __eq__(self, o): return True\n    __hash__ = None\n    def __repr__(self): return 'E'\ndef f(*a): return E()", ("Opaque(type='E', text='E')",)),
    "an array that lies": Attack(
        "import numpy as np\nclass L(np.ndarray):\n    def __array__(self, *a, **k): return np.ones(2)\n    def __eq__(self, o): return True\n"
        "def f(*a): return np.zeros(2).view(L)",
        ("array([0., 0.])",),
    ),
    "claims another class": Attack("class C:\n    __class__ = float\n    def __float__(self): return 1.0\n    def __repr__(self): return 'C'\ndef f(*a): return C()", ("Opaque(type='C', text='C')",)),
    "a last word at the end": Attack("import atexit\natexit.register(lambda: os.write(3, b'x'))\nclass D:\n    def __del__(self): os.write(3, b'x')\nd = D()\ndef f(*a): return 1", (1,)),
    "a numpy of its own": Attack("open('numpy.py', 'w').write('evil = 1')\nimport numpy\ndef f(*a): return hasattr(numpy, 'evil')", (False,)),
    "a hook in the imports": Attack(
        "class H:\n    def find_spec(self, *a): sys.exit(0)\nsys.meta_path.insert(0, H())\ndef f(*a):\n    import wave", ("SystemExit",),
    ),
    "a thread that goes on": Attack(
        "import threading\ndef g():\n    while True: time.sleep(0.01)\ndef f(*a):\n    threading.Thread(target=g).start()\n    return 1", (1,),
    ),
    "a thread that writes": Attack(
        "import threading\ndef g():\n    for i in range(500): os.write(3, b'\\0' * 64)\ndef f(*a):\n    threading.Thread(target=g).start()\n    time.sleep(0.2)\n    return 1", ("crashed",),
    ),
    "an exception that raises": Attack("class B(Exception):\n    def __str__(self): sys.exit(0)\ndef f(*a): raise B", ("B",)),
    "neither Exception nor error": Attack("def f(*a): raise GeneratorExit", ("GeneratorExit",)),
    "a repr that exits": Attack("class R:\n    def __repr__(self): os._exit(0)\ndef f(*a): return R()", ("crashed",)),
    "a fault of the machine": Attack("def f(*a): ctypes.string_at(0)", ("crashed",)),
    "an abort": Attack("def f(*a): libc.abort()", ("crashed",)),
    "what the harness knows": Attack("import gc\ndef f(*a): return any(''.join(['the expec', 'ted value']) in repr(o)[:9999] for o in gc.get_objects() if type(o) is dict)", (False,)),
    "up the frames": Attack(
        "def f(*a):\n    g, found = sys._getframe(), ''\n    while g:\n        found += repr(g.f_locals)[:99999] + repr(sorted(g.f_globals))\n        g = g.f_back\n    return ''.join(['the expec', 'ted value']) in found",
        (False,),
    ),
    "harness rewritten": Attack("d = sys.modules['gradus_box.driver']\nd.Run.call = lambda self, f, i, m: {'t': 'accepted'}\ndef f(*a): return 1", ("crashed",)),
}  # fmt: skip

VALUES = {
    "NaN": Attack("def f(*a): return float('nan')", ("nan",)),
    "infinity": Attack("def f(*a): return float('inf')", ("inf",)),
    "text for a number": Attack("def f(*a): return '42'", ("42",)),
    "lone surrogates and controls": Attack("def f(*a): return '\\ud800\\0\\x1b[31m\\u202e'", ("\ud800\0\x1b[31m‮",)),
    "80 GB from 8 bytes": Attack("import numpy as np\ndef f(*a): return np.broadcast_to(np.float64(1), (10**10,))", ("exceeded",)),
    "a list in itself": Attack("def f(*a):\n    x = []\n    x.append(x)\n    return x", ("Opaque(type='list', text='nested too deeply, or in itself')",)),
    "an integer of ten million digits": Attack("def f(*a): return 1 << 33_000_000", ("Opaque(type='int', text='an integer of 33000001 bits')",)),
    "an endless generator": Attack("import itertools\ndef f(*a): return itertools.count()", ("Opaque(type='count', text='count(0)')",)),
    "a set of colliding numbers": Attack("def f(*a): return {((1 << 61) - 1) * (k << 8) for k in range(3000)}", ("exceeded",)),
    "a pickle": Attack("import pickle\ndef f(*a): return pickle.dumps(1)", (b"\x80\x04K\x01.",)),
    "the function itself": Attack("def f(*a): return type(f).__name__ if a is None else f", ("Opaque",)),
    "an array of liars": Attack("import numpy as np\nclass E:\n    def __eq__(self, o): return True\n    def __repr__(self): return 'E'\ndef f(*a): return np.array([E()], object)", ("[Opaque(type='E', text='E')]",)),
}  # fmt: skip
