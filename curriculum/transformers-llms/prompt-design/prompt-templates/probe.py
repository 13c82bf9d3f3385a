"""Makes templates of the answer, fills them in stages, and looks at what they say of themselves."""

import answer


def _made(text, defaults, stages):
    template = answer.PromptTemplate(text) if defaults is None else answer.PromptTemplate(text, defaults)
    for values in stages:
        template = template.partial(**values)
    return template


def _names(found):
    found = found() if callable(found) else found
    if not isinstance(found, (list, tuple)):
        raise TypeError(f"the names are a {type(found).__name__}, expected a list or tuple in the order of the text")
    return list(found)


def _told(template, values):
    return {"required": _names(template.required), "optional": _names(template.optional), "text": template.format(**values)}


def filled(text, values, defaults=None, stages=()):
    """One template, made, filled in stages, then filled."""
    return _told(_made(text, defaults, stages), values)


def names(text, defaults=None, stages=()):
    """What a template says of itself."""
    template = _made(text, defaults, stages)
    return {"required": _names(template.required), "optional": _names(template.optional)}


def summed(parts, values, then=()):
    """Several templates (text, defaults, stages) behind one another; `then` fills the sum partially."""
    templates = [_made(*part) for part in parts]
    whole = templates[0]
    for template in templates[1:]:
        whole = whole + template
    for more in then:
        whole = whole.partial(**more)
    return _told(whole, values)


def untouched(text, defaults, values, other):
    """Uses a template in every way, then asks it again; its dictionary of defaults is emptied on the way."""
    template = answer.PromptTemplate(text, defaults)
    behind = answer.PromptTemplate(other)
    before = _told(template, values)
    template.partial(**{name: "changed" for name in values})
    template + behind
    (template + behind).partial(**{name: "changed too" for name in values})
    defaults.clear()
    return {"before": before, "after": _told(template, values), "behind": names(other)}


def escaped(text, around, values):
    """A template that holds escaped text between two pieces of its own."""
    return _told(answer.PromptTemplate(around + answer.escape(text) + around), values)
