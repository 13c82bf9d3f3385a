"""All that a drill.py may import: questions made from a seed, with the right answer and words for the wrong ones.

A drill.py holds template functions `name(rng) -> Question`, the list TEMPLATES and optionally RUN (questions in one run, default
one of each template) and EXPECTED (template name to {seed: right answer as the learner would type it}).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

Form = Literal["number", "expression", "choice", "order", "matrix"]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong answer real people give: the answer as typed, the mistake's short name, the words shown for it."""

    answer: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """One generated question.  `given` is what an independent oracle needs to answer it; the browser never sees `right` or `wrong`."""

    form: Form
    ask: str  # Markdown with TeX
    right: str  # as the learner would type it
    wrong: tuple[Wrong, ...]
    why: str  # shown after the answer: how the right answer comes about
    given: Mapping[str, Any] = field(default_factory=dict)
    rtol: float = 0.0
    atol: float = 0.0
    unit: str = ""  # a unit the answer must carry, such as "%" or "ms"; "" for none
    names: tuple[str, ...] = ()  # variables allowed in an expression
    positive: tuple[str, ...] = ()  # of these, the ones that stand for positive numbers
    options: tuple[str, ...] = ()  # choice, order: what is shown, already shuffled
    valid_orders: Callable[[Sequence[int]], bool] | None = None  # order: accepts any valid order, not only `right`
    blame: Callable[[Sequence[int]], int | None] | None = None  # order: which of `wrong` an unlisted wrong order shows, by index
    also: tuple[str, ...] = ()  # other right answers, as typed; the proof checks that they pass


def number(ask: str, right: float, wrong: Sequence[tuple[float, str, str]], why: str, *, rtol: float = 1e-3, atol: float = 1e-9,
           unit: str = "", also: Sequence[str] = (), **given: Any) -> Question:  # fmt: skip
    """A number; `wrong` is (value, name, words).  The tolerance and the unit must be stated in `ask` or the lesson."""
    tag = f" {unit}" if unit else ""
    return Question("number", ask, f"{right:.12g}{tag}", tuple(Wrong(f"{v:.12g}{tag}", n, w) for v, n, w in wrong), why, given,
                    rtol, atol, unit, also=tuple(also))  # fmt: skip


def expression(ask: str, right: str, wrong: Sequence[tuple[str, str, str]], why: str, *, names: Sequence[str],
               positive: Sequence[str] = (), also: Sequence[str] = (), **given: Any) -> Question:  # fmt: skip
    """A symbolic answer, compared by equivalence; typed as in `2*x^2 + sin(x)`, `*` may be left out."""
    return Question(
        "expression",
        ask,
        right,
        tuple(Wrong(*w) for w in wrong),
        why,
        given,
        names=tuple(names),
        positive=tuple(positive),
        also=tuple(also),
    )


def matrix(ask: str, right: Sequence[Sequence[float]], wrong: Sequence[tuple[Sequence[Sequence[float]], str, str]], why: str, *,
           rtol: float = 1e-3, atol: float = 1e-6, **given: Any) -> Question:  # fmt: skip
    """A matrix typed row by row: `1 2; 3 4`."""
    return Question("matrix", ask, typed(right), tuple(Wrong(typed(v), n, w) for v, n, w in wrong), why, given, rtol, atol)


def typed(m: Sequence[Sequence[float]]) -> str:
    """A matrix as the learner would type it: rows by `;`, entries by blanks."""
    return "; ".join(" ".join(f"{x:.12g}" for x in row) for row in np.asarray(m, dtype=float))


def choice(rng: np.random.Generator, ask: str, right: str, wrong: Sequence[tuple[str, str, str]], why: str, **given: Any) -> Question:
    """One of several options, shuffled by `rng`; `wrong` is (option, name, words), one for every wrong option.

    The learner answers with the option's number, from 1.
    """
    texts = [right, *(w[0] for w in wrong)]
    at = rng.permutation(len(texts))
    place = {int(old): new + 1 for new, old in enumerate(at)}
    return Question("choice", ask, str(place[0]), tuple(Wrong(str(place[i + 1]), w[1], w[2]) for i, w in enumerate(wrong)), why, given,
                    options=tuple(texts[int(i)] for i in at))  # fmt: skip


def order(rng: np.random.Generator, ask: str, items: Sequence[str], wrong: Sequence[tuple[Sequence[int], str, str]], why: str, *,
          valid: Callable[[Sequence[int]], bool] | None = None, blame: Callable[[Sequence[int]], int | None] | None = None,
          **given: Any) -> Question:  # fmt: skip
    """Put things in order.  `items` come in one right order and are shuffled by `rng`; `wrong` are orders of indices into `items`.

    `valid(order of indices into items)` accepts other right orders; `blame` of such an order is the index of the `wrong` entry whose
    belief it shows, or None, so that a mistake is named in every order that shows it.  The learner types numbers from 1: `3 1 2`.
    """
    at = [int(i) for i in rng.permutation(len(items))]
    place = {old: new + 1 for new, old in enumerate(at)}

    def write(indices: Sequence[int]) -> str:
        return " ".join(str(place[i]) for i in indices)

    def accepts(shown: Sequence[int]) -> bool:  # numbers from 1, as typed
        return valid is not None and valid([at[i - 1] for i in shown])

    def blames(shown: Sequence[int]) -> int | None:
        return blame([at[i - 1] for i in shown]) if blame else None

    return Question("order", ask, write(range(len(items))), tuple(Wrong(write(v), n, w) for v, n, w in wrong), why, given,
                    options=tuple(items[i] for i in at), valid_orders=accepts if valid else None,
                    blame=blames if blame else None)  # fmt: skip


@dataclass(frozen=True)
class Drill:
    """A loaded drill.py: its templates by name in written order, the questions in one run, and literal right answers by template and seed."""

    templates: Mapping[str, Callable[[np.random.Generator], Question]]
    run: int
    expected: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
