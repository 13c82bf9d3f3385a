"""The page /dashboard: what the logs add up to, and whether the questions changed. Everything that people wrote is shown as text."""

import html
import sys
from collections.abc import Iterable
from pathlib import Path
from string import Template
from threading import Lock
from typing import Any

import numpy as np

from bot.drift import Comparison, questions
from bot.faults import Fault
from bot.serving.journal import Journal
from bot.serving.tally import Tally
from bot.settings import Settings

PAGE = Path(__file__).with_name("dashboard.html")
SHOWN = 10  # of the last questions, and of the last ratings


def cells(rows: Iterable[Iterable[Any]]) -> str:
    """Rows of a table."""
    return "".join("<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in row) + "</tr>\n" for row in rows)


class Dashboard:
    """The page of one DATA folder. One look at a time; the drift is computed anew only when there are new questions."""

    def __init__(self, journal: Journal, baseline: Path, settings: Settings) -> None:
        self._tally = Tally(journal.requests, journal.feedback, settings.monitor)
        self._baseline, self._rules = baseline, settings.monitor
        self._comparison, self._lock = Comparison(settings), Lock()
        self._seen: tuple[Any, ...] = ()
        self._found: tuple[dict[str, Any] | None, str] = (None, "")

    def page(self, statuses: dict[str, int]) -> str:
        """The whole page; `statuses`: how many chat requests got which status since the start."""
        with self._lock:
            self._tally.look()
            found, against = self._drift()
            told = self._tally
            p50, p95 = (f"{q:.2f}" for q in np.quantile(told.seconds, [0.5, 0.95])) if told.seconds else ("-", "-")
            figures = {
                "requests": told.answered,
                "unknown": f"{told.unknown / told.answered:.2f}" if told.answered else "-",
                "p50": p50,
                "p95": p95,
                "busy": statuses.get("429", 0),
                "errors": sum(n for status, n in statuses.items() if status not in ("200", "429")),
                "up": told.rated("up"),
                "down": told.rated("down"),
                "window": len(told.last),
                "baseline": against,
                "drift": "too few questions" if found is None else "yes" if found["drift"] else "no",
                "state": " drifted" if found and found["drift"] else "",
                "signals": "" if found is None else "; ".join(f"{n}: p = {s['p_value']:.4f}" for n, s in found["signals"].items()),
            }
            asked = [(r["question"], r.get("answer", ""), r.get("seconds", "")) for r in list(told.last)[-SHOWN:][::-1]]
            keys = ("rating", "question", "answer", "correction")
            rated = [[r.get(key) or "" for key in keys] for r in list(told.ratings.values())[-SHOWN:][::-1]]
        safe = {name: html.escape(str(value)) for name, value in figures.items()}
        return Template(PAGE.read_text(encoding="utf-8")).substitute(safe, asked=cells(asked), rated=cells(rated))

    def _drift(self) -> tuple[dict[str, Any] | None, str]:
        """What the comparison of the window with the baseline found (None if there are too few questions), and what the baseline is."""
        before, against = self._before()
        now = (self._tally.answered, hash(tuple(before)))
        recent = [row["question"] for row in self._tally.last if row["question"].strip()]
        if now == self._seen:
            return self._found
        found = None
        if min(len(before), len(recent)) >= self._rules.least:
            self._comparison.learn([*before, *recent])
            found = self._comparison.drift(before, recent)
        self._seen, self._found = now, (found, against)
        return self._found

    def _before(self) -> tuple[list[str], str]:
        """DATA/baseline.jsonl if somebody put it there, else the oldest questions of the log."""
        try:
            if self._baseline.is_file():
                found = questions(self._baseline, self._rules.least)
                return found, f"the {len(found)} of {self._baseline.name}"
        except (Fault, OSError) as fault:
            print(fault, file=sys.stderr, flush=True)
        return self._tally.first, f"the first {len(self._tally.first)} before them"
