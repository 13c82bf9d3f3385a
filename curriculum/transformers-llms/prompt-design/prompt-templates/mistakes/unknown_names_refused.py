"""Names that the template does not have are refused

You raise an error for a name that the template does not have. One shared set of values for several templates is the usual case; the task says that
such names are ignored.
"""

import re

HOLE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def escape(text):
    return text.replace("{", "{{").replace("}", "}}")


def cut(text):
    pieces = []
    last = 0
    for m in HOLE.finditer(text):
        pieces.append(["text", text[last : m.start()]])
        last = m.end()
        if m.group() == "{{" or m.group() == "}}":
            pieces.append(["text", m.group()[0]])
        elif m.group(1) is not None and NAME.fullmatch(m.group(1)):
            pieces.append(["hole", m.group(1)])
        else:
            raise ValueError("stray brace")
    pieces.append(["text", text[last:]])
    return pieces


class PromptTemplate:
    def __init__(self, text, defaults=None):
        known = {}
        known.update(defaults or {})
        self.parts = [[cut(text), known]]

    @property
    def required(self):
        bare = {name for pieces, known in self.parts for kind, name in pieces if kind == "hole" and name not in known}
        names = []
        for pieces, _ in self.parts:
            for kind, name in pieces:
                if kind == "hole" and name in bare and name not in names:
                    names.append(name)
        return names

    @property
    def optional(self):
        names = []
        needed = self.required
        for pieces, known in self.parts:
            for kind, name in pieces:
                if kind == "hole" and name not in needed and name not in names:
                    names.append(name)
        return names

    def partial(self, **values):
        new = PromptTemplate("")
        new.parts = [[pieces, {**known, **values}] for pieces, known in self.parts]
        return new

    def __add__(self, other):
        new = PromptTemplate("")
        new.parts = self.parts + other.parts
        return new

    def format(self, **values):
        result = ""
        if set(values) - set(self.required) - set(self.optional):
            raise KeyError("unknown name")
        for pieces, known in self.parts:
            every = {**known, **values}
            for kind, content in pieces:
                if kind == "text":
                    result += content
                else:
                    result += self.put(every, content)
        return result

    def put(self, every, name):
        return str(every[name])
