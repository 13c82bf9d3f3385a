"""One grading by nbgrader: an assignment with one graded cell a check, autograded in its own process.  Prints {"seconds": ...}."""

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


def cell(source, id, **more):
    about = {"grade_id": id, "schema_version": 3, "locked": False, "grade": False, "solution": False, "task": False} | more
    return {"cell_type": "code", "metadata": {"nbgrader": about}, "execution_count": None, "outputs": [], "source": source, "id": id}


with tempfile.TemporaryDirectory() as name:
    work = Path(name)
    cells = [cell(answer, "answer", solution=True)]
    helpers = head.replace("import answer\n", "")
    for i, test in enumerate(tests):
        code = helpers + "\n" + test.replace("answer.", "") + f"\ntest_{i}()\n"
        cells.append(cell(code, f"q{i}", grade=True, locked=True, points=1))
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    book = json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})
    for place in ("source/a", "submitted/you/a"):
        (work / place).mkdir(parents=True)
        (work / place / "answer.ipynb").write_text(book)
    (work / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'c'\n")
    run = [sys.executable, "-m", "nbgrader"]
    done = subprocess.run([*run, "generate_assignment", "a"], cwd=work, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr[-6000:])
    begin = time.perf_counter()
    done = subprocess.run([*run, "autograde", "a"], cwd=work, capture_output=True, text=True)
    seconds = time.perf_counter() - begin
    if done.returncode or not (work / "autograded/you/a/answer.ipynb").exists():
        sys.exit(done.stderr[-6000:])
print(json.dumps({"seconds": seconds}))
