"""More hostile answers: what the levels without namespaces make possible, what limits do not count, and odd corners of the kernel."""

from __future__ import annotations

from .attacks import SHORT, WATCHED, Attack

INT_80 = "b'\\xb8\\x14\\x00\\x00\\x00\\xcd\\x80\\xc3'"  # mov eax, 20 (getpid of 32-bit programs); int 0x80; ret

FILES = {
    "opens a file to everybody": Attack("def f(secret, *a): return tried(lambda: os.chmod(secret, 0o777), lambda: os.chmod(os.path.dirname(secret), 0o700))", ("refused",)),
    "turns a file's clock back": Attack("def f(secret, *a): return tried(lambda: os.utime(secret, (1, 1)))", ("refused",)),
    "shortens a file": Attack("def f(secret, *a): return tried(lambda: os.truncate(secret, 0), lambda: os.open(secret, os.O_TRUNC | os.O_RDWR))", ("refused",)),
    "changes a file without opening it": Attack(
        "def f(secret, *a):\n    try: n = os.open(secret, os.O_PATH)\n    except OSError: return 'refused'\n"
        "    return tried(lambda: os.fchmod(n, 0o777), lambda: os.chmod(f'/proc/self/fd/{n}', 0o777), lambda: open(f'/proc/self/fd/{n}'))",
        ("refused",),
    ),
    "takes a file along": Attack("def f(secret, *a): return tried(lambda: os.link(secret, 'mine'), lambda: os.rename(secret, 'mine'))", ("refused",)),
    "puts a file beside": Attack(
        "def f(secret, *a):\n    d = os.path.dirname(secret)\n    return tried(lambda: os.mkdir(d + '/x'), lambda: os.symlink('/etc', d + '/y'), lambda: os.mkfifo(d + '/z'), lambda: os.open(d, os.O_TMPFILE | os.O_RDWR), lambda: os.unlink(secret))",
        ("refused",),
    ),
    "writes through a link": Attack("def f(secret, *a):\n    os.symlink(secret, 'log')\n    return tried(lambda: open('log', 'a'), lambda: open('log', 'w'))", ("refused",)),
    "goes round by its own root": Attack(
        "def f(secret, *a): return tried(*[lambda p=p: open(p + secret) for p in ('/proc/self/root', '/proc/self/cwd/../../..', '/proc/1/root', '/proc/self/task/self/root', '/dev/fd/../root')])",
        ("refused",),
    ),
    "reads what a machine keeps to itself": Attack(
        "def f(*a): return tried(*[lambda p=p: open(p, 'rb').read(1) for p in ('/etc/shadow', '/etc/passwd', '/etc/machine-id', f'/proc/{os.getppid() or 2}/environ', '/proc/kallsyms', '/proc/kcore', '/sys/class/dmi/id/product_uuid', '/var/log/dpkg.log')],"
        " *[lambda p=p: os.listdir(p) for p in ('/root', '/home', '/var', '/run', '/', *(('/proc', '/etc') if os.getpid() != 1 else ()))])",
        ("refused",),
    ),
    "devices": Attack("def f(*a): return tried(*[lambda p=p: os.open(p, os.O_RDWR) for p in ('/dev/ptmx', '/dev/tty', '/dev/kmsg', '/dev/mem', '/dev/fuse', '/dev/kvm', '/dev/net/tun', '/dev/vsock')])", ("refused",), ("any",)),
    "makes a device": Attack("def f(*a): return tried(lambda: os.mknod('null', 0o20666, os.makedev(1, 3)))", ("refused",)),
    "a core for others to find": Attack("import resource\ndef f(*a):\n    resource.setrlimit(resource.RLIMIT_CORE, (1 << 20, 1 << 20))\n    return 'got through'", ("ValueError",)),
}  # fmt: skip

OTHERS = {
    "a descriptor that signals others": Attack(
        "import fcntl\ndef f(s, p, victim):\n    r, w = os.pipe()\n    done = 0\n    for act in (lambda: fcntl.fcntl(r, 8, victim), lambda: fcntl.fcntl(r, 10, signal.SIGKILL), lambda: fcntl.fcntl(r, 4, 0o20000)):\n"
        "        try: act(); done += 1\n        except OSError: pass\n    os.write(w, b'x')\n    return 'sent' if done == 3 else 'refused'",
        ("refused",), ("any",),
    ),
    "signals by other calls": Attack(
        "def f(s, p, victim): return refused(*[c for q in (victim, os.getppid(), 1) if q != os.getpid() for c in ((200, q, 0), (129, q, 10, 0), (434, q, 0), (62, q, 0))], (234, victim, victim, 0))", ("refused",),
    ),
    "slows others down": Attack(
        "def f(s, p, victim): return tried(lambda: os.setpriority(os.PRIO_PROCESS, victim, 19), lambda: os.sched_setaffinity(victim, {0}), *([lambda: os.setpriority(os.PRIO_USER, os.getuid(), 19)] if os.getpid() != 1 else []))",
        ("refused",),
    ),
    "talks to the host in other ways": Attack(
        "def f(s, port, *a):\n    def say(family, kind, where):\n        with socket.socket(family, kind) as c:\n            c.settimeout(1)\n            c.connect(where)\n            c.send(b'x')\n"
        "    return tried(lambda: say(2, 2, ('127.0.0.1', port)), lambda: say(10, 1, ('::1', port)), lambda: say(1, 1, f'\\0gradus-{port}'), lambda: say(40, 1, (1, port)))",
        ("refused",),
    ),
    "who listens on the host": Attack(
        "def f(s, port, *a):\n    found = ''\n    for p in ('/proc/net/tcp', '/proc/self/net/tcp', '/proc/thread-self/net/tcp', f'/proc/self/task/{os.getpid()}/net/tcp'):\n"
        "        try: found += open(p).read()\n        except OSError: pass\n    return f':{port:04X}' in found",
        (False,),
    ),
    "asks for an address": Attack("def f(*a): return tried(lambda: socket.getaddrinfo('example.org', 80), lambda: socket.gethostbyname('example.org'))", ("refused",), ("any",)),
    "programs by every door": Attack(
        "import subprocess\ndef f(*a): return tried(lambda: subprocess.run(['/bin/true']), lambda: os.posix_spawn('/bin/true', ['true'], {}), lambda: os.execv('/bin/true', ['true'])) if os.system('true') else 'got through'",
        ("refused",),
    ),
    "a child by every door": Attack("def f(*a): return refused((57,), (58,), (56, 17, 0, 0, 0, 0), (435, b'\\0' * 88, 88), (322, -100, b'/bin/true', 0, 0, 0))", ("refused",)),
    "a filter of its own over the harness": Attack("def f(*a): return refused((317, 1, 8, b'\\0' * 16), (157, 22, 2, b'\\0' * 16), (157, 4, 0), (157, 36, 1), (157, 0x59616D61, -1))", ("refused",), ("any",)),
    "what only an administrator does": Attack(
        "def f(*a): return refused((169, 0xFEE1DEAD, 672274793, 0), (170, b'x', 1), (175, b'', 0, b''), (164, 0, 0), (227, 0, 0), (167, b'/x', 0), (163, b'x'), (246, 0, 0, 0, 0), (172, 3), (300, 0, 0), (304, 0, 0, 0))",
        ("refused",), ("any",),
    ),
    "another personality": Attack("def f(*a): return refused((135, 0x0040000), (135, 0x0400000))", ("refused",), ("any",)),
    "keys, queues and semaphores": Attack("def f(*a): return refused((248, b'user', b'k', b'v', 1, -3), (240, b'/q', 0o102, 0o600, 0), (68, 0, 0o1600), (64, 0, 1, 0o1600), (253,), (447, 0))", ("refused",), ("any",)),
    "32-bit calls by hand": Attack(
        f"import mmap\ncode = {INT_80}\ndef f(*a):\n    m = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)\n    m.write(code)\n"
        "    return ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(m)))() == os.getpid() and 'got through'",
        ("crashed",), ("any",),
    ),
    "becomes somebody else": Attack("def f(*a): return tried(lambda: os.setuid(0), lambda: os.setgid(0), lambda: os.setgroups([0]), lambda: os.setresuid(0, 0, 0), lambda: os.chroot('/'))", ("refused",)),
}  # fmt: skip

LIMITS = {
    "shared pages of zeros": Attack(
        "import mmap\ndef f(*a):\n    n = os.open('/dev/zero', os.O_RDONLY)\n    m = mmap.mmap(n, 1 << 30, flags=mmap.MAP_SHARED, prot=mmap.PROT_READ)\n"
        "    return 'got through' if sum(m[i] for i in range(0, 1 << 30, 4096)) == 0 else 1",
        ("OSError",), ("any",), {"memory_mb": 64},
    ),
    "threads without end": Attack("import threading\ndef f(*a):\n    while True: threading.Thread(target=time.sleep, args=(60,)).start()", ("RuntimeError", "exceeded"), limits={"seconds": 1.0, "memory_mb": 128}),
    "a stack as large as a house": Attack("import threading\ndef f(*a):\n    threading.stack_size(1 << 33)\n    threading.Thread(target=print).start()\n    return 'got through'", ("RuntimeError", "exceeded"), limits={"memory_mb": 128}),
    "six thousand empty files": Attack("def f(*a):\n    for i in range(6000): open(f'e{i}', 'w').close()\n    time.sleep(1)\n    return 'got through'", ("OSError",), shared=WATCHED),
    "files without a name": Attack(
        "def f(*a):\n    k = []\n    for i in range(40):\n        h = open(f'{i}', 'wb'); os.unlink(f'{i}'); h.write(bytes(1 << 20)); h.flush(); k.append(h)\n    time.sleep(1)\n    return 'got through'",
        ("OSError",), limits={"disk_mb": 4}, shared=WATCHED,
    ),
    "a file with a hole of a terabyte": Attack("def f(*a):\n    with open('x', 'wb') as h: h.truncate(1 << 40)\n    return 'got through'", ("OSError",), limits={"disk_mb": 4}),
    "memory that may not be swapped": Attack("def f(*a):\n    b = ctypes.create_string_buffer(1 << 20)\n    return refused((149, b, 1 << 20), (151, 3))", ("refused",), ("any",)),
    "sleeps past every limit": Attack("def f(*a):\n    while True:\n        try: time.sleep(600)\n        except BaseException: pass", ("exceeded",), limits={"seconds": 0.2}),
    "reports without end": Attack("import live\ndef f(*a):\n    while True: live.report(x=1.0, y='z' * 999)", ("exceeded",), limits=SHORT),
    "an alarm for itself": Attack("def f(*a):\n    signal.setitimer(signal.ITIMER_REAL, 0.01)\n    time.sleep(2)", ("crashed", None)),  # the first process of a box does not heed it
}  # fmt: skip

CHANNEL = {
    "descriptors pushed into the judge": Attack(
        "def f(*a):\n    s = socket.socket(fileno=os.dup(3))\n    s.setblocking(False)\n    for i in range(300):\n        try: socket.send_fds(s, [b'x'], [0, 1, 2, 3] * 20)\n        except BlockingIOError: break\n    return 1",
        ("crashed", "OSError"), ("crashed", "OSError"),  # or the kernel lets no more be under way
    ),
    "descriptors asked of the judge": Attack(
        "def f(*a):\n    s = socket.socket(fileno=os.dup(3))\n    s.setblocking(False)\n    try: return 'got through' if socket.recv_fds(s, 99, 9)[1] else None\n    except OSError: return None", (None,),
    ),
    "hangs up and goes on": Attack("def f(*a):\n    socket.socket(fileno=3).shutdown(2)\n    while True: time.sleep(1)", ("crashed", "exceeded"), limits={"seconds": 0.3}),
    "two replies to one question": Attack(
        "w = sys.modules['gradus_box.wire']\ndef f(*a):\n    m = sys._getframe(2).f_locals['message']\n    for v in (1, 2): os.write(3, b''.join(w.encode({'t': 'seen', 'nonce': m['nonce'], 'value': v, 'touched': False}, lambda *a: None)))\n    return 3",
        ("any",),  # the first reply counts: it is a value, and judged
    ),
    "the words of the harness": Attack("w = sys.modules['gradus_box.wire']\ndef f(*a):\n    os.write(3, b''.join(w.encode({'t': 'stop', 'why': 'accepted'}, lambda *a: None)))\n    time.sleep(60)", ("crashed",)),
    "a message of another kind": Attack("w = sys.modules['gradus_box.wire']\ndef f(*a):\n    os.write(3, b''.join(w.encode([1, 2, 3], lambda *a: None)))\n    time.sleep(60)", ("crashed",)),
    "what is left open": Attack("def f(*a):\n    found = []\n    for n in range(300):\n        try: os.fstat(n); found.append(n)\n        except OSError: pass\n    return found", ("[0, 1, 2, 3]",)),
}  # fmt: skip
