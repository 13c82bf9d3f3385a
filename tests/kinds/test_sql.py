"""A query goes through the whole path: both engines, its own words for every outcome, and nothing but reading."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gradus.grade import grade
from gradus.judging import Miss, database, each, same_rows, table
from gradus.kinds import sql
from gradus.vocabulary import Answer, Judge, Level, Limits, Mistake, Outcome, Probe, Step

GOLDEN = sorted(p for p in (Path(__file__).parents[1] / "golden" / "sql").iterdir() if p.is_dir())
SOLUTION = "SELECT city, COUNT(*) AS n FROM people WHERE city IS NOT NULL GROUP BY city ORDER BY n DESC, city"
LOOSE = "SELECT city, COUNT(*) AS n FROM people GROUP BY city ORDER BY n DESC, city"


def people(rows: list[list[Any]]) -> Probe:
    return database(people=table("id INTEGER, city TEXT, born DATE, size DECIMAL(5, 2)", rows))


def probes(seed: int) -> dict[str, Probe]:
    rng = np.random.default_rng(seed)
    drawn = [[i, ["Rome", "Łódź", "O'Fallon", None][rng.integers(4)], "1990-01-02", 1.5] for i in range(40)]
    return {
        "example": people([[1, "Rome", None, None], [2, "Łódź", None, None], [3, "Rome", "2001-02-03", 1.25]]),
        "nobody": people([]),
        "unknown cities": people([[1, None, None, None], [2, "Rome", None, None]]),
        "random": people(drawn),
    }


@each()
def rows(got: Any, ideal: Any) -> Miss | None:
    """The rows are right and in order."""
    return same_rows(got, ideal, ordered=True)


@each()
def picky(got: Any, ideal: Any) -> Miss | None:
    """A check that raises."""
    raise ZeroDivisionError


EXAMPLE = {"columns": ["city", "n"], "rows": [["Rome", 2], ["Łódź", 1]]}
JUDGE = Judge(probes, (rows,), {"example": EXAMPLE})
STEP = Step(
    "golden-sql", "Golden", "sql", Level.INTRO, 5, "c", "t", Path("/nowhere"), "0" * 64, limits=Limits(seconds=8),
    starter={sql.FILE: "SELECT city, 0 AS n FROM people"}, solution={sql.FILE: SOLUTION},
    mistakes=(Mistake("keeps-unknown", "Keeps unknown cities", "A city that is NULL is no city.", {sql.FILE: LOOSE}),),
    load=lambda: JUDGE,
)  # fmt: skip


def verdict(text: str, step: Step = STEP) -> Any:
    return grade(step, Answer({sql.FILE: text}), 7)


@pytest.mark.parametrize("case", GOLDEN, ids=lambda p: p.name)
def test_a_golden_answer_gets_its_outcome_and_its_words(case: Path) -> None:
    expected = tomllib.loads((case / "expect.toml").read_text("utf-8"))
    step = replace(STEP, load=lambda: replace(JUDGE, checks=(picky,)), hash="1" * 64) if expected["outcome"] == "broken" else STEP
    seen = verdict((case / "answer.sql").read_text("utf-8"), step)
    said = " ".join(
        [
            seen.say,
            *(c.counter.say + " " + c.counter.probe for c in seen.checks if c.counter),
            *(c.claim for c in seen.checks if not c.passed),
        ]
    )
    assert seen.outcome == expected["outcome"], said
    for words in expected["says"]:
        assert words in said
    assert seen.line == expected.get("line")
    assert (seen.mistake.id if seen.mistake else None) == expected.get("mistake")


def test_every_outcome_has_a_golden_case() -> None:
    told = {tomllib.loads((case / "expect.toml").read_text("utf-8"))["outcome"] for case in GOLDEN}
    assert told == {o.value for o in Outcome}


def test_every_probe_is_asked_of_both_engines_under_its_own_name() -> None:
    names = list(sql.judge(STEP).probes(1))
    assert names[:2] == ["example on SQLite", "example on DuckDB"]
    assert len(names) == 2 * len(probes(1))


def test_numbers_of_numpy_reach_the_engines_as_plain_numbers() -> None:
    odd = replace(
        STEP,
        hash="2" * 64,
        load=lambda: replace(JUDGE, probes=lambda seed: {"numpy": people([[np.int64(3), np.str_("Rome"), None, np.float64(1)]])}),
    )
    assert verdict("SELECT city, id - 2 AS n FROM people WHERE id = 3", odd).outcome is Outcome.ACCEPTED


def test_values_come_back_plain_and_alike_from_both_engines() -> None:
    text = "SELECT city, born, size, id = 3 AS third, NULL AS no_value, -0.0 AS zero FROM people ORDER BY id"
    seen = sql.observe(STEP, Answer({sql.FILE: text}), 7).seen
    for engine in sql.ENGINES:
        assert seen[f"example on {engine}"].value == {
            "columns": ["city", "born", "size", "third", "no_value", "zero"],
            "rows": [["Rome", None, None, 0, None, 0.0], ["Łódź", None, None, 0, None, 0.0], ["Rome", "2001-02-03", 1.25, 1, None, 0.0]],
        }


def test_the_letter_case_of_column_names_does_not_matter_but_their_order_does() -> None:
    assert verdict(SOLUTION.replace("AS n", "AS N")).outcome is Outcome.ACCEPTED
    assert "asked for are city, n" in str(verdict(SOLUTION.replace("city, COUNT(*) AS n", "COUNT(*) AS n, city", 1)).checks)


@pytest.mark.parametrize(
    "text",
    [
        "PRAGMA table_info(people)", "ATTACH 'other.db' AS other", "COPY people TO 'out.csv'", "INSTALL httpfs", "LOAD httpfs", "SET threads = 8",
        "DELETE FROM people", "WITH a AS (SELECT 1) DELETE FROM people", "CREATE TABLE t (i INTEGER)", f"{SOLUTION}; DROP TABLE people",
        "SELECT * FROM read_text('/etc/hostname')", "SELECT * FROM read_csv('answer.sql')", "SELECT load_extension('x')", "SELECT * FROM pragma_table_info('people')",
        "SELECT * FROM glob('/*')", "SELECT * FROM sqlite_master", "EXPLAIN SELECT 1", "-- nothing", "", ";", "VACUUM",
    ],
)  # fmt: skip
def test_anything_but_one_reading_query_is_refused_as_malformed(text: str) -> None:
    seen = verdict(text)
    assert seen.outcome is Outcome.MALFORMED
    assert seen.say


@pytest.mark.parametrize(
    "text",
    [
        SOLUTION + ";",
        SOLUTION + " -- done;\n",
        "/* one; two */ " + SOLUTION,
        SOLUTION.replace("city IS", "';' <> city AND city IS"),
        f"WITH p AS (SELECT * FROM people) {SOLUTION}",
    ],
)
def test_semicolons_and_comments_around_one_query_do_no_harm(text: str) -> None:
    assert verdict(text).outcome is Outcome.ACCEPTED


def test_a_python_answer_is_run_only_if_it_is_the_authors_own_oracle() -> None:
    oracle = {
        "oracle.py": "def run(tables):\n    rows = sorted({r[1] for r in tables['people']['rows'] if r[1]})\n    return {'columns': ['city', 'n'], 'rows': []}\n"
    }
    seen = sql.observe(replace(STEP, oracle=oracle), Answer(oracle), 7)
    assert seen.stopped is None
    assert seen.seen["nobody on DuckDB"].value == {"columns": ["city", "n"], "rows": []}
    assert sql.observe(STEP, Answer(oracle), 7).stopped is not None


def test_a_folder_with_a_file_that_is_not_one_query_gets_a_finding() -> None:
    assert not sql.facts(STEP)
    found = sql.facts(replace(STEP, starter={sql.FILE: "SELECT 1;\nSELEC FROM 2"}, oracle={"oracle.py": "pass"}))
    assert [f.code for f in found] == ["sql-syntax", "sql-oracle"]


def test_the_page_knows_the_engines_and_the_tables_of_the_example_but_no_answer() -> None:
    shown = sql.present(STEP, 7)
    assert shown["engines"] == ["SQLite", "DuckDB"]
    assert shown["tables"][0]["columns"] == ["id", "city", "born", "size"]


def test_the_proof_asks_for_constants_empty_results_and_whole_tables() -> None:
    known = sql.answers(STEP)
    cheats = {k.id: k.files[sql.FILE] for k in known if k.role == "cheat"}
    assert {"empty file", "no rows", "SELECT * FROM people", "the result of 'example'"} <= set(cheats)
    for text in cheats.values():
        assert verdict(text).outcome is not Outcome.ACCEPTED
    assert {k.role for k in known} == {"solution", "starter", "mistake", "cheat", "mutant"}


def test_a_forgotten_order_is_no_quarrel_of_engines_but_nulls_at_another_end_are() -> None:
    engines = next(c for c in sql.judge(STEP).checks if c.name == "engines")

    def said(values: list[Any]) -> Miss | None:
        ideal = {"columns": ["city"], "rows": [[v] for v in values]}
        turned = {"columns": ["city"], "rows": ideal["rows"][::-1]}
        return engines.run({"a on SQLite": ideal, "a on DuckDB": turned}, {"a on SQLite": ideal, "a on DuckDB": ideal})

    assert said(["Rome", "Łódź"]) is None
    miss = said(["Rome", None])
    assert miss
    assert miss.say.startswith("On SQLite every result is right, on DuckDB not")
    assert miss.probe == "a on DuckDB"
