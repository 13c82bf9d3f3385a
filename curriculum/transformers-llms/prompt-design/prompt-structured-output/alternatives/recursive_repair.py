"""Recursion for the repairs, functions by keyword in a table"""

import json
from json import JSONDecoder


class GaveUp(RuntimeError):
    pass


class NoObject(ValueError):
    pass


def _bad(c):
    raise NoObject(c)


def extract(reply, start=0):
    start = reply.find("{", start)
    if start < 0:
        raise NoObject("no object in the reply")
    try:
        return JSONDecoder(parse_constant=_bad).raw_decode(reply[start:])[0]
    except ValueError:
        return extract(reply, start + 1)


def integer(v):
    return number(v) and v % 1 == 0


def number(v):
    return type(v) in {int, float}


TYPE = dict(object=lambda v: isinstance(v, dict), array=lambda v: isinstance(v, list), string=lambda v: isinstance(v, str), boolean=lambda v: isinstance(v, bool), null=lambda v: v is None, number=number, integer=integer)
RULE = dict(enum=lambda v, x: v in x, minimum=lambda v, x: v >= x, maximum=lambda v, x: v <= x, minItems=lambda v, x: len(v) >= x)


def validate(value, schema):
    return [("$" + path, keyword) and f"${path} {keyword}" for path, keyword in find(value, schema)]


def find(value, schema):
    if not TYPE[schema["type"]](value):
        return [("", "type")]
    out = [("", k) for k, rule in RULE.items() if k in schema and not rule(value, schema[k])]
    if isinstance(value, dict):
        names = schema.get("properties", {})
        out += [("." + k, "required") for k in schema.get("required", []) if k not in value]
        out += [("." + k, "additionalProperties") for k in value if k not in names and schema.get("additionalProperties", True) is False]
        out += [("." + k + p, w) for k in value if k in names for p, w in find(value[k], names[k])]
    elif isinstance(value, list) and "items" in schema:
        out += [(f"[{i}]" + p, w) for i, v in enumerate(value) for p, w in find(v, schema["items"])]
    return out


def ask(model, prompt, schema, repairs, history=()):
    messages = list(history) or [{"role": "user", "content": prompt}]
    reply = model(messages)
    try:
        value = extract(reply)
        faults = validate(value, schema)
    except NoObject as e:
        faults = ["json: " + str(e)]
    if not faults:
        return value
    if repairs == 0:
        raise GaveUp(faults)
    more = [{"role": "assistant", "content": reply}, {"role": "user", "content": json.dumps(faults)}]
    return ask(model, prompt, schema, repairs - 1, messages + more)
