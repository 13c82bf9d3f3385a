"""Braces inside texts are counted

You count opening and closing braces until they balance. A brace inside a quoted text is a letter like any other; counting it ends the object too
early or too late.
"""

import json


def no_constant(name):
    raise ValueError(name)


def extract(reply):
    for start in [i for i, c in enumerate(reply) if c == "{"]:
        depth = 0
        for end in range(start, len(reply)):
            depth += {"{": 1, "}": -1}.get(reply[end], 0)
            if depth == 0:
                break
        try:
            return json.loads(reply[start : end + 1], parse_constant=no_constant)
        except ValueError:
            continue
    raise ValueError("no object")


def is_type(value, name):
    if name == "object":
        return isinstance(value, dict)
    if name == "array":
        return isinstance(value, list)
    if name == "string":
        return isinstance(value, str)
    if name == "boolean":
        return isinstance(value, bool)
    if name == "null":
        return value is None
    if isinstance(value, bool):
        return False
    if name == "number":
        return isinstance(value, (int, float))
    return isinstance(value, int) or (isinstance(value, float) and value.is_integer())


def validate(value, schema, path="$"):
    errors = []
    if not is_type(value, schema["type"]):
        return [path + " type"]
    if "enum" in schema:
        if value not in schema["enum"]:
            errors.append(path + " enum")
    if "minimum" in schema:
        if value < schema["minimum"]:
            errors.append(path + " minimum")
    if "maximum" in schema:
        if value > schema["maximum"]:
            errors.append(path + " maximum")
    if "minItems" in schema:
        if len(value) < schema["minItems"]:
            errors.append(path + " minItems")
    if schema["type"] == "object":
        properties = schema.get("properties", {})
        for key in schema.get("required", []):
            if key not in value:
                errors.append(path + "." + key + " required")
        for key in value:
            if key in properties:
                errors.extend(validate(value[key], properties[key], path + "." + key))
            elif schema.get("additionalProperties", True) is False:
                errors.append(path + "." + key + " additionalProperties")
    if schema["type"] == "array" and "items" in schema:
        for i in range(len(value)):
            errors.extend(validate(value[i], schema["items"], path + "[" + str(i) + "]"))
    return errors


def ask(model, prompt, schema, repairs):
    messages = [{"role": "user", "content": prompt}]
    left = repairs
    while True:
        reply = model(messages)
        errors = []
        value = None
        try:
            value = extract(reply)
        except ValueError:
            errors = ["There is no JSON object in the reply."]
        if value is not None:
            errors = validate(value, schema)
        if not errors:
            return value
        if left == 0:
            raise RuntimeError("still faulty")
        left -= 1
        messages.append({"role": "assistant", "content": reply})
        messages.append({"role": "user", "content": "Please mend: " + ", ".join(errors)})
