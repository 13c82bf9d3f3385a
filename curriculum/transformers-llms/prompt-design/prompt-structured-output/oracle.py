"""Every text between two braces is offered to json.loads; the check walks with a stack."""

import json

KINDS = {
    "object": lambda v: type(v) is dict, "array": lambda v: type(v) is list, "string": lambda v: type(v) is str, "boolean": lambda v: type(v) is bool,
    "null": lambda v: v is None, "number": lambda v: type(v) in (int, float), "integer": lambda v: type(v) is int or (type(v) is float and v % 1 == 0),
}


def strict(text):
    def no(name):
        raise ValueError(name)

    return json.loads(text, parse_constant=no)


def extract(reply):
    opens = [i for i, c in enumerate(reply) if c == "{"]
    closes = [i for i, c in enumerate(reply) if c == "}"]
    for a in opens:
        for b in closes:
            if b > a:
                try:
                    return strict(reply[a : b + 1])
                except ValueError:
                    pass
    raise ValueError("nothing")


def validate(value, schema):
    out, stack = [], [("$", value, schema)]
    while stack:
        place, v, s = stack.pop()
        if not KINDS[s["type"]](v):
            out.append(place + " type")
            continue
        tests = {
            "enum": lambda w: all(v != x for x in w), "minimum": lambda w: v < w, "maximum": lambda w: v > w, "minItems": lambda w: len(v) < w,
        }
        out += [f"{place} {k}" for k, test in tests.items() if k in s and test(s[k])]
        if s["type"] == "object":
            for k in s.get("required", ()):
                if k not in v:
                    out.append(f"{place}.{k} required")
            for k in v:
                if k in s.get("properties", {}):
                    stack.append((f"{place}.{k}", v[k], s["properties"][k]))
                elif s.get("additionalProperties", True) is False:
                    out.append(f"{place}.{k} additionalProperties")
        if s["type"] == "array" and "items" in s:
            stack += [(f"{place}[{i}]", x, s["items"]) for i, x in enumerate(v)]
    return out


def ask(model, prompt, schema, repairs):
    def go(messages, left):
        reply = model(messages)
        try:
            value = extract(reply)
        except ValueError:
            wrong = ["There is no JSON in it."]
        else:
            wrong = validate(value, schema)
            if not wrong:
                return value
        if left == 0:
            raise RuntimeError("given up")
        return go(messages + [{"role": "assistant", "content": reply}, {"role": "user", "content": "\n".join(wrong)}], left - 1)

    return go([{"role": "user", "content": prompt}], repairs)
