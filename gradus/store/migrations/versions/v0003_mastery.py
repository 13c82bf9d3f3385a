"""Steps asked afresh, what learners state, when a step was opened; of a submission its minutes and the trial it belongs to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Forward only: the record is never taken apart.  No row that stands is touched; of earlier submissions the minutes are unknown."""
    op.create_table(
        "trial",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String(32), nullable=False, unique=True),
        sa.Column("learner_id", sa.Integer, sa.ForeignKey("learner.id"), nullable=False),
        sa.Column("step", sa.String(200), nullable=False),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("sitting", sa.String(32)),
        sa.Column("question", sa.String(20)),
        sa.Column("at", sa.String(32), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_trial_learner_step", "trial", ["learner_id", "step", "id"])
    op.create_table(
        "statement",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String(32), nullable=False, unique=True),
        sa.Column("learner_id", sa.Integer, sa.ForeignKey("learner.id"), nullable=False),
        sa.Column("about", sa.String(20), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("value", sa.JSON, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_index("ix_statement_learner", "statement", ["learner_id", "id"])
    op.create_table(
        "opening",
        sa.Column("learner_id", sa.Integer, sa.ForeignKey("learner.id"), primary_key=True),
        sa.Column("place", sa.String(200), primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.add_column("submission", sa.Column("trial", sa.String(32)))
    op.add_column("submission", sa.Column("minutes", sa.Float))
