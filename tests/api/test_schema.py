"""The OpenAPI document says enough for a typed client."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from gradus.api.schema import schema

ROOT = Path(__file__).parents[2]


def test_the_unions_of_events_have_names_and_the_streams_refer_to_them() -> None:
    found = schema()
    for name, address in (("RunEvent", "/api/submissions/{id}/events"), ("LiveEvent", "/api/events")):
        assert found["components"]["schemas"][name]["discriminator"]["propertyName"] == "type"
        content = found["paths"][address]["get"]["responses"]["200"]["content"]["text/event-stream"]
        assert content["itemSchema"]["properties"]["data"]["contentSchema"] == {"$ref": f"#/components/schemas/{name}"}


def test_every_address_names_the_shape_of_its_errors() -> None:
    for path, methods in schema()["paths"].items():
        for method, operation in methods.items():
            refused = operation["responses"].get("422")
            assert refused is None or refused["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/ErrorOut"}, (
                method,
                path,
            )


def test_the_command_prints_the_same_document() -> None:
    printed = subprocess.run([sys.executable, "-m", "gradus.api.schema"], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert json.loads(printed) == schema()
