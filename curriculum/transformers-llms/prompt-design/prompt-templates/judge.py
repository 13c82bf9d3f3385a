"""Prompt templates: what is a hole, what is text, and which value goes where."""

from gradus.judging import Miss, close, each, script

ASK = 'Answer as {{"label": "..."}} in {language}.\nText: {text}'
CODE = "if (x) {return {language};}"
EXPECTED = {
    "worked example": {"required": ["text"], "optional": ["language"], "text": 'Answer as {"label": "..."} in English.\nText: if (x) {return {language};}'},
    "braces around a hole": {"required": ["a"], "optional": [], "text": "{1}{a}"},
    "one name in two parts": {"required": ["a"], "optional": [], "text": "2-2"},
}
NAMES = ["a", "b", "text", "user_2", "_x", "Name"]
SCRAPS = ["", " ", "\n", "  - ", "Text:\t", "{{", "}}", "{{}}", "é京🙂", "%s $a <b>", "\\n", "a", "b {{a}} "]
VALUES = ["", 0, None, False, 3.5, "plain", " padded\n", "{a}", "{b}", "{text} {user_2}", "{{", "}}", "{{b}}", "{", "}", "{0} {} {a!r}", "$a %(a)s \\1"]
BAD = ["{", "}", "a { b", "x}", "{}", "{ a }", "{0}", "{a.b}", "{a[0]}", "{a!r}", "{a:>5}", "{a b}", "{a", "a}", "{a}}", "{{a}", "{a{b}}", "{2a}", "{a-b}", "}}}", "{{{", "{é}", "{naïve}", "{x²}"]


def PROBES(rng):
    def text(longest=6):
        parts = [str(rng.choice(SCRAPS)) if rng.random() < 0.5 else "{" + str(rng.choice(NAMES)) + "}" for _ in range(rng.integers(0, longest))]
        return "".join(parts)

    def values(share):
        return {n: VALUES[int(rng.integers(len(VALUES)))] for n in NAMES if rng.random() < share}

    def part():
        return text(), values(0.3), [values(0.3) for _ in range(rng.integers(0, 3))]

    full = {n: f"<{n}>" for n in NAMES}
    probes = {"worked example": script("filled", ASK, {"text": CODE}, {"language": "English"}), "braces around a hole": script("filled", "{{{a}}}{{a}}", {"a": 1})}
    probes["one name in two parts"] = script("summed", [("{a}-", {"a": 1}, []), ("{a}", None, [])], {"a": 2})
    probes |= {"no hole": script("filled", " no hole\n", {}), "empty text": script("filled", "", {"a": 1}), "the same hole twice": script("filled", "{b}{a}{b} {a}", {"a": 1, "b": 2})}
    probes["values that look like holes"] = script("filled", "{a}|{b}|{text}", {"a": "{b}", "b": "{text}", "text": "{a}"})
    probes["values that look like holes, in stages"] = script("filled", "{a}|{b}|{text}", {"text": "{a}"}, None, [{"a": "{b}{text}"}, {"b": "{text}"}])
    probes["values with braces"] = script("filled", "{a}{{}}{b}", {"a": "{{x}}", "b": "}} {"}, {}, [])
    probes["values with braces, in stages"] = script("filled", "{a}{{}}{b}", {"b": "{"}, {"a": "{{x}}"}, [{"a": "{{ }"}])
    probes["white space"] = script("filled", "\n  Code:\n\t{a} \n\n", {"a": "  def f():\n    pass\n"})
    probes |= {f"value {v!r}": script("filled", "[{a}]", {"a": v}) for v in (0, "", None, False)}
    probes |= {f"default {v!r}": script("filled", "[{a}]", {}, {"a": v}) for v in (0, "", None)}
    probes |= {"missing": script("filled", "{a} {b}", {"a": 1}), "missing, all": script("filled", "{a}", {}), "missing in one part": script("summed", [("{a}", {"a": 1}, []), ("{a}", None, [])], {})}
    probes["missing after a stage"] = script("filled", "{a} {b}", {}, None, [{"a": 1}])
    probes["unknown names"] = script("filled", "{a}", {"a": 1, "c": 2}, {"d": 3}, [{"e": 4}])
    probes["who comes first"] = script("filled", "{a} {b} {text}", {"a": "value"}, {"a": "default", "b": "default", "text": "default"}, [{"a": "stage", "b": "first stage"}, {"b": "second stage"}])
    probes["order of names"] = script("names", "{text} {b} {_x} {a} {Name} {b}", {"Name": 1, "_x": 2})
    probes["order of names, a part with a default"] = script("summed", [("{a} {b} ", {"a": 1}, []), ("{text} {a}", None, [])], {"a": 1, "b": 2, "text": 3})
    probes["parts and stages"] = script("summed", [("{a} ", None, [{"a": 1}]), ("{a}{b}", {"b": "{{"}, []), (" {text}", None, [])], {"text": "t"}, [{"a": 5}])
    probes["stays as it is"] = script("untouched", "{a} {b} {text}", {"b": "default", "Name": 1}, {"a": 1, "text": 2}, "{a}{{")
    probes |= {f"not a template {i}": script("names", bad) for i, bad in enumerate(BAD)}
    for i in range(8):
        probes[f"random {i}"] = script("filled", text(), full | values(0.7), values(0.3), [values(0.3) for _ in range(rng.integers(0, 3))])
    for i in range(4):
        probes[f"random sum {i}"] = script("summed", [part() for _ in range(rng.integers(2, 4))], full | values(0.3), [values(0.2)])
    for i in range(4):
        probes[f"escape {i}"] = script("escaped", "".join(str(VALUES[int(k)]) for k in rng.integers(0, len(VALUES), 3)), "{a} {{", {"a": "{{}}"})
    probes["large"] = script("filled", "".join(f"{{a}} line {i} {{{{{{b}}}}}}\n" for i in range(60)), {"a": "{b}", "b": "}}"})
    return probes


@each()
def names(got, ideal, probe):
    """The names in `required` and `optional` are those of the text, in its order, each once."""
    if "before" in got:
        return names.run(got["before"], ideal["before"], probe)
    return close(got["required"], ideal["required"], path="required") or close(got["optional"], ideal["optional"], path="optional")


@each()
def texts(got, ideal, probe):
    """The filled text is the template's own text with the values in the holes, character for character."""
    return close(got.get("text"), ideal.get("text"), path="text")


@each("stays")
def stays(got, ideal, probe):
    """A template that was filled, partially filled and added to says and gives what it did before."""
    return None if close(got["after"], got["before"]) is None and close(got, ideal) is None else Miss(f"Before: {got['before']}. After: {got['after']}.")
