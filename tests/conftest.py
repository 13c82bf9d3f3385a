"""What tests all over the tree ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import environment


@pytest.fixture(scope="session")
def project_environment() -> Path:
    """The projects' interpreter, built where it is missing: minutes, once."""
    return environment()
