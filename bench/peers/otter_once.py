"""One grading by Otter: a notebook with the answer, one test file a check, in its own process.  Prints {"seconds": ...}."""

import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

folder = Path(sys.argv[1])
answer = (folder / "answer.py").read_text()
head, *tests = re.split(r"\n(?=def test_)", (folder / "test_answer.py").read_text())
with tempfile.TemporaryDirectory() as name:
    work = Path(name)
    (work / "tests").mkdir()
    helpers = head.replace("import answer\n", "")
    for i, test in enumerate(tests):
        code = helpers + "\n" + test.replace("answer.", "") + f"\ntest_{i}()\n"
        case = "".join(f"{'...' if line.startswith((' ', ')')) else '>>>'} {line}\n" for line in code.splitlines() if line.strip())
        case = re.sub(r"(>>> def .*\n(?:\.\.\. .*\n)+)", r"\1... \n", case)
        spec = {"name": f"q{i}", "points": 1, "suites": [{"type": "doctest", "scored": True, "cases": [{"code": case}]}]}
        (work / "tests" / f"q{i}.py").write_text(f"OK_FORMAT = True\ntest = {spec!r}\n")
    cells = [{"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": [], "source": answer}]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    (work / "answer.ipynb").write_text(json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 4}))
    code = "from otter.run import main; import inspect"
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "otter", "check", "answer.ipynb", "-t", "tests"], cwd=work, capture_output=True, text=True)
    seconds = time.perf_counter() - begin
    if done.returncode or "fail" in (done.stdout + done.stderr).lower():
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
print(json.dumps({"seconds": seconds}))
