"""Runs the revisions inside the transaction that `Store` has begun: all of them, or none."""

from __future__ import annotations

from alembic import context

from gradus.store.schema import schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema,
    transactional_ddl=True,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
