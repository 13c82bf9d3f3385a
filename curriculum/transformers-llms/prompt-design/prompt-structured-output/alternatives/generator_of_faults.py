"""Faults as a generator with match; prefixes tried by the parser"""

import json


def extract(reply):
    def forbid(c):
        raise ValueError(c)

    pieces = reply.split("{")
    for i in range(1, len(pieces)):
        tail = "{" + "{".join(pieces[i:])
        try:
            value, _ = json.JSONDecoder(parse_constant=forbid).raw_decode(tail)
        except json.JSONDecodeError:
            continue
        except ValueError:
            continue
        return value
    raise ValueError("nothing to read")


def _type_ok(value, kind):
    match kind:
        case "integer":
            return not isinstance(value, bool) and isinstance(value, (int, float)) and float(value).is_integer()
        case "number":
            return not isinstance(value, bool) and isinstance(value, (int, float))
        case "boolean":
            return value is True or value is False
        case "null":
            return value is None
        case _:
            return isinstance(value, {"string": str, "array": list, "object": dict}[kind])


def _walk(value, schema, at):
    if not _type_ok(value, schema["type"]):
        yield at, "type"
        return
    if value not in schema.get("enum", [value]):
        yield at, "enum"
    if schema["type"] in ("number", "integer"):
        if value < schema.get("minimum", float("-inf")):
            yield at, "minimum"
        if value > schema.get("maximum", float("inf")):
            yield at, "maximum"
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield at, "minItems"
        if "items" in schema:
            for n, item in enumerate(value):
                yield from _walk(item, schema["items"], f"{at}[{n}]")
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        yield from ((f"{at}.{k}", "required") for k in schema.get("required", []) if k not in value)
        for k, v in value.items():
            if k in properties:
                yield from _walk(v, properties[k], f"{at}.{k}")
            elif not schema.get("additionalProperties", True):
                yield f"{at}.{k}", "additionalProperties"


def validate(value, schema):
    return [f"{place} {word}" for place, word in _walk(value, schema, "$")]


def ask(model, prompt, schema, repairs):
    talk = [dict(role="user", content=prompt)]
    for n in range(repairs, -1, -1):
        reply = model(talk)
        try:
            value = extract(reply)
            problems = validate(value, schema)
            if problems == []:
                return value
        except ValueError as e:
            problems = [f"This is not JSON: {e}"]
        talk += [dict(role="assistant", content=reply), dict(role="user", content="\n- ".join(["These are wrong:", *problems]))]
    raise RuntimeError("no valid reply after all repairs")
