"""A program goes through the whole path: compiled in the box, run there on inputs, and the way each run ended told by the kernel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gradus.judging import Miss, each, same_lines
from gradus.judging import program as ask
from gradus.kinds import program
from gradus.vocabulary import Answer, Judge, Level, Limits, Mistake, Observation, Outcome, Probe, Step
from tests.kinds import golden

FILE = "answer.cpp"
SUM = (
    "#include <iostream>\nint main() {\n    long long sum = 0, x;\n    while (std::cin >> x) sum += x;\n    std::cout << sum << '\\n';\n}\n"
)
SKIPS = SUM.replace("long long sum = 0, x;", "long long sum = 0, x;\n    std::cin >> x;")
JAVA = "import java.util.Scanner;\npublic class Main {\n    public static void main(String[] args) {\n        long sum = 0;\n        Scanner in = new Scanner(System.in);\n        while (in.hasNextLong()) sum += in.nextLong();\n        System.out.println(sum);\n    }\n}\n"


@each()
def sums(got: Any, ideal: Any) -> Miss | None:
    """The sum is printed."""
    return same_lines(got["out"], ideal["out"])


def probes(seed: int) -> dict[str, Probe]:
    return {"example": ask("1 2\n", seconds=0.5), "nothing": ask(seconds=0.5), "more": ask("3\n4\n5", seconds=0.5)}


JUDGE = Judge(probes, (sums,), {"example": {"out": "3\n"}})
STEP = Step(
    "golden-program", "Golden", "program", Level.INTRO, 5, "c", "t", Path("/nowhere"), "golden program", limits=Limits(seconds=8),
    starter={FILE: "int main() {}\n"}, solution={FILE: SUM}, options={"language": "cpp"},
    mistakes=(Mistake("skips-the-first", "Skips the first", "The first number is read and dropped.", {FILE: SKIPS}),),
    load=lambda: JUDGE,
)  # fmt: skip
IN_JAVA = replace(STEP, options={"language": "java"}, solution={"Main.java": JAVA}, mistakes=(), hash="golden java")


def observed(text: str, step: Step = STEP, **asked: Probe) -> Observation:
    step = replace(step, load=lambda: replace(JUDGE, probes=lambda seed: asked)) if asked else step
    return program.observe(step, Answer({program.language(step).file: text}), 1)


@pytest.mark.parametrize("case", golden.cases("program"), ids=lambda p: p.name)
def test_a_golden_answer_gets_its_outcome_and_its_words(case: Path) -> None:
    golden.holds(case, STEP, FILE)


def test_every_outcome_has_a_golden_case() -> None:
    assert golden.outcomes("program") == golden.EVERY


def test_a_java_program_is_compiled_and_run() -> None:
    assert {n: s.value["out"] for n, s in observed(JAVA, IN_JAVA).seen.items()} == {"example": "3\n", "nothing": "0\n", "more": "12\n"}


def test_java_that_does_not_compile_names_its_line() -> None:
    seen = observed(JAVA.replace("long sum = 0;", "long sum = nothing;"), IN_JAVA)
    assert seen.stopped is not None
    assert (seen.stopped.outcome, seen.stopped.line) == (Outcome.MALFORMED, 4)
    assert "cannot find symbol" in seen.stopped.say


def test_arguments_and_status_come_through() -> None:
    text = "#include <iostream>\nint main(int n, char** a) { std::cout << n << ' ' << a[1] << '|' << a[2]; return 5; }\n"
    value = observed(text, one=ask("", "two words", "*")).seen["one"].value
    assert (value["out"], value["exit"], value["ended"]) == ("3 two words|*", 5, "by itself")


def test_a_slow_run_is_stopped_alone_and_the_others_go_on() -> None:
    text = SUM.replace("std::cout", "if (sum == 99) for (;;) {}\n    std::cout")
    seen = observed(text, fine=ask("1 2", seconds=0.3), slow=ask("99", seconds=0.3), also=ask("4", seconds=0.3))
    assert [s.value["ended"] for s in seen.seen.values()] == ["by itself", "out of time", "by itself"]


def test_what_a_run_started_does_not_live_on() -> None:
    text = '#include <cstdlib>\n#include <iostream>\n#include <fstream>\nint main() { std::system("(sleep 0.4; touch stayed) &"); std::cout << std::ifstream("stayed").good(); }\n'
    runs = {f"run {i}": ask(str(i)) for i in range(4)}
    assert {s.value["out"] for s in observed(text, **runs).seen.values()} == {"0"}


def test_a_template_bomb_is_the_answers_fault_and_costs_its_own_time() -> None:
    bomb = 'template<int N> struct A { static const long v = A<N - 1>::v + A<N - 2>::v; };\n#include "/dev/zero"\nint main() {}\n'
    seen = observed(bomb)
    assert seen.stopped is not None
    assert seen.stopped.outcome in (Outcome.MALFORMED, Outcome.EXCEEDED)


def test_a_program_is_compiled_once_for_all_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    text = SUM + "// once\n"
    observed(text)
    monkeypatch.setattr(program, "_inside", lambda: "")  # a second compilation would not find its script
    built = program._built(program.LANGUAGES["cpp"], text)
    assert isinstance(built, program.Built)


@pytest.mark.parametrize(("step", "needs"), [(STEP, "g++"), (IN_JAVA, "javac")])
def test_without_the_toolchain_the_sentence_says_what_to_install(step: Step, needs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    seen = observed("int main() {}", step)
    assert seen.stopped is not None
    assert seen.stopped.outcome is Outcome.BROKEN
    assert f"This step needs {needs}" in seen.stopped.say
