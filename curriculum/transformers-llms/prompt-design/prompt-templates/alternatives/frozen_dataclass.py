"""Frozen dataclass over split text, with ChainMap for the order of values"""

import re
from collections import ChainMap
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Piece:
    literal: str
    name: str = ""
    scope: ChainMap = field(default_factory=ChainMap)


class PromptTemplate:
    def __init__(self, text, defaults=None):
        scope = ChainMap(dict(defaults or {}))
        pieces = []
        for token in re.split(r"(\{\{|\}\}|\{[a-zA-Z_][a-zA-Z0-9_]*\})", text):
            if token in ("{{", "}}"):
                pieces.append(Piece(token[0]))
            elif token.startswith("{") and token.endswith("}") and len(token) > 2 and token[1:-1].isidentifier() and token.isascii():
                pieces.append(Piece("", token[1:-1], scope))
            elif "{" in token or "}" in token:
                raise ValueError(token)
            else:
                pieces.append(Piece(token))
        self.pieces = tuple(pieces)

    def with_pieces(self, pieces):
        new = PromptTemplate("")
        new.pieces = tuple(pieces)
        return new

    def _names(self):
        return dict.fromkeys(p.name for p in self.pieces if p.name)

    @property
    def required(self):
        return [n for n in self._names() if any(p.name == n and n not in p.scope for p in self.pieces)]

    @property
    def optional(self):
        return [n for n in self._names() if n not in self.required]

    def partial(self, **values):
        return self.with_pieces(Piece(p.literal, p.name, p.scope.new_child(values)) for p in self.pieces)

    def __add__(self, other):
        return self.with_pieces(self.pieces + other.pieces)

    def format(self, **values):
        return "".join(p.literal + (str(p.scope.new_child(values)[p.name]) if p.name else "") for p in self.pieces)


def escape(text):
    return text.translate({ord("{"): "{{", ord("}"): "}}"})
