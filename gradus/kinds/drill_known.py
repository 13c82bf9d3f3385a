"""Every known answer to the runs of a drill: right, wrong, differently written, and tried without reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from gradus.drilling import Question
from gradus.kinds import answers_toml
from gradus.kinds.drill_run import Drawn, mistake_id, readable, run
from gradus.kinds.expression import to_sympy
from gradus.kinds.expression_reader import parse
from gradus.kinds.known import Known
from gradus.kinds.typed_answer import read
from gradus.vocabulary import Step

SEEDS = (1, 2, 3, 4, 5)
BLIND = ("0", "1", "2", "3", "4", "x", "1/2", "1 0; 0 1")


def filled(step: Step, seed: int, texts: Mapping[str, str]) -> dict[str, str]:
    """answers.toml of this seed with these answers."""
    questions = {id: d.question for id, d in run(step, seed).items()}
    return {answers_toml.FILE: answers_toml.write(step.title, seed, questions, texts)}


def known(step: Step) -> list[Known]:
    """All of them, for a few seeds; each belongs to its own seed, since the questions do."""
    found: list[Known] = []
    for seed in SEEDS:
        drawn = run(step, seed)
        good = {id: d.question.right for id, d in drawn.items()}
        found += [
            Known(f"run {seed}", "solution", filled(step, seed, good), seeds=(seed,)),
            Known(f"run {seed}", "starter", filled(step, seed, {}), seeds=(seed,)),
        ]
        found += [
            Known(f"{name}, run {seed}", "alternative", filled(step, seed, texts), seeds=(seed,)) for name, texts in _rewritten(drawn)
        ]
        found += _wrong(step, seed, drawn, good)
        found += [Known(f"{text!r} everywhere, run {seed}", "cheat", _blind(step, seed, text), seeds=(seed,)) for text in BLIND]
        found.append(Known(f"one answer missing, run {seed}", "cheat", filled(step, seed, {**good, "q1": ""}), seeds=(seed,)))
    return found


def _wrong(step: Step, seed: int, drawn: Mapping[str, Drawn], good: Mapping[str, str]) -> Iterator[Known]:
    for id, d in drawn.items():
        for wrong in d.question.wrong:
            name = mistake_id(d.template, wrong)
            yield Known(f"{name}, run {seed} {id}", "mistake", filled(step, seed, {**good, id: wrong.answer}), name, seeds=(seed,))


def _blind(step: Step, seed: int, text: str) -> dict[str, str]:
    """The same text everywhere, and where it cannot even be read, the least that can."""
    fallback: dict[str, Callable[[Question], str]] = {
        "order": lambda q: " ".join(str(n + 1) for n in range(len(q.options))),
        "matrix": lambda q: "0",
        "choice": lambda q: "1",
        "number": lambda q: f"0 {q.unit}",
        "expression": lambda q: "0",
    }
    texts = {}
    for id, d in run(step, seed).items():
        q = d.question
        unit = f"{text} {q.unit}" if q.form == "number" and q.unit else text
        texts[id] = unit if readable(q, unit) else fallback[q.form](q)
    return filled(step, seed, texts)


def _rewritten(drawn: Mapping[str, Drawn]) -> Iterator[tuple[str, dict[str, str]]]:
    """The right answers in other writing; a style that changes nothing in the whole run is left out."""
    most = max(len(d.question.also) for d in drawn.values())
    for i in range(most):
        yield (
            f"also {i + 1}",
            {id: (d.question.also or (d.question.right,))[min(i, max(0, len(d.question.also) - 1))] for id, d in drawn.items()},
        )
    for name, style in _STYLES.items():
        texts = {id: style(d.question) or d.question.right for id, d in drawn.items()}
        if any(texts[id] != d.question.right for id, d in drawn.items()):
            yield name, texts


def _sympy(change: Callable[[Any], Any]) -> Callable[[Question], str | None]:
    """A style for expressions: SymPy rewrites the author's right answer (typed text never comes here)."""

    def style(question: Question) -> str | None:
        if question.form != "expression":
            return None
        text = str(change(to_sympy(parse(question.right, question.names), question.positive))).replace("E", "e").replace("Abs", "abs")
        return text if readable(question, text) else None

    return style


def _name(name: str) -> Callable[[Any], Any]:
    def change(tree: Any) -> Any:
        import sympy  # type: ignore[import-untyped]

        return getattr(sympy, name)(tree)

    return change


def _other_notation(question: Question) -> str | None:
    """A fraction, brackets, commas, the option's own text, stars for powers."""
    match question.form:
        case "number":
            number, _, unit = question.right.partition(" ")
            near = Fraction(number).limit_denominator(10_000_000)
            return f"{near.numerator}/{near.denominator} {unit}".strip()
        case "matrix":
            rows = [", ".join(row.split()) for row in question.right.split(";")]
            return "[" + ", ".join(f"[{row}]" for row in rows) + "]"
        case "order":
            return question.right.replace(" ", ", ")
        case "choice":
            return question.options[int(question.right) - 1]
        case "expression":
            return question.right.replace("^", "**").replace("exp(", "e^(").replace("log(", "ln(")


def _percent(question: Question) -> str | None:
    """A number as percent where no unit is asked, without the blank where one is."""
    if question.form != "number":
        return None
    if question.unit:
        return question.right.replace(" ", "")
    return f"{float(Fraction(question.right) * 100)!r} %"


def _scientific(question: Question) -> str | None:
    if question.form != "number":
        return None
    number, _, unit = question.right.partition(" ")
    return f"{float(number):.12e} {unit}".strip()


def _rounded(question: Question) -> str | None:
    """Rounded as coarsely as the tolerance surely allows."""
    if question.form != "number" or not (slack := question.rtol or question.atol):
        return None
    number, _, unit = question.right.partition(" ")
    value = float(number)
    room = question.atol + question.rtol * abs(value)
    text = next((t for t in (f"{value:.{k}f}" for k in range(13)) if abs(float(t) - value) < 0.9 * room), number) if slack else number
    return f"{text} {unit}".strip()


def _canonical(question: Question) -> str | None:
    return read(question, question.right).text


_STYLES: dict[str, Callable[[Question], str | None]] = {
    "expanded": _sympy(_name("expand")),
    "factored": _sympy(_name("factor")),
    "trig-simplified": _sympy(_name("trigsimp")),
    "over one denominator": _sympy(_name("together")),
    "simplified": _sympy(_name("simplify")),
    "other notation": _other_notation,
    "percent": _percent,
    "scientific": _scientific,
    "rounded": _rounded,
    "canonical": _canonical,
}
