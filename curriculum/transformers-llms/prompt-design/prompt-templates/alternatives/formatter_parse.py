"""string.Formatter cuts; one flat list of literals and holes, each hole with its own value"""

from string import Formatter

MISSING = object()


def escape(text):
    return "".join(c * 2 if c in "{}" else c for c in text)


class PromptTemplate:
    def __init__(self, text, defaults=None):
        defaults = defaults or {}
        self.pieces = []
        for literal, field, spec, conversion in Formatter().parse(text):
            self.pieces.append(literal)
            if field is not None:
                if not (field.isascii() and field.isidentifier()) or spec or conversion or field + ":" in text and "{" + field + ":}" in text:
                    raise ValueError(f"bad hole {field!r}")
                self.pieces.append((field, defaults.get(field, MISSING)))

    def _copy(self, pieces):
        new = object.__new__(PromptTemplate)
        new.pieces = pieces
        return new

    def _names(self):
        return tuple({p[0]: 1 for p in self.pieces if isinstance(p, tuple)})

    @property
    def required(self):
        open_ = {p[0] for p in self.pieces if isinstance(p, tuple) and p[1] is MISSING}
        return tuple(n for n in self._names() if n in open_)

    @property
    def optional(self):
        return tuple(n for n in self._names() if n not in self.required)

    def partial(self, **values):
        return self._copy([(p[0], values.get(p[0], p[1])) if isinstance(p, tuple) else p for p in self.pieces])

    def __add__(self, other):
        return self._copy([*self.pieces, *other.pieces])

    def format(self, **values):
        filled = self.partial(**values)
        if filled.required:
            raise KeyError(", ".join(filled.required))
        return "".join(p if isinstance(p, str) else str(p[1]) for p in filled.pieces)
