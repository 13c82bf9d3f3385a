"""The figures of the lesson, computed with the solution."""

from answer import extract, validate

SCHEMA = {
    "type": "object",
    "properties": {
        "product": {"type": "string"},
        "price": {"type": "number", "minimum": 0},
        "stock": {"type": "integer"},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["product", "price", "stock"],
    "additionalProperties": False,
}
REPLY = """Sure! I filled in {product} and {price}:
```json
{"product": "kettle {1.7 l}", "price": "39", "tags": ["red", 5], "note": "urgent"}
```
"""
FAULTS = ["$.note additionalProperties", "$.price type", "$.stock required", "$.tags[1] type"]


def worked():
    """The object of a reply and its four faults."""
    value = extract(REPLY)
    faults = sorted(validate(value, SCHEMA))
    whole = 2.0
    if faults != FAULTS or validate(whole, {"type": "integer"}):
        raise ValueError(f"the faults are {faults}")
    return [value, faults, SCHEMA["properties"]["price"]["minimum"], whole]
