"""A template is a list of parts; each part has its own pieces and its own known values."""

import re

_MARK = re.compile(r"\{\{|\}\}|\{([A-Za-z_][A-Za-z0-9_]*)\}|[{}]")


def escape(text):
    """Every brace twice."""
    return re.sub(r"([{}])", r"\1\1", text)


def _read(text):
    """Pairs (literal text, name of the hole behind it or None)."""
    pieces, end = [], 0
    for mark in _MARK.finditer(text):
        if mark[0] in ("{", "}"):
            raise ValueError(f"the brace at {mark.start()} is neither part of a hole nor doubled")
        literal = "" if mark[1] else mark[0][:1]
        pieces.append((text[end : mark.start()] + literal, mark[1]))
        end = mark.end()
    return [*pieces, (text[end:], None)]


class PromptTemplate:
    """A text with holes, read once."""

    def __init__(self, text, defaults=None):
        self._parts = [(_read(text), dict(defaults or {}))]

    @classmethod
    def _of(cls, parts):
        made = cls("")
        made._parts = parts
        return made

    @property
    def required(self):
        """Names with a hole that has no value yet, by their first place of all, filled there or not."""
        open_ = {n for pieces, known in self._parts for _, n in pieces if n not in known}
        return list(dict.fromkeys(n for pieces, _ in self._parts for _, n in pieces if n and n in open_))

    @property
    def optional(self):
        """All other names."""
        required = self.required
        return list(dict.fromkeys(n for pieces, _ in self._parts for _, n in pieces if n and n not in required))

    def partial(self, **values):
        """A new template that knows these values."""
        return self._of([(pieces, known | values) for pieces, known in self._parts])

    def __add__(self, other):
        return self._of(self._parts + other._parts)

    def format(self, **values):
        """The text, each hole filled."""
        filled = ""
        for pieces, known in self._parts:
            chosen = known | values
            for literal, name in pieces:
                filled += literal
                if name:
                    filled += str(chosen[name])
        return filled
