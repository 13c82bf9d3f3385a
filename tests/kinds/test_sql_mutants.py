"""Mutants of a query are small faults that learners make; each can be parsed, each differs, and NULLs keep their place."""

from __future__ import annotations

import pytest

from gradus.kinds.sql_mutants import fault, mutants


def what(text: str) -> set[str]:
    return {w.rpartition(": ")[2] for _, w, _ in mutants(text)}


def texts(text: str) -> list[str]:
    return [" ".join(t.split()) for _, _, t in mutants(text)]


QUERY = """-- a comment
WITH RECURSIVE w(id, path) AS (
    SELECT id, name FROM c WHERE parent IS NULL UNION ALL SELECT c.id, w.path || '/' || c.name FROM c JOIN w ON c.parent = w.id AND c.x > 3
)
SELECT DISTINCT a.k, COUNT(*) AS n, COUNT(DISTINCT b.y) AS m, COALESCE(SUM(b.z), 0) AS s,
    RANK() OVER (PARTITION BY a.k ORDER BY a.v DESC NULLS FIRST) AS r,
    AVG(a.v) OVER (ORDER BY a.d ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS v
FROM a LEFT JOIN b ON b.id = a.id JOIN w ON w.id = a.id
WHERE a.q IS NOT NULL AND (a.t <= 5 OR NOT EXISTS (SELECT 1 FROM z WHERE z.i = a.id))
GROUP BY a.k, a.id HAVING COUNT(*) > 1 ORDER BY a.k, s DESC LIMIT 3"""


def test_every_mutant_is_one_query_and_differs_from_the_source_and_from_the_others() -> None:
    found = mutants(QUERY)
    assert len(found) > 60
    assert len({t for _, _, t in found}) == len({h for h, _, _ in found}) == len(found)
    for _, _, text in found:
        assert fault(text) is None


def test_the_faults_that_the_kind_asks_for_are_planted() -> None:
    assert {
        "LEFT JOIN becomes JOIN", "JOIN becomes LEFT JOIN", "the join condition is dropped", "lte becomes lt", "gt becomes gte", "the direction is turned",
        "DISTINCT is dropped", "counts rows", "UNION ALL becomes UNION", "becomes DENSE_RANK", "becomes ROW_NUMBER", "PARTITION BY is dropped",
        "the left condition is dropped", "COALESCE is dropped", "or becomes and", "6 becomes 7", "becomes avg", "the frame is dropped",
        "HAVING is dropped", "LIMIT is dropped", "term 2 of GROUP BY is dropped", "NULLs go to the other end", "the operands are swapped", "NOT is dropped",
    } <= what(QUERY)  # fmt: skip


def test_a_count_of_rows_becomes_a_count_of_a_column() -> None:
    assert "SELECT COUNT(y) AS n, y FROM t" in texts("SELECT COUNT(*) AS n, y FROM t")


def test_null_order_is_written_out_so_that_both_engines_sort_alike() -> None:
    for text in texts("SELECT a FROM t WHERE a > 1 ORDER BY a DESC NULLS LAST"):
        assert "NULLS" in text or "ORDER BY" not in text


def test_a_constant_that_only_says_there_is_a_row_is_left_alone() -> None:
    assert not any("SELECT 2 FROM z" in t for t in texts("SELECT a FROM t WHERE EXISTS (SELECT 1 FROM z)"))


@pytest.mark.parametrize(("text", "line"), [("SELECT 1; SELECT 2", 1), ("DROP TABLE t", 1), ("", 1), ("SELECT a\nFROM t\nWHERE (", 3)])
def test_a_fault_has_its_line_and_a_remedy(text: str, line: int) -> None:
    found = fault(text)
    assert found
    assert found[0] == line
    assert ";" in found[1]
    assert fault("SELECT a FROM t") is None
