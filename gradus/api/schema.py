"""`python -m gradus.api.schema` prints the OpenAPI document, from which the page's client is generated."""

from __future__ import annotations

import json
from typing import Any

from gradus.api.app import bare


def schema() -> dict[str, Any]:
    """The document."""
    return bare().openapi()


if __name__ == "__main__":
    print(json.dumps(schema(), indent=2))
