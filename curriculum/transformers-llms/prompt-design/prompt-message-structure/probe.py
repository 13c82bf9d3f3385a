"""Tokenizers, and what the answer builds and keeps."""

import json

import answer

COUNTERS = {
    "words": lambda text: len(text.split()),
    "pieces": lambda text: sum((len(word) + 3) // 4 for word in text.split()),
}


def _parsed(text):
    try:
        return {"json": json.loads(text)}
    except (TypeError, ValueError):
        return text


def _plain(message):
    """A message with its JSON read, so that blanks and the order of keys do not matter."""
    plain = dict(message)
    plain["content"] = "" if message.get("content") is None else message["content"]
    if message["role"] == "tool":
        plain["content"] = _parsed(message["content"])
    calls = plain.pop("tool_calls", None)
    if calls:
        plain["tool_calls"] = [
            {**call, "arguments": _parsed(call["arguments"]) if isinstance(call["arguments"], str) else f"not a text: {call['arguments']!r}"}
            for call in calls
        ]
    return plain


def built(system, events):
    """The messages that the answer builds."""
    return [_plain(message) for message in answer.build(system, events)]


def costs(messages, counter):
    """The cost of each message."""
    return [answer.cost(message, COUNTERS[counter]) for message in messages]


def kept(messages, limit, counter):
    """The places (from 0) of the messages that the answer keeps, found from the end, as text."""
    found, left = [], len(messages)
    for message in reversed(list(answer.trim(messages, limit, COUNTERS[counter]))):
        left = next((i for i in reversed(range(left)) if messages[i] == message), None)
        if left is None:
            raise ValueError(f"trim returned {message!r}, which is no message of the list at this place")
        found.append(str(left))
    return " ".join(reversed(found))
