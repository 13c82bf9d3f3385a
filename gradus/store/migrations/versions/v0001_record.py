"""The record: learners, submissions, verdicts, evidence and the seeds that wait."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Forward only: the record is never taken apart."""
    op.create_table(
        "learner",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(200), nullable=False, unique=True),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_table(
        "submission",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("learner_id", sa.Integer, sa.ForeignKey("learner.id"), nullable=False),
        sa.Column("step", sa.String(200), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("files", sa.JSON, nullable=False),
        sa.Column("earlier", sa.JSON, nullable=False),
        sa.Column("unread", sa.Text),
        sa.Column("step_hash", sa.String(64), nullable=False),
        sa.Column("engine", sa.String(40), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_submission_learner_step", "submission", ["learner_id", "step", "id"])
    op.create_table(
        "verdict",
        sa.Column("submission_id", sa.Integer, sa.ForeignKey("submission.id"), primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("step_hash", sa.String(64), nullable=False),
        sa.Column("judging", sa.String(64), nullable=False),
        sa.Column("beside", sa.JSON, nullable=False),
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("learner_id", sa.Integer, sa.ForeignKey("learner.id"), nullable=False),
        sa.Column("step", sa.String(200), nullable=False),
        sa.Column("fact", sa.String(20), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("submission_id", sa.Integer, sa.ForeignKey("submission.id")),
        sa.Column("step_hash", sa.String(64), nullable=False),
        sa.Column("detail", sa.JSON, nullable=False),
    )
    op.create_index("ix_evidence_learner_step", "evidence", ["learner_id", "step", "id"])
    op.create_table(
        "seed",
        sa.Column("learner_id", sa.Integer, sa.ForeignKey("learner.id"), primary_key=True),
        sa.Column("step", sa.String(200), primary_key=True),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
