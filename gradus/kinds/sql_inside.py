"""Runs one SQL query on SQLite and on DuckDB inside the box: it is sent there as text, under the name probe.py, beside answer.sql.

Standard library and duckdb only.  It judges nothing, and it is no wall: what keeps a query from the machine is the box around it;
the locks here (authorizer, no external access) exist so that the learner reads a sentence instead of an engine's complaint.
"""

from __future__ import annotations

import datetime
import decimal
import re
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

MOST_ROWS = 20_000  # of one result; more is a runaway, not an answer
STEPS = 10_000  # SQLite looks at the clock after so many of its instructions
MOST_BYTES = 8_000_000  # of one text value


class QueryError(Exception):
    """What the query did wrong; every class below has words of its own and is recognised by its name."""


class Refused(QueryError):
    """Not a single reading query."""


class Unreadable(QueryError):
    """Syntax, or a name that does not exist: the engine could not even begin."""


class MisplacedWindow(QueryError):
    """A window function where rows are still being chosen."""


class MisplacedAggregate(QueryError):
    """An aggregate where rows are still being chosen."""


class NotGrouped(QueryError):
    """A bare column beside an aggregate."""


class EndlessRecursion(QueryError):
    """A recursive CTE that did not come to an end."""


class QueryTooSlow(QueryError):
    """Out of time or memory without recursion."""


class TooManyRows(QueryError):
    """A result beyond MOST_ROWS."""


class RunError(QueryError):
    """Anything else the engine raised while it ran."""


STATEMENTS = (
    "ALTER ANALYZE ATTACH BEGIN CALL CHECKPOINT COMMENT COMMIT COPY CREATE DEALLOCATE DELETE DESCRIBE DETACH DROP EXECUTE EXPLAIN EXPORT GRANT "
    "IMPORT INSERT INSTALL LOAD MERGE PRAGMA PREPARE REINDEX RELEASE REPLACE RESET ROLLBACK SAVEPOINT SET SHOW SUMMARIZE TRUNCATE UPDATE USE "
    "VACUUM"
)
TOKEN = re.compile(r"""--[^\n]*|/\*.*?(?:\*/|\Z)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\$\$.*?\$\$|;|\s+|\w+|.""", re.DOTALL)


def run(tables: dict[str, Any], engine: str, seconds: float) -> dict[str, Any]:
    """The result of answer.sql on these tables within so much processor time: {"columns": [...], "rows": [[...], ...]}, every value plain."""
    text = single(Path("answer.sql").read_text(encoding="utf-8"))
    return ENGINES[engine](text, tables, seconds)


# ---------------------------------------------------------------- reading


def tokens(text: str) -> Iterator[str]:
    """The tokens that count: no comments, no white space."""
    return (t for t in TOKEN.findall(text) if not t.isspace() and not t.startswith(("--", "/*")))


def single(text: str) -> str:
    """`text` if it is one query, else Refused with the sentence."""
    words = list(tokens(text))
    while words and words[-1] == ";":
        words.pop()
    if not words:
        raise Refused("The file holds no query yet. Write one SELECT statement.")
    if words[0].upper() in STATEMENTS.split():
        raise Refused(f"A step asks for one query that reads: SELECT, or WITH ... SELECT. {words[0].upper()} is not run here.")
    if ";" in words:
        raise Refused("There is more than one statement in the file. Keep one query; what comes before can become a CTE (WITH).")
    return text.rstrip().rstrip(";") if text.rstrip().endswith(";") else text


def runaway(text: str, why: str) -> QueryError:
    """The words for a query that was stopped."""
    if any(t.upper() == "RECURSIVE" for t in tokens(text)):
        return EndlessRecursion(
            f"The recursion did not end ({why}): the recursive part kept finding new rows. Ask which row it finds again, and what would stop it."
        )
    return QueryTooSlow(f"The query was stopped ({why}). Look for a join that pairs every row with every row.")


# ---------------------------------------------------------------- plain values


def names(columns: str) -> list[str]:
    """The column names of "id INTEGER, price DECIMAL(10, 2)"."""
    return [part.split()[0] for part in re.split(r",(?![^(]*\))", columns)]


def plain(value: Any) -> Any:
    """Numbers, text and None; dates as ISO text, true and false as 1 and 0 (SQLite knows no other), the rest as its text."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (bool, int)):
        return int(value)
    if isinstance(value, (float, decimal.Decimal)):
        return float(value) + 0.0  # no minus zero
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat(" ") if isinstance(value, datetime.datetime) else value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def result(described: Any, fetch: Callable[[int], list[Any]], text: str) -> dict[str, Any]:
    """Columns in small letters (SQL does not tell letter case apart in names) and at most MOST_ROWS rows."""
    rows: list[list[Any]] = []
    while got := fetch(1000):
        rows += [[plain(v) for v in row] for row in got]
        if len(rows) > MOST_ROWS:
            if any(t.upper() == "RECURSIVE" for t in tokens(text)):
                raise runaway(text, f"over {MOST_ROWS:,} rows")
            raise TooManyRows(f"The result passed {MOST_ROWS:,} rows and was stopped. Look for a join that pairs every row with every row.")
    return {"columns": [str(d[0]).lower() for d in described or ()], "rows": rows}


# ---------------------------------------------------------------- SQLite

UNREAD = (
    "syntax error|incomplete input|unrecognized token|no such (column|table|function)|ambiguous column|"
    "wrong number of arguments|same number of result"
)
READS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
OUTSIDE = {"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"}


def _may(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    """The authorizer: reading the given tables and calling functions, nothing else."""
    if action not in READS or (action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in OUTSIDE):
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_READ and (first or "").startswith(("sqlite_", "pragma_")) else sqlite3.SQLITE_OK


def on_sqlite(text: str, tables: dict[str, Any], seconds: float) -> dict[str, Any]:
    """Run on an empty SQLite database in memory that holds only `tables`."""
    con = sqlite3.connect(":memory:", isolation_level=None)
    try:
        con.execute("PRAGMA hard_heap_limit = 120000000")
        for name, made in tables.items():
            con.execute(f"CREATE TABLE {name} ({made['columns']})")
            if made["rows"]:
                con.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(made['rows'][0]))})", made["rows"])
        con.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
        con.set_authorizer(_may)
        end = time.process_time() + seconds
        con.set_progress_handler(lambda: time.process_time() > end, STEPS)
        cursor = con.execute(text)
        return result(cursor.description, cursor.fetchmany, text)
    except (sqlite3.Error, sqlite3.Warning, MemoryError, OverflowError) as e:
        raise _sqlite_fault(e, text, seconds) from None
    finally:
        con.close()


def _sqlite_fault(e: BaseException, text: str, seconds: float) -> QueryError:
    say = str(e)
    low = say.lower()
    if isinstance(e, MemoryError) or "out of memory" in low or "too big" in low:
        return runaway(text, "out of memory")
    if low == "interrupted":
        return runaway(text, f"over {seconds:g} s of processor time")
    if "not authorized" in low or "prohibited" in low or "one statement" in low:
        return Refused("The query may only read the tables of the task: no PRAGMA, no files, no other statement.")
    if re.search(UNREAD, low):
        return Unreadable(say)
    if "misuse of" in low and "window" in low:
        return MisplacedWindow(WINDOW)
    if "misuse of" in low and "aggregate" in low:
        return MisplacedAggregate(AGGREGATE)
    return RunError(say)


# ---------------------------------------------------------------- DuckDB

LOCKED: dict[str, Any] = {
    "threads": 1, "memory_limit": "120MB", "enable_external_access": "false", "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false", "python_enable_replacements": "false",
}  # fmt: skip


KEPT: list[Any] = []  # the connection of the last query, if that came to its end


def _connect() -> Any:
    """A database in memory, one thread, nothing outside it to be reached, and its settings locked."""
    import duckdb

    con: Any
    try:
        con = duckdb.connect(":memory:", config={**LOCKED, "async_threads": 1})
    except duckdb.Error:  # before 2.0 there is no such setting
        con = duckdb.connect(":memory:", config=LOCKED)
    con.execute("SET lock_configuration = true").fetchall()
    return con


def on_duckdb(text: str, tables: dict[str, Any], seconds: float) -> dict[str, Any]:
    """Run on a DuckDB database in memory that holds only `tables`; its connection is kept for the next tables, since a query only reads."""
    import duckdb

    con = KEPT.pop() if KEPT else _connect()
    done = threading.Event()
    watch = threading.Thread(target=_interrupt, args=(con, done, seconds), daemon=True)
    try:
        for name, made in tables.items():
            con.execute(f"CREATE OR REPLACE TABLE {name} ({made['columns']})").fetchall()
            if made["rows"]:
                lists = [list(column) for column in zip(*made["rows"], strict=True)]
                con.execute(f"INSERT INTO {name} SELECT {', '.join(['unnest(?)'] * len(lists))}", lists).fetchall()
        found = con.extract_statements(text)
        if len(found) != 1 or found[0].type != duckdb.StatementType.SELECT:
            raise Refused("The query may only read the tables of the task: one SELECT, or WITH ... SELECT.")
        watch.start()
        cursor = con.execute(found[0])
        seen = result(cursor.description, cursor.fetchmany, text)
    except (duckdb.Error, MemoryError, RuntimeError) as e:
        raise _duckdb_fault(e, text, seconds) from None
    finally:
        done.set()
        if watch.ident:
            watch.join()
    KEPT.append(con)
    return seen


def _interrupt(con: Any, done: threading.Event, seconds: float) -> None:
    """Stop the query when its processor time is spent."""
    end = time.process_time() + seconds
    while not done.wait(0.02):
        if time.process_time() > end:
            con.interrupt()
            return


def _duckdb_fault(e: BaseException, text: str, seconds: float) -> QueryError:
    kind = type(e).__name__
    say = str(e).partition("\n")[0]
    low = str(e).lower()
    at = re.search(r"LINE (\d+):", str(e))
    where = f"line {at[1]}: " if at else ""
    if kind == "InterruptException" or "interrupted" in low:
        return runaway(text, f"over {seconds:g} s of processor time")
    if isinstance(e, MemoryError) or kind == "OutOfMemoryException" or "failed to allocate" in low:
        return runaway(text, "out of memory")
    if kind == "PermissionException":
        return Refused("The query may only read the tables of the task: no files, no extensions, no other database.")
    if "cannot contain window functions" in low or "window functions are not allowed" in low:
        return MisplacedWindow(WINDOW)
    if "cannot contain aggregates" in low or "aggregate functions are not allowed" in low:
        return MisplacedAggregate(AGGREGATE)
    if "must appear in the group by clause" in low:
        return NotGrouped(where + say.partition(": ")[2])
    if kind in ("ParserException", "CatalogException", "SyntaxException", "BinderException"):
        return Unreadable(where + say.partition(": ")[2])
    return RunError(where + (say.partition(": ")[2] or say))


WINDOW = "A window function stands where rows are still being chosen (WHERE, GROUP BY, HAVING or ON): its result does not exist yet there."
AGGREGATE = "An aggregate stands where single rows are still being chosen (WHERE, ON or GROUP BY): its result does not exist yet there."
ENGINES: dict[str, Callable[[str, dict[str, Any], float], dict[str, Any]]] = {"SQLite": on_sqlite, "DuckDB": on_duckdb}
