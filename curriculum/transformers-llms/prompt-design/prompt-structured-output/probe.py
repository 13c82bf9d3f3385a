"""A scripted chat model with planted faults, and the log of what it was told."""

import copy
import json

import answer

WRAPS = {
    "bare": "%s",
    "fence": "Here you are:\n```json\n%s\n```\nAnything else?",
    "braces before": "I put {name} and {1} where you wanted them: %s Done.",
    "braces behind": "%s\nNote: {curly} braces } are never left open {",
    "two objects": "%s\nOr, shorter: {}",
    "double": "{%s}",
}


class LateError(TimeoutError, ValueError):
    """Also a ValueError, as a client's errors are: who takes every ValueError for a faulty reply takes this one too."""


class Stub:
    """Sends `right` with its faults; a fault goes once the last message names it. `silent` replies hold no object before it begins."""

    def __init__(self, right, faults, wraps, silent=0, fails_at=0):
        self.right, self.faults, self.wraps, self.silent, self.fails_at = right, dict(faults), list(wraps), silent, fails_at
        self.log, self.replies, self.named = [], [], []

    def __call__(self, messages):
        self.log.append(copy.deepcopy(list(messages)))
        call = len(self.log)
        if call > 12:
            raise RuntimeError("the model was called more than twelve times")
        if call == self.fails_at:
            raise LateError("the model did not answer")
        said = str(messages[-1]["content"])
        if call > 1:
            for name in [name for name in self.faults if name in said]:
                del self.faults[name]
        if self.silent and (call == 1 or "json" not in said.lower()):
            reply, named = "I am sorry, here is the product: {not, json}", ["json"]
        elif self.silent > 1:
            self.silent -= 1
            reply, named = "Certainly, in JSON it is a kettle {NaN}.", ["json"]
        else:
            value = copy.deepcopy(self.right)
            for field, wrong in self.faults.values():
                if wrong is None:
                    value.pop(field, None)
                else:
                    value[field] = wrong
            reply, named = self.wraps[(call - 1) % len(self.wraps)].replace("%s", json.dumps(value)), [n.lower() for n in self.faults]
        self.replies.append(reply)
        self.named.append(named)
        return reply


def asked(right, faults, wraps, schema, repairs, silent=0, fails_at=0):
    """What ask returns or raises, how often it calls, and what the model was told."""
    model = Stub(right, faults, [WRAPS[w] for w in wraps], silent, fails_at)
    found = {"value": None, "raised": ""}
    try:
        found["value"] = answer.ask(model, "Describe the kettle as JSON.", schema, repairs)
    except NotImplementedError:
        raise
    except Exception as e:
        found["raised"] = next((c.__name__ for c in (TimeoutError, RuntimeError) if isinstance(e, c)), type(e).__name__)
    found["calls"] = len(model.log)
    found["roles"] = [" ".join(m["role"] for m in messages) for messages in model.log]
    found["own replies"] = [[m["content"] for m in messages if m["role"] == "assistant"] == model.replies[: len(messages) // 2] for messages in model.log]
    told = zip(model.named, model.log[1:])
    found["faults told"] = [all(n in str(messages[-1]["content"]).lower() for n in named) for named, messages in told]
    found["prompt first"] = all(messages[0]["content"] == "Describe the kettle as JSON." for messages in model.log)
    return found


def faults(value, schema):
    """What validate finds, sorted."""
    found = answer.validate(value, schema)
    if not isinstance(found, (list, tuple, set)):
        raise TypeError(f"validate returned a {type(found).__name__}, expected a list of texts")
    return "\n".join(sorted(str(f) for f in found))
