"""The script that runs inside the box: one reading query, plain values, an end in sight, and words that a learner understands."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SOURCE = Path(__file__).parents[2] / "gradus" / "kinds" / "sql_inside.py"
TABLES = {
    "t": {"columns": "id INTEGER, name TEXT, price DECIMAL(10, 2)", "rows": [[1, "Ana", 1.5], [2, None, None], [3, "Žofia; 'x'", 2]]},
    "empty": {"columns": "id INTEGER", "rows": []},
}
ENDLESS = "WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) "


@pytest.fixture(scope="module")
def inside() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sql_inside_under_test", SOURCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=["SQLite", "DuckDB"])
def ask(inside: ModuleType, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a text on one engine: the result, or the name and the message of what was raised."""
    monkeypatch.chdir(tmp_path)

    def run(text: str, seconds: float = 0.5) -> Any:
        (tmp_path / "answer.sql").write_text(text, "utf-8")
        try:
            return inside.run(TABLES, request.param, seconds)
        except inside.QueryError as e:
            return type(e).__name__, str(e)

    return run


def test_a_query_gives_columns_and_rows_of_plain_values(ask: Any) -> None:
    assert ask("SELECT * FROM t ORDER BY id") == {
        "columns": ["id", "name", "price"],
        "rows": [[1, "Ana", 1.5], [2, None, None], [3, "Žofia; 'x'", 2]],
    }
    assert ask("SELECT MAX(ID) AS Top FROM empty") == {"columns": ["top"], "rows": [[None]]}


def test_one_run_leaves_nothing_for_the_next(ask: Any) -> None:
    assert ask("SELECT COUNT(*) AS n FROM t")["rows"] == ask("SELECT COUNT(*) AS n FROM t")["rows"] == [[3]]


@pytest.mark.parametrize(
    ("text", "raised", "words"),
    [
        ("SELEC 1", "Unreadable", "syntax error"),
        ("SELECT\n nam FROM t", "Unreadable", "nam"),
        ("SELECT * FROM nowhere", "Unreadable", "nowhere"),
        ("SELECT id FROM t AS a JOIN t AS b ON a.id = b.id", "Unreadable", "mbiguous"),
        ("SELECT id FROM t WHERE RANK() OVER (ORDER BY id) = 1", "MisplacedWindow", "rows are still being chosen"),
        ("SELECT RANK() OVER (ORDER BY id) AS r FROM t WHERE r = 1", "MisplacedWindow", "rows are still being chosen"),
        ("SELECT id FROM t WHERE SUM(id) > 1", "MisplacedAggregate", "rows are still being chosen"),
        ("SELECT 1; SELECT 2", "Refused", "more than one statement"),
        ("  -- nothing\n ;", "Refused", "holds no query yet"),
        ("/* a */ pragma database_list", "Refused", "PRAGMA is not run here"),
        (ENDLESS + "SELECT * FROM a", "EndlessRecursion", "The recursion did not end"),
        (ENDLESS + "SELECT COUNT(*) FROM a", "EndlessRecursion", "The recursion did not end"),
        ("SELECT a.id FROM t a, t b, t c, t d, t e, t f, t g, t h, t i, t j", "TooManyRows", "passed 20,000 rows"),
    ],
)
def test_what_is_wrong_has_a_name_and_words_on_both_engines(ask: Any, text: str, raised: str, words: str) -> None:
    name, message = ask(text)
    assert name == raised
    assert words in message


def test_a_query_without_recursion_that_takes_too_long_is_stopped(ask: Any) -> None:
    joins = ", ".join(f"t AS t{i}" for i in range(20))
    name, message = ask(f"SELECT COUNT(*) FROM {joins} WHERE ({' + '.join(f't{i}.id' for i in range(20))}) % 7 = 5", 0.2)
    assert name == "QueryTooSlow"
    assert "0.2 s of processor time" in message


def test_a_recursion_that_ends_is_no_trouble(ask: Any) -> None:
    assert ask("WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a WHERE n < 500) SELECT SUM(n) AS s FROM a")["rows"] == [
        [125250]
    ]


def test_after_a_stopped_query_the_next_one_runs(ask: Any) -> None:
    assert ask(ENDLESS + "SELECT COUNT(*) FROM a", 0.1)[0] == "EndlessRecursion"
    assert ask("SELECT COUNT(*) AS n FROM t")["rows"] == [[3]]


def test_a_bare_column_beside_an_aggregate_is_named_where_the_engine_refuses_it(
    inside: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "answer.sql").write_text("SELECT name,\n SUM(id) FROM t", "utf-8")
    assert inside.run(TABLES, "SQLite", 1.0)["rows"]
    with pytest.raises(inside.NotGrouped, match=r"line 1: .*GROUP BY"):
        inside.run(TABLES, "DuckDB", 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM read_text('answer.sql')", "SELECT * FROM 'answer.sql'", "SELECT * FROM read_csv('answer.sql')", "SELECT * FROM TABLES", "SELECT load_extension('x')",
        "SELECT writefile('a', 'b')", "SELECT * FROM pragma_database_list", "WITH a AS (SELECT 1) INSERT INTO t SELECT 1, 'x', 1",
    ],
)  # fmt: skip
def test_nothing_outside_the_tables_is_reached(ask: Any, text: str, tmp_path: Path) -> None:
    seen = ask(text)
    assert isinstance(seen, tuple) or "sql" not in str(seen["rows"]), seen
    assert [p.name for p in tmp_path.iterdir()] == ["answer.sql"]


def test_duckdb_reaches_no_file_and_no_setting_even_past_our_own_look_at_the_text(inside: ModuleType, tmp_path: Path) -> None:
    import duckdb

    con = inside._connect()
    for text in (
        f"COPY (SELECT 1) TO '{tmp_path / 'out'}'",
        f"ATTACH '{tmp_path / 'db'}'",
        "SET threads = 8",
        "INSTALL json",
        "RESET lock_configuration",
    ):
        with pytest.raises(duckdb.Error):
            con.execute(text)
    con.close()
    assert not list(tmp_path.iterdir())


def test_sqlite_denies_what_is_not_reading_even_past_our_own_look_at_the_text(inside: ModuleType) -> None:
    for text in (
        "DROP TABLE t",
        "ATTACH ':memory:' AS other",
        "PRAGMA writable_schema = 1",
        "CREATE TABLE u (i)",
        "UPDATE t SET id = 1",
        "VACUUM",
    ):
        with pytest.raises(inside.QueryError):
            inside.on_sqlite(text, TABLES, 1.0)


def test_column_names_survive_commas_in_their_types(inside: ModuleType) -> None:
    from gradus.kinds import sql

    assert sql._columns(TABLES["t"]) == ["id", "name", "price"]
