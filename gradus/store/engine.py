"""Opens the database of a home, brings it to the newest revision and hands out transactions.

Several processes may use one SQLite file at once: writers take the lock when they begin (BEGIN IMMEDIATE) and wait for
each other; readers never wait.  No transaction may be open while learner code runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url

from gradus.store import (  # noqa: F401  # their tables belong to the schema
    evidence,
    learners,
    openings,
    remembered,
    seeds,
    statements,
    submissions,
    trials,
    verdicts,
)

NEWEST = "0003"  # the revision this code works with; tests compare it with migrations/versions
WAIT_SECONDS = 30.0
_WRITING = 7243  # PostgreSQL's advisory lock of this number is ours


class NewerHome(Exception):
    """The database was written by a later Gradus; `str()` is a sentence for the learner."""


class Store:
    """A database at the newest revision."""

    def __init__(self, url: str, revision: str = "head") -> None:
        self.url = make_url(url)
        self.lite = self.url.get_backend_name() == "sqlite"
        if self.lite and self.url.database not in (None, "", ":memory:"):
            Path(str(self.url.database)).parent.mkdir(parents=True, exist_ok=True)
        self.engine = _engine(url, self.lite)
        self._upgrade(revision)

    @classmethod
    def at(cls, home: Path) -> Store:
        """The database file of a home folder."""
        return cls(f"sqlite:///{home / 'gradus.db'}")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the database throughout."""
        with self.engine.begin() as c:
            yield c

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that may write: all of it is committed at the end, or nothing."""
        with self.engine.connect().execution_options(gradus_write=True) as c, c.begin():
            if c.dialect.name == "postgresql":  # one writer at a time there too, so that "add unless it is there" holds
                c.execute(text(f"SELECT pg_advisory_xact_lock({_WRITING})"))
            yield c

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    def _upgrade(self, revision: str) -> None:
        with self.read() as c:
            if revision == "head" and _revision(c) == NEWEST:
                return
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
        with self.write() as c:
            found = _revision(c)  # read again: another process may have been first
            if found is not None and found > NEWEST:
                raise NewerHome(
                    f"This home was last used by a newer Gradus (its record is at revision {found}, this version knows {NEWEST}). "
                    "Install the newer version, or name another folder with --home."
                )
            config.attributes["connection"] = c
            command.upgrade(config, revision)


def _revision(c: Connection) -> str | None:
    if not inspect(c).has_table("alembic_version"):
        return None
    found: str | None = c.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _engine(url: str, lite: bool) -> Engine:
    if not lite:
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": WAIT_SECONDS, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, so that schema changes are part of them too
        for line in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL"):
            connection.execute(f"PRAGMA {line}")

    @event.listens_for(engine, "begin")
    def begun(c: Connection) -> None:
        c.exec_driver_sql("BEGIN IMMEDIATE" if c.get_execution_options().get("gradus_write") else "BEGIN")

    return engine
