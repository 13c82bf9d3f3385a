"""The judging code of a kind: what belongs to it, and what leaves it as it is."""

from __future__ import annotations

import pytest

from gradus.engine import DECIDES, HERE, judging_code, kind_files
from gradus.kinds import KINDS


def names(kind: str) -> set[str]:
    return {f.name for f in kind_files(kind)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_hash_of_its_own(kind: str) -> None:
    assert f"{kind}.py" in names(kind)
    assert [k for k in KINDS if judging_code(k) == judging_code(kind)] == [kind]


def test_what_is_sent_into_the_box_and_what_is_imported_through_others_belongs_to_the_kind() -> None:
    assert {"sql_inside.py", "sql_mutants.py"} <= names("sql")
    assert {"expression_reader.py", "expression.py", "equivalence.py"} <= names("drill")  # through typed_answer
    assert "git_inside.py" not in names("service")
    assert "sql.py" not in names("code")


def test_no_module_of_the_kinds_is_left_out() -> None:
    every = set.union(*(kind_files(k) for k in KINDS))
    assert every == set((HERE / "kinds").glob("*.py")) - {HERE / "kinds" / "__init__.py"}


def test_no_pattern_of_the_deciding_files_names_nothing() -> None:
    assert [p for p in DECIDES if not list(HERE.glob(p))] == []
