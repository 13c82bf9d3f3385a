"""From a reply to a checked value: what is found, what is wrong with it, and what the model is told."""

from gradus.judging import Miss, call, close, each, script

KETTLE = {"type": "object", "properties": {"product": {"type": "string"}, "price": {"type": "number", "minimum": 0}, "stock": {"type": "integer"}, "tags": {"type": "array", "items": {"type": "string"}}},
          "required": ["product", "price", "stock"], "additionalProperties": False}
REPLY = 'Sure! I filled in {product} and {price}:\n```json\n{"product": "kettle {1.7 l}", "price": "39", "tags": ["red", 5], "note": "urgent"}\n```\n'
FOUND = {"product": "kettle {1.7 l}", "price": "39", "tags": ["red", 5], "note": "urgent"}
EXPECTED = {"extract, worked example": FOUND, "faults, worked example": "$.note additionalProperties\n$.price type\n$.stock required\n$.tags[1] type"}
RIGHT = {"product": "kettle", "price": 39.5, "stock": 2, "tags": ["red"]}
PLANTED = {"$.price type": ["price", "39"], "$.stock required": ["stock", None], "$.note additionalProperties": ["note", "x"], "$.tags[1] type": ["tags", ["a", 1]], "$.price minimum": ["price", -1], "$.product type": ["product", 7]}
LINE = {"type": "object", "properties": {"sku": {"type": "string"}, "count": {"type": "integer", "minimum": 1, "maximum": 9}, "gift": {"type": "boolean"}}, "required": ["sku", "count"], "additionalProperties": False}
ORDER = {"type": "object", "required": ["state", "lines"], "properties": {"state": {"type": "string", "enum": ["new", "paid"]}, "lines": {"type": "array", "minItems": 1, "items": LINE}, "note": {"type": "null"},
         "ship": {"type": "object", "properties": {"city": {"type": "string"}, "floor": {"type": "integer"}}, "required": ["city"]}, "sizes": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}}, "any": {"type": "array"}}, "additionalProperties": False}
REPLIES = {"bare": '{"a": 1}', "nested": 'x {"a": {"b": {"c": [1, {"d": 2}]}}} y', "brace in a text": '{"a": "}{", "b": "\\\\"}', "quote in a text": 'He said: {"a": "\\"}\\"", "b": 1}', "two objects": '{"a": 1} {"a": 2}', "two fences": '```\n{"a": [1]}\n```\n```json\n{"b": 2}\n```',
           "array before": 'see [1] or [2]: {"a": 3}', "text behind with brace": '{"a": 1} as in {x}', "braces at once": '{{{"a": 1}}}', "cut off": 'Answer: {"a": {"b": 1}, "c": ', "line ends": '{\n "a":\n\t1 }', "not a number": '{"a": NaN} then {"a": 0}', "single quotes first": "{'a': 1} {\"a\": 2}", "empty object": "an {} object",
           "nothing": "no braces here", "empty": "", "array only": "[1, 2]", "broken only": '{"a": 1', "infinity only": '{"a": -Infinity}', "comma at the end": '{"a": 1,}'}


def good():
    return {"state": "new", "lines": [{"sku": "a", "count": 1}, {"sku": "b", "count": 9, "gift": True}], "note": None, "ship": {"city": "Oslo", "floor": 2.0, "bell": "x"}, "sizes": [[1, 2.5], []], "any": [1, "x", None]}


def PROBES(rng):
    def spoiled(times):
        value = good()
        for _ in range(times):
            where = [value, value["lines"], value["lines"][0], value["lines"][-1], value["ship"], value["sizes"], value["sizes"][0]][int(rng.integers(7))] if value.get("lines") else value
            junk = [True, False, 0, 10, 2.0, 2.5, -1, None, "new", "", [], {}, {"sku": 1}, [[True]]][int(rng.integers(14))]
            keys = list(where) if isinstance(where, dict) else list(range(len(where))) if isinstance(where, list) else []
            key = keys[int(rng.integers(len(keys)))] if keys else 0
            if isinstance(where, dict) and not (where is value and key in ("lines", "ship", "sizes")):
                rng.random() < 0.3 and where.pop(key, None)
                where["extra" if rng.random() < 0.3 else key] = junk
            elif isinstance(where, list) and where is not value["sizes"] and where is not value["lines"]:
                where.append(junk)
        return value

    def planted(n):
        names = [list(PLANTED)[int(i)] for i in rng.permutation(len(PLANTED))]
        return {name: PLANTED[name] for i, name in enumerate(names) if PLANTED[name][0] not in [PLANTED[b][0] for b in names[:i]] and i < n}

    probes = {"extract, worked example": call("extract", REPLY), "faults, worked example": script("faults", FOUND, KETTLE), "faults, none": script("faults", good(), ORDER)}
    probes |= {f"extract {name}": call("extract", reply) for name, reply in REPLIES.items()}
    for name, change in {"true": {"count": True}, "2.0": {"count": 2.0}, "2.5": {"count": 2.5}, "least": {"count": 1}, "below": {"count": 0}, "above": {"count": 10}, "text": {"count": "3"}, "number for boolean": {"gift": 1}, "extra": {"x": 1, "y": {}}, "null": {"sku": None}}.items():
        probes[f"faults {name}"] = script("faults", {"sku": "a", "count": 3} | change, LINE)
    probes |= {f"faults at the top: {v!r}": script("faults", v, s) for v, s in [([], KETTLE), ({}, KETTLE), (True, {"type": "number"}), (3, {"type": "number"}), ({"z": 1}, {"type": "object"}), ({"y": 1}, {"type": "object", "additionalProperties": False}), ({"x": 1}, {"type": "object", "additionalProperties": True}), (None, {"type": "string"}), ("x", {"type": "string", "enum": ["y"]})]}
    probes |= {"faults, no lines": script("faults", good() | {"lines": []}, ORDER), "faults, one line": script("faults", good() | {"lines": good()["lines"][:1]}, ORDER), "faults in the last line": script("faults", good() | {"lines": [*good()["lines"], {"sku": 1, "extra": 0}]}, ORDER)}
    probes |= {f"faults, random {i}": script("faults", spoiled(i % 5 + 1), ORDER) for i in range(12)}
    for i, (n, repairs, silent) in enumerate([(0, 0, 0), (0, 2, 0), (1, 1, 0), (3, 1, 0), (4, 3, 0), (2, 0, 0), (0, 1, 1), (2, 2, 1), (1, 1, 1), (0, 1, 2), (0, 4, 3), (6, 2, 2)]):
        wraps = [str(w) for w in rng.choice(["bare", "fence", "braces before", "braces behind", "two objects", "double"], 3)]
        probes[f"ask {i}: {n} faults, {repairs} repairs"] = script("asked", RIGHT, planted(n), wraps, KETTLE, repairs, silent)
    return probes | {f"ask, timeout at call {n}": script("asked", RIGHT, planted(2), ["bare"], KETTLE, 4, 0, n) for n in (1, 2)}


@each("extract", "faults")
def found_and_checked(got, ideal, probe):
    """The object is the leftmost that can be read, and its faults are those of the schema, each with its place."""
    return close(got, ideal) if not isinstance(got, str) or got == ideal else Miss(f"Yours: {got.split(chr(10))}, expected {ideal.split(chr(10))}.")


@each("ask")
def told(got, ideal, probe):
    """Each repair shows the model its own reply and names every fault of it."""
    if len(got["faults told"]) <= len(ideal["faults told"]) and not (all(got["faults told"]) and all(got["own replies"]) and got["prompt first"]):
        return Miss(f"Faults told: {got['faults told']}, own replies in the conversation: {got['own replies']}, roles: {got['roles']}.")
    return None


@each("ask")
def ends(got, ideal, probe):
    """The loop returns the first valid value, after as few calls as it takes, and gives up after the last repair."""
    return next((Miss(f"{k}: yours {got[k]!r}, expected {ideal[k]!r}.") for k in ("calls", "raised", "value", "roles") if close(got[k], ideal[k])), None)
