"""The limit: a warm process forks, the child gets the answer as text, runs the checks under rlimits and hands the values back; nothing else.

Run by the learner's Python with a folder that holds answer.py and test_answer.py; prints the milliseconds of one fork for each line it reads.
It does NOT isolate anything: it is a figure to compare with.
"""

import importlib
import os
import pathlib
import pickle
import resource
import sys
import time

sys.path.insert(0, sys.argv[1])
library = importlib.import_module(sys.argv[2])
if sys.argv[2] == "torch":
    library.set_num_threads(1)
folder = pathlib.Path(sys.argv[1])
text = (folder / "answer.py").read_text()
tests = compile((folder / "test_answer.py").read_text().replace("import answer\n", ""), "test", "exec")


class Module:
    pass


def child(pipe):
    for what, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, 5), (resource.RLIMIT_NOFILE, 128)):
        resource.setrlimit(what, (most, most))
    answer = Module()
    exec(compile(text, "answer", "exec"), answer.__dict__)
    space = {"answer": answer}
    exec(tests, space)
    held = []
    for name in [n for n in space if n.startswith("test_")]:
        space[name]()
        held.append(True)
    os.write(pipe, pickle.dumps(held))
    os._exit(0)


def once():
    read, write = os.pipe()
    begin = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        child(write)
    os.close(write)
    said = b""
    while data := os.read(read, 65536):
        said += data
    os.waitpid(pid, 0)
    assert all(pickle.loads(said)), "a check failed"
    seconds = time.perf_counter() - begin
    os.close(read)
    return seconds


once()
print("ready", flush=True)
for _ in sys.stdin:
    print(1e3 * once(), flush=True)
