"""The hostile answer of the self-check, as text: it is sent, and runs behind the wall only."""

HOSTILE = """
import ctypes, os, signal, socket, sys, time

def connect(port):
    s = socket.create_connection(("127.0.0.1", port), 2)
    s.sendall(b"out")

def read(path):
    return open(path).read()

def write(path):
    open(path, "a").write("x")

def mode(path):
    os.chmod(path, 0o777)

def touch(path):
    os.utime(path, (1, 1))

def shorten(path):
    os.truncate(path, 0)

def see(pid):
    return open(f"/proc/{pid}/cmdline").read() or "seen"

def kill(pid):
    os.kill(pid, signal.SIGTERM)

def look_into(pids):
    libc, got = ctypes.CDLL(None, use_errno=True), []
    for pid in pids:
        for name in ("mem", "environ"):
            try:
                open(f"/proc/{pid}/{name}", "rb").close()
                got.append(name)
            except OSError:
                pass
        if sys.platform == "linux" and libc.ptrace(16, pid, None, None) == 0:
            os.waitpid(pid, 0)
            libc.ptrace(17, pid, None, None)
            got.append("trace")
    return got

def known(name):
    return name in os.environ or "GRADUS_HOME" in os.environ

def root():
    try:
        os.setuid(0)
    except OSError:
        pass
    return 0 in (os.getuid(), os.geteuid())

def fork():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)

def stay():
    r, w = os.pipe()
    if os.fork() == 0:
        os.setsid()
        pid = os.fork()
        if pid == 0:
            time.sleep(30)
            os._exit(0)
        os.write(w, str(pid).encode())
        os._exit(0)
    return int(os.read(r, 99))

def shout():
    while True:
        print("x" * 9999)

def hoard(mb):
    return len([bytearray(1 << 20) for _ in range(mb)])

def loop():
    while True:
        pass

def fill(mb):
    for i in range(mb):
        with open(f"part{i}", "wb") as f:
            f.write(bytes(1 << 20))

def leave(name):
    for folder in ("/tmp", "/dev/shm", os.getcwd()):
        try:
            open(os.path.join(folder, name), "w").close()
        except OSError:
            pass

def find(name):
    found = []
    for folder in ("/tmp", "/dev/shm", os.getcwd()):
        try:
            found += [folder] if name in os.listdir(folder) else []
        except OSError:
            pass
    return found
"""
