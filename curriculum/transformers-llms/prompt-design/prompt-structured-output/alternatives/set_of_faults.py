"""Paths as tuples, faults in a set, message list rebuilt from a history"""

import json


def extract(reply):
    def stop(name):
        raise ValueError(name)

    decoder = json.JSONDecoder(parse_constant=stop)
    best = None
    for place in reversed(range(len(reply))):
        if reply.startswith("{", place):
            try:
                best = decoder.raw_decode(reply, idx=place)
            except ValueError:
                pass
    if best is None:
        raise ValueError("The reply contains no JSON object.")
    return best[0]


def show(path):
    return "$" + "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path)


def validate(value, schema):
    faults = set()
    todo = [((), value, schema)]
    for path, v, s in todo:
        wanted = s["type"]
        is_number = isinstance(v, (int, float)) and v is not True and v is not False
        actual = (
            {"object"} if isinstance(v, dict) else {"array"} if isinstance(v, list) else {"string"} if isinstance(v, str) else {"null"} if v is None
            else {"number", "integer"} if is_number and v == round(v) else {"number"} if is_number else {"boolean"}
        )
        if wanted not in actual:
            faults.add((path, "type"))
            continue
        if "enum" in s and v not in s["enum"]:
            faults.add((path, "enum"))
        if "minimum" in s and v < s["minimum"]:
            faults.add((path, "minimum"))
        if "maximum" in s and v > s["maximum"]:
            faults.add((path, "maximum"))
        if "minItems" in s and len(v) < s["minItems"]:
            faults.add((path, "minItems"))
        if wanted == "array" and "items" in s:
            todo.extend((path + (i,), x, s["items"]) for i, x in enumerate(v))
        if wanted == "object":
            props = s.get("properties") or {}
            faults |= {(path + (k,), "required") for k in s.get("required", []) if k not in v}
            if s.get("additionalProperties") is False:
                faults |= {(path + (k,), "additionalProperties") for k in v.keys() - props.keys()}
            todo.extend((path + (k,), v[k], props[k]) for k in v.keys() & props.keys())
    return {f"{show(path)} {word}" for path, word in faults}


def ask(model, prompt, schema, repairs):
    history = []
    while len(history) <= repairs:
        messages = [{"role": "user", "content": prompt}]
        for reply, words in history:
            messages += [{"role": "assistant", "content": reply}, {"role": "user", "content": words}]
        reply = model(messages)
        try:
            value = extract(reply)
        except ValueError as e:
            history.append((reply, str(e)))
            continue
        faults = validate(value, schema)
        if not faults:
            return value
        history.append((reply, "\n".join(sorted(faults)) + "\nPlease send the corrected object."))
    raise RuntimeError("no valid value")
