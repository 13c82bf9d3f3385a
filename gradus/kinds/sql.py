"""Kind `sql`: the answer is one query, run on hidden tables by SQLite and by DuckDB; what is judged is the result."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from gradus.judging import equal, same_rows
from gradus.kinds.known import Known
from gradus.kinds.sql_mutants import fault, mutants
from gradus.plaintext import show
from gradus.sandbox import run as sandbox
from gradus.vocabulary import Answer, Check, Finding, Judge, Miss, Observation, Outcome, Probe, Seen, Step, Stopped, View

FILE = "answer.sql"
ENGINES = ("SQLite", "DuckDB")
SMALL = 40  # rows of all tables together that are still shown beside a counter-example
# What the engine could not even begin to run; everything else it raises is behaviour, by which mistakes are recognised.
UNREAD = {"Refused", "Unreadable", "NotGrouped"}
SPENT = {"EndlessRecursion", "QueryTooSlow", "TooManyRows"}  # on most probes: the query exceeds its limits; on a few: behaviour again
QUERY_SECONDS = 1.0  # processor time of one query on one engine, unless step.toml says [options] query_seconds
ORACLE = "import oracle\n\n\ndef run(tables, engine, seconds):\n    return oracle.run(tables)\n"


def facts(step: Step) -> list[Finding]:
    """Solution, starter, alternatives and mistakes are each one query that can be parsed."""
    named = [("solution.sql", step.solution), ("starter.sql", step.starter)]
    named += [(f"alternatives/{a.id}.sql", a.files) for a in step.alternatives] + [(f"mistakes/{m.id}.sql", m.files) for m in step.mistakes]
    found = []
    for name, files in named:
        if wrong := fault(files.get(FILE, "")):
            found.append(Finding("sql-syntax", str(step.folder / name), wrong[0], f"{name} {wrong[1]}"))
    if step.oracle and "def run(" not in step.oracle.get("oracle.py", ""):
        found.append(
            Finding(
                "sql-oracle", str(step.folder / "oracle.py"), 1, "oracle.py has no `run(tables)`; write it, returning columns and rows."
            )
        )
    return found


def present(step: Step, seed: int) -> Mapping[str, Any]:
    """The engines, and the tables of the worked example."""
    drawn = _loaded(step).probes(seed)
    example = next((drawn[name] for name in _loaded(step).expected if name in drawn), None)
    return {"engines": list(ENGINES), "tables": _pictured(example.args[0]) if example else []}


def starter(step: Step, seed: int) -> Mapping[str, str]:
    """The starter as the author wrote it."""
    return step.starter


# ---------------------------------------------------------------- judging


def _loaded(step: Step) -> Judge:
    loaded: Judge = step.load()
    return loaded


def solution(step: Step, seed: int) -> Mapping[str, str]:
    """The solution as the author wrote it."""
    return step.solution


def judge(step: Step) -> Judge:
    """The step's own judge, every probe on each engine, with two checks of the kind in front."""
    loaded = _loaded(step)
    seconds = min(
        float(step.options.get("query_seconds", QUERY_SECONDS)), step.limits.seconds / 4
    )  # a proof shortens what mutants may take

    def probes(seed: int) -> Mapping[str, Probe]:
        return {
            f"{name} on {engine}": Probe("probe.run", (tables, engine, seconds), shown=_shown(tables, engine))
            for name, tables in ((n, _tables(p)) for n, p in loaded.probes(seed).items())
            for engine in ENGINES
        }

    checks = [_beside_tables(c) for c in loaded.checks]
    columns = Check("columns", "The result has the columns that the task names, in that order.", _same_columns)
    engines = Check("engines", "SQLite and DuckDB both run the query and agree on what it means.", _engines(loaded.checks), each=False)
    return replace(loaded, probes=probes, checks=(columns, engines, *checks))


def _tables(probe: Probe) -> dict[str, Any]:
    """The tables of a `database(...)` with Python's own numbers: an engine takes numpy's for something else."""
    return {
        name: {**made, "rows": [[v.item() if isinstance(v, np.generic) else v for v in row] for row in made["rows"]]}
        for name, made in probe.args[0].items()
    }


def _same_columns(got: Any, ideal: Any) -> Miss | None:
    if equal(got["columns"], ideal["columns"]) is None:
        return None
    return Miss(f"The columns are {', '.join(got['columns']) or 'none'}; asked for are {', '.join(ideal['columns'])}.")


def _engines(checks: tuple[Check, ...]) -> Callable[[Mapping[str, Any], Mapping[str, Any]], Miss | None]:
    """A whole-check that speaks when all rows are right on one engine and some are wrong on the other (by the checks that need no probe)."""
    asked = [c for c in checks if c.each and c.run.__code__.co_argcount <= 2]

    def run(seen: Mapping[str, Any], ideal: Mapping[str, Any]) -> Miss | None:
        missed: dict[str, list[tuple[str, Miss]]] = {e: [] for e in ENGINES}
        if any(_same_columns(seen[n], ideal[n]) for n in ideal):
            return None
        for name in ideal:
            if _only_order(seen[name], ideal[name]):
                continue
            for check in asked:
                if (not check.groups or name.startswith(check.groups)) and (miss := check.run(seen[name], ideal[name])):
                    missed[name.rpartition(" on ")[2]].append((name, miss))
        wrong = [e for e in ENGINES if missed[e]]
        if len(wrong) != 1:
            return None
        right = next(e for e in ENGINES if e not in wrong)
        name, miss = missed[wrong[0]][0]
        return Miss(
            f"On {right} every result is right, on {wrong[0]} not: the engines read this query differently. {miss.say}", name, miss.view
        )

    return run


def _only_order(got: Any, ideal: Any) -> bool:
    """Right rows in some order and no NULL among them: the engines agree, an ORDER BY is missing.  (NULLs they do sort differently.)"""
    return same_rows(got, ideal) is None and not any(v is None for row in ideal["rows"] for v in row)


def _ask(check: Check, got: Any, ideal: Any, probe: Any) -> Miss | None:
    """A check may leave out `probe`."""
    return check.run(*(got, ideal, probe)[: check.run.__code__.co_argcount])


def _beside_tables(check: Check) -> Check:
    """The same check, asked only of a result with the right columns; beside the picture of a miss stand the tables, where small."""
    if not check.each:
        return check

    def run(got: Any, ideal: Any, probe: Probe) -> Miss | None:
        if missed := _same_columns(got, ideal):
            return missed
        miss = _ask(check, got, ideal, probe)
        tables = probe.args[0]
        if miss is None or miss.view is None or sum(len(t["rows"]) for t in tables.values()) > SMALL:
            return miss
        return replace(miss, view=View(miss.view.name, {**miss.view.data, "tables": _pictured(tables)}))

    return replace(check, run=run)


def _columns(made: Mapping[str, Any]) -> list[str]:
    """The column names of "id INTEGER, price DECIMAL(10, 2)"."""
    return [part.split()[0] for part in re.split(r",(?![^(]*\))", made["columns"])]


def _pictured(tables: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"name": name, "columns": _columns(made), "rows": made["rows"]} for name, made in tables.items()]


def _shown(tables: Mapping[str, Any], engine: str) -> str:
    """How a run is told to the learner: small tables in full, large ones by their number of rows."""

    def told(made: Mapping[str, Any]) -> str:
        rows = made["rows"]
        if not rows:
            return "no rows"
        return ", ".join(show(tuple(r)) for r in rows) if len(rows) <= 6 else f"{len(rows):,} rows"

    return f"the query on {engine} with " + "; ".join(f"{name}: {told(made)}" for name, made in tables.items())


# ---------------------------------------------------------------- observing


@cache
def _inside() -> str:
    return Path(__file__).with_name("sql_inside.py").read_text(encoding="utf-8")


def observe(step: Step, answer: Answer, seed: int, progress: Callable[[Mapping[str, Any]], None] | None = None) -> Observation:
    """Run the query on every probe in one box; the author's own oracle, and nothing else, may be Python."""
    probes = judge(step).probes(seed)
    if step.oracle and dict(answer.files) == dict(step.oracle):
        plain = {
            name: replace(p, args=({n: {**t, "columns": _columns(t)} for n, t in p.args[0].items()}, *p.args[1:]))
            for name, p in probes.items()
        }
        files: dict[str, str | bytes] = {**answer.files, "probe.py": ORACLE}
        return sandbox.run(sandbox.Job(family="sci", files=files, probes=plain, limits=step.limits, seed=seed), progress)
    text = answer.files.get(FILE)
    if text is None:
        return Observation(stopped=Stopped(Outcome.MALFORMED, f"There is no {FILE}. The answer to this step is one query in that file."))
    files = {"probe.py": _inside(), FILE: text}
    seen = sandbox.run(sandbox.Job(family="sql", files=files, probes=probes, limits=step.limits, seed=seed), progress)
    return _understood(seen, text)


def _understood(seen: Observation, text: str) -> Observation:
    """The same observation in the words of SQL: what could not be read, what never ended, what only one engine runs."""
    if seen.stopped:
        endless = seen.stopped.outcome is Outcome.EXCEEDED and re.search(r"\brecursive\b", text, re.IGNORECASE)
        say = "The query never came to its end: its recursion keeps finding new rows. Ask which row it finds again, and what would stop it."
        return replace(seen, stopped=replace(seen.stopped, say=say)) if endless else seen
    unread = {e: next(_raised(seen, e, UNREAD), None) for e in ENGINES}
    if any(unread.values()):
        return replace(seen, stopped=_unread(unread))
    spent = [s.raised.message for s in seen.seen.values() if s.raised and s.raised.type in SPENT]
    if 2 * len(spent) > len(seen.seen):
        return replace(seen, stopped=Stopped(Outcome.EXCEEDED, spent[0]))
    return replace(seen, seen={name: _one_sided(name, s, seen.seen) for name, s in seen.seen.items()})


def _raised(seen: Observation, engine: str, types: set[str]) -> Iterator[tuple[str, str]]:
    """(class, message) of what was raised on an engine."""
    return (
        (s.raised.type, s.raised.message)
        for n, s in seen.seen.items()
        if s.raised and s.raised.type in types and n.endswith(f" on {engine}")
    )


def _unread(unread: Mapping[str, tuple[str, str] | None]) -> Stopped:
    """One sentence for what could not be read, with the engine's own words."""
    given = {e: u for e, u in unread.items() if u}
    refused = next((message for kind, message in given.values() if kind == "Refused"), None)
    line = next((int(m[1]) for _, message in given.values() if (m := re.match(r"line (\d+): ", message))), None)
    words = {e: re.sub(r"^line \d+: ", "", message) for e, (_, message) in given.items()}
    if refused:
        return Stopped(Outcome.MALFORMED, refused)
    if len(given) == 1:
        (engine,) = given
        other = next(e for e in ENGINES if e != engine)
        return Stopped(
            Outcome.MALFORMED,
            f"{other} runs this query, {engine} does not: {words[engine]}. Write it so that both accept it.".replace("..", "."),
            line,
        )
    return Stopped(
        Outcome.MALFORMED,
        "The query cannot be read" + (f" (line {line})" if line else "") + ": " + "; ".join(f"{e}: {w}" for e, w in words.items()),
        line,
    )


def _one_sided(name: str, one: Seen, every: Mapping[str, Seen]) -> Seen:
    """Say so when only one engine raised on the same tables."""
    base, _, engine = name.rpartition(" on ")
    other = next(e for e in ENGINES if e != engine)
    if not one.raised or (twin := every.get(f"{base} on {other}")) is None or twin.raised:
        return one
    return replace(one, raised=replace(one.raised, message=f"{other} runs this query here, {engine} does not: {one.raised.message}"))


# ---------------------------------------------------------------- known answers


def answers(step: Step) -> list[Known]:
    """What the folder holds, the cheats that anybody tries, and the mutants of the solution."""
    known = [Known("solution", "solution", step.solution), Known("starter", "starter", step.starter)]
    known += [Known(a.id, "alternative", a.files) for a in step.alternatives]
    known += [Known(m.id, "mistake", m.files, m.id) for m in step.mistakes]
    if step.oracle:
        known.append(Known("oracle", "oracle", step.oracle))
    known += [Known(name, "cheat", {FILE: text}) for name, text in _cheats(step).items()]
    return known + [Known(h, "mutant", {FILE: text}, note=what) for h, what, text in mutants(step.solution[FILE])]


def _cheats(step: Step) -> dict[str, str]:
    """The empty file, a table as it is, no rows at all, and the worked example's result written down as constants."""
    loaded = _loaded(step)
    drawn = loaded.probes(1)
    tables = next(iter(drawn.values())).args[0]
    found = {"empty file": "", "only a comment": "-- SELECT\n"} | {f"SELECT * FROM {name}": f"SELECT * FROM {name}" for name in tables}
    for name, value in loaded.expected.items():
        if isinstance(value, Mapping) and value.get("columns"):
            columns = value["columns"]
            found["no rows"] = "SELECT " + ", ".join(f"NULL AS {c}" for c in columns) + " WHERE 1 = 0"
            found[f"the result of {name!r}"] = " UNION ALL ".join(
                "SELECT " + ", ".join(f"{_literal(v)} AS {c}" for v, c in zip(r, columns, strict=True)) for r in value["rows"]
            )
    return found


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else repr(value)
