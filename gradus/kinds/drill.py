"""Kind `drill`: generated questions with short typed answers; a run without error is accepted.

Nothing of the learner's runs: the answers are only read (`typed_answer`, `expression_reader`), so no sandbox is needed.
What cannot be read is `malformed` and never counts as wrong; then nothing is said about the other answers either, so that
an unreadable line is no way to try answers for free.
"""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Callable, Mapping
from typing import Any

from gradus.drilling import Drill
from gradus.kinds import answers_toml, drill_known, drill_proof
from gradus.kinds.answers_toml import FILE, fields_to_files, how
from gradus.kinds.drill_run import Drawn, mistake, run, shown_by, templates_of
from gradus.kinds.expression_reader import Unreadable
from gradus.kinds.known import Known
from gradus.kinds.typed_answer import Typed, read, right, shape_sentence
from gradus.plaintext import safe
from gradus.vocabulary import Answer, Check, Finding, Judge, Miss, Mistake, Observation, Outcome, Probe, Seen, Step, Stopped, Wall

__all__ = ["answers", "facts", "fields_to_files", "judge", "observe", "present", "prove", "recognise", "review", "solution", "starter"]


def facts(step: Step) -> list[Finding]:
    """drill.py parses and lists its TEMPLATES and EXPECTED.  What the questions are worth is for the proof."""
    path = step.folder / "drill.py"
    try:
        tree = ast.parse(path.read_text("utf-8"))
    except (OSError, ValueError, SyntaxError) as e:
        line = (e.lineno if isinstance(e, SyntaxError) else 1) or 1
        return [Finding("python-syntax", str(path), line, f"drill.py does not parse ({e}); correct this line.")]
    names = {t.id for node in tree.body for t in _targets(node) if isinstance(t, ast.Name)}
    return [
        Finding("drill-names", str(path), 1, f"drill.py has no {name}; write it on the top level (docs/author.md).")
        for name in ("TEMPLATES", "EXPECTED")
        if name not in names
    ]


def _targets(node: ast.stmt) -> list[ast.expr]:
    return node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []


def present(step: Step, seed: int) -> Mapping[str, Any]:
    """The questions as Markdown with TeX; never a right answer, a wrong one or its words."""
    questions = [
        {"id": id, "form": q.form, "ask": q.ask, "options": list(q.options), "unit": q.unit, "names": list(q.names), "how": how(q)}
        for id, q in ((id, d.question) for id, d in run(step, seed).items())
    ]
    return {"questions": questions}


def starter(step: Step, seed: int) -> Mapping[str, str]:
    """answers.toml with the questions of this seed and no answers."""
    return {FILE: answers_toml.write(step.title, seed, {id: d.question for id, d in run(step, seed).items()})}


def solution(step: Step, seed: int) -> Mapping[str, str]:
    """answers.toml with the right answers to the questions of this seed."""
    return drill_known.filled(step, seed, {id: d.question.right for id, d in run(step, seed).items()})


def observe(step: Step, answer: Answer, seed: int, progress: Callable[[Mapping[str, Any]], None] | None = None) -> Observation:
    """Every answer in its plain canonical form, or why one cannot be read."""
    start = time.perf_counter()
    try:
        typed, stopped = _typed(run(step, seed), answer, seed), None
    except _NotRead as e:
        typed, stopped = {}, e.stopped
    seen = {id: Seen(t.text) for id, t in typed.items()}
    # Nothing of the learner's was run, so nothing could get out: the strongest wall there is.
    return Observation(seen, stopped, wall=Wall.BOX, seconds=time.perf_counter() - start)


class _NotRead(Exception):
    def __init__(self, say: str, line: int | None = None, at: str | None = None) -> None:
        super().__init__(say)
        self.stopped = Stopped(Outcome.MALFORMED, say, line, at=at)


def _typed(drawn: Mapping[str, Drawn], answer: Answer, seed: int) -> dict[str, Typed]:
    if FILE not in answer.files:
        raise _NotRead(f"{FILE} is missing; open the step again to get it.")
    text = answer.files[FILE]
    try:
        texts = answers_toml.read(text, seed, tuple(drawn))
    except Unreadable as e:
        raise _NotRead(e.say, e.at) from None
    if not any(t.strip() for t in texts.values()):
        raise _NotRead("There is no answer yet; nothing was judged.")
    typed = {}
    for id, d in drawn.items():
        try:
            typed[id] = read(d.question, texts[id])
        except Unreadable as e:
            line = next((n for n, row in enumerate(text.split("\n"), 1) if re.match(rf"\s*{id}\s*=", row)), None)
            raise _NotRead(f"Question {id[1:]} cannot be read: {e.say}", line, id) from None
    return typed


def judge(step: Step) -> Judge:
    """One probe and one check a question; the check reads the plain text that `observe` gave."""
    drill: Drill = step.load()
    fixed = templates_of(drill)
    topics = [_topic(drill, name) for name in fixed] if fixed else [""] * drill.run
    checks = tuple(_check(step, f"q{n}", topic) for n, topic in enumerate(topics, 1))

    def probes(seed: int) -> Mapping[str, Probe]:
        return {id: Probe(f"drill.{id}", (seed,), shown=f"question {id[1:]}") for id in run(step, seed)}

    return Judge(probes, checks, drill.expected, form=False)


def _topic(drill: Drill, template: str) -> str:
    """The first line of the template's docstring, as the end of a sentence."""
    line = (drill.templates[template].__doc__ or "").strip().split("\n")[0].rstrip(".")
    return f": {line[:1].lower()}{line[1:]}" if line else ""


def _check(step: Step, id: str, topic: str) -> Check:
    def asked(got: Any, ideal: Any, probe: Probe) -> Miss | None:
        return _miss(run(step, probe.args[0])[id], got) if probe.target == f"drill.{id}" else None

    return Check(f"question_{id[1:]}", f"Question {id[1:]} is right{topic}.", asked)


def _miss(drawn: Drawn, got: str) -> Miss | None:
    question = drawn.question
    given = read(question, got)
    if right(question, given):
        return None
    if wrong := shown_by(question, given):
        return Miss(f"{wrong.name}. {wrong.words}")
    if say := question.form == "matrix" and shape_sentence(given, read(question, question.right)):
        return Miss(say)
    return Miss("This is not the right answer, and it is none of the mistakes known for this question.")


def recognise(step: Step, seen: Observation, seed: int) -> Mistake | None:
    """The known mistake in the first wrong answer that shows one."""
    for id, d in run(step, seed).items():
        if id in seen.seen:
            given = read(d.question, seen.seen[id].value)
            if not right(d.question, given) and (wrong := shown_by(d.question, given)):
                return mistake(d, wrong)
    return None


def review(step: Step, seed: int, answer: Answer) -> list[dict[str, Any]]:
    """Question by question: id, right, given (as typed), words (of a recognised mistake), why.  Empty if something cannot be read.

    `why` tells the right answer: show it only with a verdict, after which the next run has other questions.
    """
    drawn = run(step, seed)
    try:
        typed = _typed(drawn, answer, seed)
        texts = answers_toml.read(answer.files[FILE], seed, tuple(drawn))
    except _NotRead:
        return []
    out = []
    for id, d in drawn.items():
        good = right(d.question, typed[id])
        wrong = None if good else shown_by(d.question, typed[id])
        words = f"**{wrong.name}.** {wrong.words}" if wrong else ""
        out.append({"id": id, "right": good, "given": safe(texts[id].strip(), 400), "words": words, "why": d.question.why})
    return out


def answers(step: Step) -> list[Known]:
    """The right answers, every wrong one, other forms of the right ones, and what people try without reading."""
    return drill_known.known(step)


def prove(step: Step) -> tuple[list[str], int]:
    """What is wrong with the templates, and how many questions an independent oracle answered."""
    return drill_proof.prove_drill(step)
