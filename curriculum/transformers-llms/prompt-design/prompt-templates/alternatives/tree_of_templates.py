"""A sum is a node that asks both sides; a substitution function fills"""

import re

WHOLE = re.compile(r"(?:[^{}]|\{\{|\}\}|\{[A-Za-z_]\w*\})*", re.ASCII)
EACH = re.compile(r"\{\{|\}\}|\{(\w+)\}", re.ASCII)


def escape(text):
    return re.sub("[{}]", lambda m: m.group() * 2, text)


class PromptTemplate:
    left = right = None

    def __init__(self, text, defaults=None):
        if not WHOLE.fullmatch(text):
            raise ValueError("braces")
        self.text = text
        self.known = {**(defaults or {})}

    def _open_and_closed(self):
        if self.left is not None:
            (a, b), (c, d) = self.left._open_and_closed(), self.right._open_and_closed()
            return a + c, b + d
        names = [m[1] for m in EACH.finditer(self.text) if m[1]]
        return [n for n in names if n not in self.known], names

    @property
    def required(self):
        needed, names = self._open_and_closed()
        return [n for n in dict.fromkeys(names) if n in needed]

    @property
    def optional(self):
        needed, names = self._open_and_closed()
        return [n for n in dict.fromkeys(names) if n not in needed]

    def partial(self, **values):
        if self.left is not None:
            return self.left.partial(**values) + self.right.partial(**values)
        return PromptTemplate(self.text, {**self.known, **values})

    def __add__(self, other):
        new = PromptTemplate("")
        new.left, new.right = self, other
        return new

    def format(self, **values):
        if self.left is not None:
            return self.left.format(**values) + self.right.format(**values)

        def put(m):
            if m[1] is None:
                return m[0][0]
            return str(values[m[1]] if m[1] in values else self.known[m[1]])

        return EACH.sub(put, self.text)
