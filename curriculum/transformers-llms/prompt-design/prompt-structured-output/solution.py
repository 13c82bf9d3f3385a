"""A parser tried at every opening brace, a recursive check, and a loop that tells what is wrong."""

import json


def _refuse(name):
    raise ValueError(f"{name} is no JSON")


_DECODER = json.JSONDecoder(parse_constant=_refuse)
_TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def extract(reply):
    """The object at the leftmost brace from which one can be read."""
    for at, character in enumerate(reply):
        if character == "{":
            try:
                return _DECODER.raw_decode(reply, at)[0]
            except ValueError:
                pass
    raise ValueError("the reply holds no JSON object")


def _is(value, kind):
    if kind in _TYPES:
        return isinstance(value, _TYPES[kind])
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return kind == "number" or value == int(value)


def _faults(value, schema, place):
    if not _is(value, schema["type"]):
        return [f"{place} type"]
    found = []
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{place} enum")
    if "minimum" in schema and value < schema["minimum"]:
        found.append(f"{place} minimum")
    if "maximum" in schema and value > schema["maximum"]:
        found.append(f"{place} maximum")
    if "minItems" in schema and len(value) < schema["minItems"]:
        found.append(f"{place} minItems")
    found += [f"{place}.{name} required" for name in schema.get("required", []) if name not in value]
    known = schema.get("properties", {})
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in known:
                found += _faults(inner, known[name], f"{place}.{name}")
            elif schema.get("additionalProperties") is False:
                found.append(f"{place}.{name} additionalProperties")
    if "items" in schema:
        for i, inner in enumerate(value):
            found += _faults(inner, schema["items"], f"{place}[{i}]")
    return found


def validate(value, schema):
    """All faults of the value."""
    return _faults(value, schema, "$")


def ask(model, prompt, schema, repairs):
    """The first value without faults; the model hears what was wrong."""
    messages = [{"role": "user", "content": prompt}]
    for _ in range(repairs + 1):
        reply = model(messages)
        try:
            value = extract(reply)
            faults = validate(value, schema)
        except ValueError:
            faults = ["no JSON object found"]
        if not faults:
            return value
        told = "Your reply cannot be used. Mend exactly this, and send the whole object again: " + "; ".join(faults)
        messages = [*messages, {"role": "assistant", "content": reply}, {"role": "user", "content": told}]
    raise RuntimeError("the model gave no valid object")
