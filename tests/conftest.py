"""What tests all over the tree ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import environment

collect_ignore = ["small_project"]  # a repository with tests of its own


@pytest.fixture(scope="session")
def project_environment() -> Path:
    """The projects' interpreter, built where it is missing: minutes, once."""
    return environment()
