"""What tests all over the tree ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.project import environment

settings.register_profile("gradus", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
settings.load_profile("gradus")
collect_ignore = ["small_project"]  # a repository with tests of its own


@pytest.fixture(scope="session")
def project_environment() -> Path:
    """The projects' interpreter, built where it is missing: minutes, once."""
    return environment()
