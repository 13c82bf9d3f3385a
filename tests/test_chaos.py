"""A small storm: queued submissions, some hostile, while zygotes and workers are killed and the server once; `make chaos` is the large one."""

from __future__ import annotations

from bench.chaos import chaos


def test_every_honest_answer_gets_its_verdict_and_none_is_lost_or_doubled() -> None:
    found = chaos(40, share=0.1, every=2.0, restarts=1, patience=600.0)
    assert found["servers_killed"] == 1
    assert found["submissions"] == 40
