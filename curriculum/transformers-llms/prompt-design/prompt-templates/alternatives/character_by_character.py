"""A scanner that goes character by character; attributes computed when made"""

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"


def escape(text):
    return text.replace("{", "{{").replace("}", "}}")


class PromptTemplate:
    def __init__(self, text, defaults=None, _parts=None):
        self.parts = _parts if _parts is not None else [(self.scan(text), dict(defaults or {}))]
        seen = []
        bare = set()
        for pieces, known in self.parts:
            for is_hole, content in pieces:
                if is_hole:
                    if content not in seen:
                        seen.append(content)
                    if content not in known:
                        bare.add(content)
        self.required = [n for n in seen if n in bare]
        self.optional = [n for n in seen if n not in bare]

    @staticmethod
    def scan(text):
        pieces, i = [], 0
        while i < len(text):
            c = text[i]
            if c in "{}" and text[i + 1 : i + 2] == c:
                pieces.append((False, c))
                i += 2
            elif c == "{":
                j = text.find("}", i)
                name = text[i + 1 : j]
                if j < 0 or not name or name[0] not in LETTERS or any(x not in LETTERS + "0123456789" for x in name):
                    raise ValueError("not a name: " + name)
                pieces.append((True, name))
                i = j + 1
            elif c == "}":
                raise ValueError("stray brace")
            else:
                pieces.append((False, c))
                i += 1
        return pieces

    def partial(self, **values):
        return PromptTemplate("", None, [(p, {**k, **values}) for p, k in self.parts])

    def __add__(self, other):
        return PromptTemplate("", None, [*self.parts, *other.parts])

    def format(self, **values):
        lines = []
        for pieces, known in self.parts:
            for is_hole, content in pieces:
                if not is_hole:
                    lines.append(content)
                elif content in values:
                    lines.append(str(values[content]))
                else:
                    lines.append(str(known[content]))
        return "".join(lines)
