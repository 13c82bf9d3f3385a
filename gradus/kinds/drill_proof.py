"""What a drill's templates must hold before a learner sees them: sound questions on many seeds, an oracle's agreement, no way to guess."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from gradus.drilling import Drill, Question
from gradus.kinds.drill_run import draw, mistake_id, shown_by
from gradus.kinds.equivalence import share_defined
from gradus.kinds.expression_reader import Unreadable, parse
from gradus.kinds.typed_answer import Typed, read, right, same
from gradus.vocabulary import Limits, Observation, Probe, Step

DRAWN = 200  # questions of each template
ORDERS = 300  # drawn orders that the oracle and an order template must judge alike, besides the valid ones and their neighbours
WORDS = 60
GUESSED = 0.02  # share of runs that a blind strategy may pass
TELLING = 0.6  # share of questions whose right option the form may give away
Template = Callable[[np.random.Generator], Question]


def prove_drill(step: Step) -> tuple[list[str], int]:
    """Sentences about what is wrong (none: sound), and how many questions the oracle answered."""
    drill: Drill = step.load()
    problems: list[str] = []
    drawn: dict[str, list[Question]] = {}
    for name, template in drill.templates.items():
        try:
            drawn[name] = [template(np.random.default_rng(seed)) for seed in range(DRAWN)]
        except Exception as e:
            problems.append(f"{name} raises {type(e).__name__} ({e}) on one of the seeds 0 to {DRAWN - 1}.")
            continue
        problems += _template(name, template, drawn[name])
    problems += list(_expected(drill))
    if not problems:
        problems += list(_guessed(drill, drawn))
    answered = 0
    if step.oracle and not problems:
        said, answered = _oracle(step, drawn)
        problems += said
    return problems, answered


# ---------------------------------------------------------------- template by template


def _template(name: str, template: Template, drawn: list[Question]) -> list[str]:
    """The first fault of each sort, with the seed that shows it."""
    found: dict[str, str] = {}
    if not (template.__doc__ or "").strip():
        found["doc"] = f"{name} has no docstring; its first line is what the learner reads as the question's topic."
    for seed, question in enumerate(drawn):
        for sort, say in _faults(question):
            found.setdefault(sort, f"{name}, seed {seed}: {say}")
        again = template(np.random.default_rng(seed))
        if (again.ask, again.right, again.options) != (question.ask, question.right, question.options):
            found.setdefault("again", f"{name}, seed {seed}: drawn twice, it gives two questions; use only `rng` for chance.")
    different = len({(q.ask, q.options) for q in drawn})
    if different < DRAWN // 10:
        found["variety"] = f"{name}: only {different} different questions in {DRAWN} seeds; vary it more."
    return list(found.values())


def _faults(question: Question) -> Iterator[tuple[str, str]]:
    """(sort of fault, sentence) for one question."""
    if not question.why.strip() or not question.ask.strip():
        yield "text", "`ask` or `why` is empty."
    if len(question.wrong) < 3:
        yield "three", f"{len(question.wrong)} wrong answers; three are the least."
    if len({mistake_id("", w) for w in question.wrong}) < len(question.wrong):
        yield "names", "two wrong answers have one name."
    for wrong in question.wrong:
        if not 8 <= len(wrong.words.split()) <= WORDS:
            yield "words", f"the words of {wrong.name!r} are {len(wrong.words.split())}; 8 to {WORDS} are wanted."
        if _tells(question, f"{wrong.name} {wrong.words}"):
            yield "leak", f"the words of {wrong.name!r} hold the right answer."
    try:
        good = read(question, question.right)
        others = [read(question, w.answer) for w in question.wrong]
        also = [read(question, a) for a in question.also]
    except Unreadable as e:
        yield "unreadable", f"an answer of the author's cannot be read: {e.say}"
        return
    yield from _comparisons(question, good, others, also)
    yield from _form(question)


def _comparisons(question: Question, good: Typed, others: list[Typed], also: list[Typed]) -> Iterator[tuple[str, str]]:
    if not right(question, good):
        yield "right", f"the right answer {question.right!r} does not pass."
    if good.text != read(question, good.text).text or not right(question, read(question, good.text)):
        yield "canonical", f"the right answer {question.right!r} does not read back from its canonical form {good.text!r}."
    for wrong, value in zip(question.wrong, others, strict=True):
        if right(question, value):
            yield "passes", f"the wrong answer {wrong.answer!r} ({wrong.name}) passes; draw again when it equals the right one."
        elif (shown := shown_by(question, value)) is None or shown.name != wrong.name:
            yield "twins", f"the wrong answer {wrong.answer!r} ({wrong.name}) equals another wrong one; draw again until they differ."
    for (a, x), (b, y) in itertools.combinations(zip(question.wrong, others, strict=True), 2):
        if same(question, x, y) or same(question, y, x):
            yield "twins", f"{a.name!r} and {b.name!r} give the same answer {a.answer!r}; draw again until they differ."
    for text, value in zip(question.also, also, strict=True):
        if not right(question, value):
            yield "also", f"`also` {text!r} does not pass."


def _form(question: Question) -> Iterator[tuple[str, str]]:
    match question.form:
        case "number" | "matrix" if question.rtol + question.atol <= 0:
            yield "tolerance", "no tolerance: give rtol or atol, so that a rounded answer can pass."
        case "expression":
            tree = parse(question.right, question.names)
            if question.names and (share := share_defined(tree, question.names, question.positive)) < 0.4:
                yield "domain", f"the right answer has a value at only {share:.0%} of the points; name what is positive."
        case "choice" if len(question.wrong) != len(question.options) - 1 or any(o.strip().isdigit() for o in question.options):
            yield "options", "every wrong option needs words, and no option may be a bare whole number."
        case "choice" if len({" ".join(o.split()).casefold() for o in question.options}) < len(question.options):
            yield "options", "two options read alike."


def _tells(question: Question, words: str) -> bool:
    """Do the words hold the right answer as it is typed?"""
    match question.form:
        case "choice":
            return question.options[int(question.right) - 1].casefold() in words.casefold()
        case "expression":
            return len(question.right) > 3 and question.right.replace(" ", "") in words.replace(" ", "")
        case "number":
            number = question.right.split(" ")[0]
            return len(number) > 2 and number in words
        case _:
            return question.right in words


def _expected(drill: Drill) -> Iterator[str]:
    for name in drill.templates:
        if not drill.expected.get(name):
            yield f"EXPECTED has no literal answer for {name}; work one out by hand and write it as {{seed: answer}}."
    for name, answers in drill.expected.items():
        if name not in drill.templates:
            yield f"EXPECTED names {name!r}, which is no template."
            continue
        for seed, text in answers.items():
            question = drill.templates[name](np.random.default_rng(seed))
            try:
                if not right(question, read(question, str(text))):
                    yield f"EXPECTED[{name!r}][{seed}] = {text!r} is not right; the template says {question.right!r}."
            except Unreadable as e:
                yield f"EXPECTED[{name!r}][{seed}] = {text!r} cannot be read: {e.say}"


# ---------------------------------------------------------------- guessing


def _guessed(drill: Drill, drawn: Mapping[str, list[Question]]) -> Iterator[str]:
    """No strategy that looks only at the form passes runs, and no template's right option stands out by its length."""
    for name, questions in drawn.items():
        if questions[0].form == "choice":
            for what, pick in (("longest", max), ("shortest", min)):
                share = sum(q.options.index(pick(q.options, key=len)) + 1 == int(q.right) for q in questions) / len(questions)
                if share > TELLING:
                    yield f"{name}: the {what} option is right in {share:.0%} of the questions; write options of like length."
    runs = [[d.question for d in draw(drill, seed).values()] for seed in range(DRAWN)]
    for what, answer in _blind().items():
        share = sum(all(right(q, read(q, answer(q))) for q in run) for run in runs) / len(runs)
        if share > GUESSED:
            yield f"Answering {what} passes {share:.0%} of the runs; ask more questions, or others."


def _blind() -> dict[str, Callable[[Question], str]]:
    """Strategies without reading."""

    def pick(choose: Callable[[Question], int], typed: str) -> Callable[[Question], str]:
        def answer(q: Question) -> str:
            if q.form == "choice":
                return str(choose(q))
            if q.form == "order":
                return " ".join(str(n + 1) for n in range(len(q.options)))
            return f"{typed} {q.unit}".strip() if q.form == "number" else typed

        return answer

    found = {
        f"option {n} and {typed}": pick(lambda q, n=n: min(n, len(q.options)), typed)  # type: ignore[misc]
        for n, typed in ((1, "0"), (2, "1"), (3, "0"), (4, "1/2"))
    }
    found["the longest option"] = pick(lambda q: q.options.index(max(q.options, key=len)) + 1, "0")
    found["the shortest option"] = pick(lambda q: q.options.index(min(q.options, key=len)) + 1, "1")
    return found


# ---------------------------------------------------------------- the oracle


def _oracle(step: Step, drawn: Mapping[str, list[Question]]) -> tuple[list[str], int]:
    """oracle.py answers every drawn question from what is given, in the box, with the learner's libraries."""
    from gradus.sandbox import run as sandbox

    text = step.oracle["oracle.py"]
    problems, answered = [], 0
    for name, questions in drawn.items():
        if f"def {name}(" not in text:
            continue
        probes = {str(seed): Probe(f"answer.{name}", (), q.given) for seed, q in enumerate(questions)}
        job = sandbox.Job("sci", {"answer.py": text}, probes, Limits(120, 2048), 0, ("answer",))
        seen: Observation = sandbox.run(job)
        if seen.stopped:
            problems.append(f"oracle {name}: {seen.stopped.say}")
            continue
        for seed, question in enumerate(questions):
            back = seen.seen[str(seed)]
            say = f"raised {back.raised.type}: {back.raised.message}" if back.raised else _disagrees(question, back.value)
            if say:
                problems.append(f"oracle {name}, seed {seed}: {say}")
                break
            answered += 1
    return problems, answered


def _disagrees(question: Question, value: Any) -> str | None:
    """A sentence if what the oracle returned is not the right answer.

    It returns what a learner would type, a number, a nested list for a matrix, an option's text for a choice; for an order all
    valid orders, as lists of option texts.
    """
    if question.form == "order" and not isinstance(value, str):
        return _orders_disagree(question, value)
    text = value if isinstance(value, str) else _as_typed(question, value)
    try:
        return None if right(question, read(question, text)) else f"it answers {text[:200]!r}, the template {question.right!r}."
    except Unreadable as e:
        return f"its answer {text[:200]!r} cannot be read: {e.say}"


def _as_typed(question: Question, value: Any) -> str:
    if question.form == "matrix":
        return "; ".join(" ".join(repr(float(x)) for x in row) for row in np.atleast_2d(np.asarray(value, dtype=float)))
    return f"{float(value)!r} {question.unit}".strip() if question.form == "number" else str(value)


def _orders_disagree(question: Question, value: Any) -> str | None:
    """All orders the oracle knows must pass; none of their neighbours and of some drawn orders may pass unless it knows them."""
    place = {text: n for n, text in enumerate(question.options, 1)}
    theirs = {tuple(place[str(text)] for text in order) for order in value}
    draw = np.random.default_rng(len(theirs))
    tried = {tuple(int(n) + 1 for n in draw.permutation(len(place))) for _ in range(ORDERS)} | theirs
    for order in theirs:
        tried |= {(*order[:i], order[i + 1], order[i], *order[i + 2 :]) for i in range(len(order) - 1)}
    for order in tried:
        if right(question, Typed(order, "")) != (order in theirs):
            return f"the order {order} is {'' if order in theirs else 'not '}valid for the oracle, and {'not ' if order in theirs else ''}for the template."
    return None
