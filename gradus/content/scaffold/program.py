"""The scaffold of a program step in C++ or Java: the sum of the numbers of the input."""

from __future__ import annotations

import textwrap

from gradus.content.scaffold.slug import slug
from gradus.vocabulary import PlannedStep


def in_java(planned: PlannedStep) -> bool:
    """Which of the two languages: the id says so."""
    return planned.id.startswith("java-")


def files(planned: PlannedStep, mistakes: list[str], alternatives: int) -> dict[str, str]:
    """Every file but step.toml."""
    whole, suffix = (_JAVA, ".java") if in_java(planned) else (_CPP, ".cpp")
    name = "Main.java" if in_java(planned) else "answer.cpp"
    lesson = _LESSON.replace("TITLE", planned.title).replace("TASK", textwrap.fill(planned.task, 100)).replace("FILE", name)
    out = {"lesson.md": lesson, "judge.py": _JUDGE.replace("TITLE", planned.title), "oracle.py": _ORACLE, "worked.py": _WORKED}
    out[f"starter{suffix}"] = "// TODO What is to be written here.\n" + (_JAVA_EMPTY if in_java(planned) else "int main() {\n}\n")
    out[f"solution{suffix}"] = "// TODO How it is done, and why so.\n" + whole.replace("START", "0")
    for n, wrong in enumerate(mistakes):
        out[f"mistakes/{slug(wrong)}{suffix}"] = (
            f"// {wrong}\n// TODO What the code believes, why it looks right, where it breaks.\n" + whole.replace("START", str(n + 1))
        )
    for n in range(alternatives):
        out[f"alternatives/way_{n + 1}{suffix}"] = f"// Counts down from the other side ({n + 1})\n" + whole.replace(
            "START", f"{n + 1} - {n + 1}"
        )
    return out


_LESSON = """# TITLE

TODO Why it matters, in two sentences.

## The idea

TODO The idea.

## A worked example

TODO With numbers: the sum of 1, 2 and 4 is 7.

## The task

The roadmap says: TASK

TODO Every rule that is judged. Your answer is `FILE`, a whole program. It reads whole numbers from standard input and prints their sum on one line, 0 without any.
"""

_CPP = """#include <iostream>

int main() {
    long long total = START, number;
    while (std::cin >> number) total += number;
    std::cout << total << '\\n';
}
"""
_JAVA = """import java.util.Scanner;

public class Main {
    public static void main(String[] arguments) {
        long total = START;
        Scanner in = new Scanner(System.in);
        while (in.hasNextLong()) total += in.nextLong();
        System.out.println(total);
    }
}
"""
_JAVA_EMPTY = """public class Main {
    public static void main(String[] words) {
    }
}
"""

_ORACLE = '''"""TODO An independent answer, in Python."""


def run(stdin, args):
    return f"{sum(map(int, stdin.split()))}\\n"
'''

_WORKED = '''"""TODO Every figure of the lesson, computed in Python."""


def worked():
    """Three numbers and their sum."""
    numbers = [1, 2, 4]
    return [numbers, sum(numbers)]
'''

_JUDGE = '''"""TITLE."""

import numpy as np

from gradus.judging import each, program, same_lines

EXPECTED = {"example": {"out": "7\\n"}}  # TODO worked by hand, not from the solution


def PROBES(rng: np.random.Generator) -> dict:
    probes = {"example": program("1 2 4\\n"), "nothing": program("")}
    return probes | {f"random {i}": program(" ".join(map(str, rng.integers(-99, 99, 9)))) for i in range(5)}


@each()
def the_sum_is_right(got, ideal):
    """The sum is printed on one line."""
    return same_lines(got["out"], ideal["out"])
'''
