"""A learner in a fresh home on the small curriculum."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gradus.study import Learner
from tests import small


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Learner]:
    """Whoever the test is about."""
    learner = small.at_home(tmp_path)
    yield learner
    learner.store.close()
