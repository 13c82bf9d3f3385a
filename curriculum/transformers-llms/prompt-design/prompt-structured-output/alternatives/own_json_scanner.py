"""Finds the end of the object with a scanner that knows about quotes; a class for the check"""

import json


def end_of_object(text, start):
    depth, in_text, escaped = 0, False, False
    for i in range(start, len(text)):
        c = text[i]
        if in_text:
            if escaped:
                escaped = False
            elif c == "\\":
                escaped = True
            elif c == '"':
                in_text = False
        elif c == '"':
            in_text = True
        elif c in "{[":
            depth += 1
        elif c in "}]":
            depth -= 1
            if depth == 0:
                return i + 1
    return None


def constant(name):
    raise ValueError


def extract(reply):
    for start in range(len(reply)):
        if reply[start] != "{":
            continue
        end = end_of_object(reply, start)
        if end is None:
            continue
        try:
            return json.loads(reply[start:end], parse_constant=constant)
        except ValueError:
            pass
    raise ValueError("no JSON object")


class Check:
    def __init__(self):
        self.errors = []

    def add(self, path, keyword):
        self.errors.append(" ".join([path, keyword]))

    def run(self, v, s, path):
        t = s["type"]
        numeric = isinstance(v, (int, float)) and not isinstance(v, bool)
        ok = {"object": isinstance(v, dict), "array": isinstance(v, list), "string": isinstance(v, str), "boolean": isinstance(v, bool), "null": v is None, "number": numeric, "integer": numeric and v == v // 1}[t]
        if not ok:
            return self.add(path, "type")
        if "enum" in s and v not in s["enum"]:
            self.add(path, "enum")
        if numeric and "minimum" in s and not v >= s["minimum"]:
            self.add(path, "minimum")
        if numeric and "maximum" in s and not v <= s["maximum"]:
            self.add(path, "maximum")
        if t == "array":
            if "minItems" in s and len(v) < s["minItems"]:
                self.add(path, "minItems")
            for i, x in enumerate(v):
                if "items" in s:
                    self.run(x, s["items"], path + f"[{i}]")
        if t == "object":
            for k in set(s.get("required", [])) - set(v):
                self.add(path + "." + k, "required")
            for k in sorted(v):
                if k in s.get("properties", {}):
                    self.run(v[k], s["properties"][k], path + "." + k)
                elif s.get("additionalProperties") is False:
                    self.add(path + "." + k, "additionalProperties")
        return None


def validate(value, schema):
    check = Check()
    check.run(value, schema, "$")
    return tuple(check.errors)


def ask(model, prompt, schema, repairs):
    messages = [{"role": "user", "content": prompt}]
    replies = 0
    while replies <= repairs:
        text = model(tuple(messages))
        replies += 1
        messages.append({"role": "assistant", "content": text})
        try:
            value = extract(text)
        except ValueError:
            messages.append({"role": "user", "content": "I need one JSON object."})
            continue
        errors = validate(value, schema)
        if len(errors) == 0:
            return value
        messages.append({"role": "user", "content": f"Errors: {list(errors)}"})
    raise RuntimeError(f"gave up after {replies} replies")
