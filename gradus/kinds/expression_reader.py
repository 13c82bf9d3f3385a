"""A small, safe reader of mathematical expressions: text to a tree.

It never evaluates text as Python and never hands text to SymPy.  Length, brackets and digits are capped, so that nothing typed can
take long.  Where a text can honestly be read in two ways (`1/2x`, `e^2x`, `sin 2x`) it is refused with a sentence, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from gradus.kinds.expression import Binary, Call, Minus, Name, Node, Number

LONGEST = 400  # characters
DEEPEST = 40  # brackets, signs and powers inside one another
MOST = 250  # tokens
DIGITS = 20  # of one number
FUNCTIONS = ("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "log", "ln", "sqrt", "abs")
SAME_FUNCTION = {"arcsin": "asin", "arccos": "acos", "arctan": "atan", "ln": "log"}
CONSTANTS = ("pi", "e")


class Unreadable(Exception):
    """What was typed cannot be read; the sentence is for the learner, `at` counts characters from 1."""

    def __init__(self, say: str, at: int | None = None) -> None:
        super().__init__(say)
        self.say = say
        self.at = at


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: kind is number, name, function or the sign itself; `end` ends with the text at "end"."""

    kind: str
    text: str
    start: int
    end: int
    raised: bool = False  # part of a superscript


_SIGNS = str.maketrans(
    {"−": "-", "–": "-", "·": "*", "×": "*", "⋅": "*", "∗": "*", "÷": "/", "∕": "/", "π": " pi ", "√": " sqrt", "\u00a0": " "}
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBER = re.compile(r"(\d+\.?\d*|\.\d+)", re.ASCII)
_WORD = re.compile(r"[^\W\d_](?:(?![⁰¹²³⁴⁵⁶⁷⁸⁹])\w)*")
_REFUSED = {
    "=": "Write the expression alone, without an equals sign.",
    "|": "Write abs(x) for the absolute value.",
    "[": "Use round brackets.", "]": "Use round brackets.", "{": "Use round brackets.", "}": "Use round brackets.",
    ",": "Write decimals with a point, and functions with one value in their brackets.",
    "'": "Write the finished expression, without a prime.",
    "!": "Factorials are not read here.",
    "%": "A percent sign has no place in an expression.",
    "\\": "Write plain text, as in sqrt(x) or x/2, not TeX.",
}  # fmt: skip


@lru_cache(maxsize=2048)
def parse(text: str, names: tuple[str, ...] = ()) -> Node:
    """The tree of `text`, in which only `names`, the functions and the constants may stand; else Unreadable."""
    if len(text) > LONGEST:
        raise Unreadable(f"It is {len(text)} characters long; at most {LONGEST} are read.")
    tokens = _tokens(text.translate(_SIGNS), names)
    if len(tokens) > MOST:
        raise Unreadable(f"It has more than {MOST} numbers, names and signs.")
    return _Parser(tokens, names).whole()


def _tokens(text: str, names: tuple[str, ...]) -> list[Token]:
    found: list[Token] = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif text.startswith("**", i):
            found.append(Token("^", "**", i, i + 2))
            i += 2
        elif c in "+-*/^()":
            found.append(Token(c, c, i, i + 1))
            i += 1
        elif c in "⁰¹²³⁴⁵⁶⁷⁸⁹":
            j = i + len(text[i:]) - len(text[i:].lstrip("⁰¹²³⁴⁵⁶⁷⁸⁹"))
            found += [Token("^", "^", i, i, True), Token("number", text[i:j].translate(_RAISED), i, j, True)]
            i = j
        elif m := _NUMBER.match(text, i):
            found.append(_literal(text, m))
            i = m.end()
        elif m := _WORD.match(text, i):
            found += _words(m.group(), i, names)
            i = m.end()
        else:
            raise Unreadable(_REFUSED.get(c, f"The character {c!a} is not read here."), i + 1)
        if len(found) > MOST:
            break
    return [*found, Token("end", "", len(text), len(text))]


def _literal(text: str, m: re.Match[str]) -> Token:
    if sum(c.isdigit() for c in m.group()) > DIGITS:
        raise Unreadable(f"A number has more than {DIGITS} digits.", m.start() + 1)
    if re.compile(r"[eE][+-]?\d").match(text, m.end()):
        shown = text[m.start() : m.end() + 2]
        raise Unreadable(f"`{shown}` can be read as a power of ten or with Euler's e; write 10^… or put a * before e.", m.start() + 1)
    return Token("number", m.group(), m.start(), m.end())


def _words(word: str, at: int, names: tuple[str, ...]) -> list[Token]:
    """One word, or several names and a function written without space between them (`xy`, `xsin`)."""
    if token := _word(word, at, names):
        return [token]
    known = sorted({*names, *FUNCTIONS, *SAME_FUNCTION, "pi"}, key=len, reverse=True)
    parts: list[Token] = []
    rest, i = word, at
    while rest:
        part = next((k for k in known if rest.startswith(k)), None)
        if part is None or (len(part) < len(rest) and part in (*FUNCTIONS, *SAME_FUNCTION) and part not in names):
            raise Unreadable(_unknown(word, names), at + 1)
        token = _word(part, i, names)
        assert token is not None
        parts.append(token)
        rest, i = rest[len(part) :], i + len(part)
    return parts


def _word(word: str, at: int, names: tuple[str, ...]) -> Token | None:
    if word in names or word in CONSTANTS:
        return Token("name", word, at, at + len(word))
    if word in FUNCTIONS or word in SAME_FUNCTION:
        return Token("function", SAME_FUNCTION.get(word, word), at, at + len(word))
    return None


def _unknown(word: str, names: tuple[str, ...]) -> str:
    shown = word[:20] + ("…" if len(word) > 20 else "")
    if word.lower() in (*FUNCTIONS, *SAME_FUNCTION):
        return f"Write {word.lower()} in small letters."
    if word.swapcase() in names:
        return f"`{shown}` and `{word.swapcase()}` are two names; write `{word.swapcase()}`."
    if re.fullmatch(r"[^\W\d_]\d+", word) and word[0] in (*names, *CONSTANTS):
        return f"`{shown}` can be read in two ways: write {word[0]}^{word[1:4]} or {word[1:4]}*{word[0]}."
    if glued := next((f for f in (*FUNCTIONS, *SAME_FUNCTION) if word.startswith(f) and len(word) <= len(f) + 2), None):
        return f"`{shown}`: put the value of {glued} in brackets: {glued}(…)."
    allowed = f"the names are {', '.join((*names, 'pi', 'e'))}" if names else "only numbers, pi and e are read here"
    return f"`{shown}` is not known here; {allowed}, and between two names stands a *."


class _Parser:
    """Precedence climbing (Pratt): + - bind loosest, then * / and nothing at all, then a sign in front, then ^ from the right."""

    def __init__(self, tokens: list[Token], names: tuple[str, ...]) -> None:
        self.tokens = tokens
        self.names = names
        self.i = 0
        self.depth = 0

    def whole(self) -> Node:
        if self.next.kind == "end":
            raise Unreadable("There is nothing to read.")
        tree = self.binding(0)
        if self.next.kind != "end":
            raise self.error("This bracket closes nothing." if self.next.kind == ")" else "This was not expected here.")
        return tree

    @property
    def next(self) -> Token:
        return self.tokens[self.i]

    def take(self) -> Token:
        self.i += 1
        return self.tokens[self.i - 1]

    def error(self, say: str) -> Unreadable:
        where = self.next.start + 1
        return Unreadable(f"{say} (character {where})" if self.next.kind != "end" else f"{say} (at the end)", where)

    def binding(self, loosest: int) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unreadable(f"More than {DEEPEST} brackets, signs or powers stand inside one another.")
        left = self.operand()
        divided = False
        while True:
            kind = self.next.kind
            if kind in "+-" and loosest < 10:
                self.take()
                left, divided = Binary(kind, left, self.binding(10)), False
            elif kind in "*/" and loosest < 20:
                self.take()
                left, divided = Binary(kind, left, self.binding(20)), kind == "/"
            elif kind == "^" and loosest <= 30:
                left = self.power(left)
            elif kind in ("number", "name", "function", "(") and loosest < 20:
                if divided:
                    raise self.error("After a division this can be read in two ways: write a/b*c or a/(b*c).")
                if kind == "number":
                    raise self.error("Write a * before this number.")
                left = Binary("*", left, self.binding(20))
            else:
                self.depth -= 1
                return left

    def operand(self) -> Node:
        token = self.next
        match token.kind:
            case "number":
                self.take()
                return Number(Fraction(token.text))
            case "name":
                self.take()
                return Name(token.text, token.text not in self.names)
            case "-":
                self.take()
                return Minus(self.binding(25))
            case "+":
                self.take()
                return self.binding(25)
            case "(":
                return self.bracket()
            case "function":
                return self.call()
            case "end":
                raise self.error("Something is missing.")
            case _:
                raise self.error(f"A number, a name or a bracket was expected before `{token.text}`.")

    def bracket(self) -> Node:
        self.take()
        if self.next.kind == ")":
            raise self.error("The brackets are empty.")
        inside = self.binding(0)
        if self.next.kind != ")":
            raise self.error("A closing bracket is missing.")
        self.take()
        return inside

    def call(self) -> Node:
        name = self.take().text
        exponent: Node | None = None
        if self.next.kind == "^":  # sin^2(x)
            self.take()
            if self.next.kind != "number":
                raise self.error(f"Write the power behind the brackets: {name}(…)^….")
            exponent = Number(Fraction(self.take().text))
        if self.next.kind != "(":
            raise self.error(f"Put the value of {name} in brackets: {name}(…).")
        called = Call(name, self.bracket())
        return called if exponent is None else Binary("^", called, exponent)

    def power(self, base: Node) -> Node:
        raised = self.take().raised
        first, at = self.next, self.i
        signed = first.kind == "-"
        exponent = Number(Fraction(self.take().text)) if raised else self.binding(29)
        last = self.tokens[self.i - 1]
        alone = self.i - at == (2 if signed else 1)
        if alone and not raised and last.kind in ("number", "name"):
            if self.next.kind == "name" and self.next.start == last.end:
                raise self.error("This can be read in two ways: put the whole exponent in brackets, or a * behind it.")
            if last.text == "1" and self.next.kind == "/":
                raise self.error("Put a fraction in the exponent in brackets: x^(1/2).")
        return Binary("^", base, exponent)
