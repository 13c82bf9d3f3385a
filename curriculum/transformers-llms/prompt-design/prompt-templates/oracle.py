"""string.Formatter cuts the text, and filling goes through str.format with every value behind a name of its own."""

import string


def escape(text):
    return text.replace("{", "{" * 2).replace("}", "}" * 2)


class PromptTemplate:
    def __init__(self, text, defaults=None):
        for _, field, spec, conversion in string.Formatter().parse(text):
            if field is None:
                continue
            if not (field.isascii() and field.isidentifier()) or spec or conversion:
                raise ValueError(field)
            if "{" + field + "}" not in text:
                raise ValueError(field)
        self.rows = [(text, dict(defaults or {}))]

    def names(self):
        found = []
        for i, (text, _) in enumerate(self.rows):
            found += [(i, f) for _, f, _, _ in string.Formatter().parse(text) if f]
        return found

    @property
    def required(self):
        bare = [name for i, name in self.names() if name not in self.rows[i][1]]
        every = [name for _, name in self.names()]
        return sorted(set(bare), key=every.index)

    @property
    def optional(self):
        out = []
        for _, name in self.names():
            if name not in self.required and name not in out:
                out.append(name)
        return out

    def partial(self, **values):
        new = PromptTemplate("")
        new.rows = [(text, {**known, **values}) for text, known in self.rows]
        return new

    def __add__(self, other):
        new = PromptTemplate("")
        new.rows = [*self.rows, *other.rows]
        return new

    def format(self, **values):
        return "".join(text.format_map({**known, **values}) for text, known in self.rows)
