"""Names for rows that hold across homes (so that an import can be repeated), and remembered verdicts."""

from __future__ import annotations

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Forward only: the record is never taken apart."""
    op.create_table(
        "remembered",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    for name in ("submission", "evidence"):
        op.add_column(name, sa.Column("uid", sa.String(32)))
        table = sa.table(name, sa.column("id"), sa.column("uid"))
        c = op.get_bind()
        for id in list(c.scalars(sa.select(table.c.id))):
            c.execute(sa.update(table).where(table.c.id == id).values(uid=uuid.uuid4().hex))
        if c.dialect.name == "sqlite":  # adding NOT NULL there copies the table, which foreign keys forbid inside a transaction
            op.create_index(f"uq_{name}_uid", name, ["uid"], unique=True)
        else:
            op.alter_column(name, "uid", nullable=False, existing_type=sa.String(32))
            op.create_unique_constraint(f"uq_{name}_uid", name, ["uid"])
