"""Lessons for a terminal: TeX turned into what letters can show, the rest of the Markdown left as it is."""

from __future__ import annotations

import re
from collections.abc import Callable

from gradus.content.lessontext import prose

_WORDS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "eta": "η", "theta": "θ", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "cdot": "·", "times": "×", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "equiv": "≡", "sim": "~",
    "in": "∈", "notin": "∉", "subset": "⊂", "cup": "∪", "cap": "∩", "sum": "Σ", "prod": "∏", "int": "∫", "partial": "∂", "nabla": "∇",
    "infty": "∞", "leftarrow": "←", "gets": "←", "ell": "ℓ", "circ": "∘", "ast": "*", "star": "*", "propto": "∝", "cong": "≅", "land": "∧", "lor": "∨", "neg": "¬", "iff": "⇔", "implies": "⇒", "to": "→", "rightarrow": "→", "Rightarrow": "⇒", "mapsto": "↦", "pm": "±", "odot": "⊙", "oplus": "⊕", "otimes": "⊗",
    "top": "ᵀ", "ldots": "…", "dots": "…", "cdots": "…", "vdots": "⋮", "ddots": "⋱", "quad": "  ", "qquad": "    ", "mid": "|", "lVert": "‖",
    "rVert": "‖", "Vert": "‖", "lvert": "|", "rvert": "|", "langle": "⟨", "rangle": "⟩", "forall": "∀", "exists": "∃", "perp": "⊥",
    "left": "", "right": "", "big": "", "Big": "", "bigl": "", "bigr": "", "Bigl": "", "Bigr": "", "bigg": "", "Bigg": "", "biggl": "", "biggr": "", "displaystyle": "", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
}  # fmt: skip
_UP = str.maketrans("0123456789+-=()nijkT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱʲᵏᵀ")
_DOWN = str.maketrans("0123456789+-=()aeijkmnoprstux", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₖₘₙₒₚᵣₛₜᵤₓ")
_FIGURE = re.compile(r"^:::[ \t]*explorable[ \t]+([a-z0-9-]+)[ \t]*\n([^\n]*)\n:::[ \t]*$", re.MULTILINE)
_FORMULA = re.compile(r"\$\$(.*?)\$\$|\$((?:(?!\n\s*\n)[^$])*)\$", re.DOTALL)


def readable(markdown: str) -> str:
    """Markdown with every formula outside code made readable, and a figure as its caption with where to see it."""
    markdown = _FIGURE.sub(r"> Figure: \2 (In the browser: `gradus up`, then /figures/\1.)\n", markdown)
    out, end = [], 0
    for m in _FORMULA.finditer(prose(markdown)):
        display = m[1] is not None
        text = tex(markdown[m.start() + (2 if display else 1) : m.end() - (2 if display else 1)])
        out += [markdown[end : m.start()], f"\n\n{_block(text)}\n\n" if display else _escaped(text)]
        end = m.end()
    return "".join([*out, markdown[end:]]).replace("\\$", "$")


def tex(text: str) -> str:
    """One formula as plain text; what it does not know stays as TeX."""
    text = re.sub(r"(\\[A-Za-z]+)(?=\\)", r"\1 ", " ".join(text.split()))
    for pattern, into in _FIRST:
        text = re.sub(pattern, into, text)
    for _ in range(4):  # from the inside out
        for pattern, into in _NESTED:
            text = re.sub(pattern, into, text)
    text = re.sub(r"\\([A-Za-z]+)", lambda m: _WORDS.get(m[1], m[1] if m[1] in _NAMES else m[0]), text)
    text = re.sub(r"([\^_])(\w|[*ᵀ])", lambda m: _raised(m[1], m[2]), text)
    for tex_, plain in ((r"\\", "; "), (r"\|", "‖"), (r"\{", "{"), (r"\}", "}"), (r"\%", "%"), (r"\!", "")):
        text = text.replace(tex_, plain)
    return re.sub(r"(‖|\|) (?=\w)", r"\1", re.sub(r"\\[,;: ]", " ", text)).strip()


_ONE = r"\s*(?:\{([^{}]*)\}|(\w))"  # an argument: a group or a single letter
_FIRST: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"\\begin\{[a-z]*matrix\}(.*?)\\end\{[a-z]*matrix\}", lambda m: "[" + m[1].replace("\\\\", "; ").replace("&", " ") + "]"),
    (r"\\(?:begin|end)\{\w+\*?\}", lambda m: " "),
    (r"\^\s*(?:\{\s*\\(?:top|intercal|mathsf\s*\{?T\}?)\s*\}|\\(?:top|intercal)(?![A-Za-z])|\\mathsf\s*\{?T\}?)", lambda m: "ᵀ"),
    (r"\\mathbb\s*\{?(\w)\}?", lambda m: {"R": "ℝ", "N": "ℕ", "Z": "ℤ", "C": "ℂ", "Q": "ℚ"}.get(m[1], m[1])),
    (r"\\(?:text|mathrm|operatorname|mathbf|boldsymbol|mathit|mathcal|textbf|mathsf|texttt)\*?\s*\{([^{}]*)\}", lambda m: m[1]),
)
_NESTED: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (rf"\\(?:hat|widehat){_ONE}", lambda m: _topped(m, "\u0302")),
    (rf"\\(?:bar|overline){_ONE}", lambda m: _topped(m, "\u0304")),
    (rf"\\tilde{_ONE}", lambda m: _topped(m, "\u0303")),
    (rf"\\underbrace{_ONE}(?:_\{{[^{{}}]*\}})?", lambda m: m[1] or m[2]),
    (rf"\\[td]?frac{_ONE}{_ONE}", lambda m: f"{_grouped(m[1] or m[2] or '')}/{_grouped(m[3] or m[4] or '')}"),
    (rf"\\sqrt{_ONE}", lambda m: f"√{_grouped(m[1] or m[2] or '')}"),
    (r"([\^_])\{([^{}]*)\}", lambda m: _raised(m[1], m[2])),
)


def _topped(m: re.Match[str], sign: str) -> str:
    inside = (m[1] or m[2] or "").strip()
    return inside + sign if len(inside) == 1 else f"({inside}){sign}"


_NAMES = {
    "sin",
    "cos",
    "tan",
    "exp",
    "log",
    "ln",
    "max",
    "min",
    "arg",
    "det",
    "lim",
    "tanh",
    "sup",
    "inf",
    "Pr",
    "arccos",
    "arcsin",
    "arctan",
    "sinh",
    "cosh",
    "mod",
    "deg",
    "dim",
    "ker",
}


def _grouped(text: str) -> str:
    text = text.strip()
    return text if re.fullmatch(r"[\w.√²³ᵢⱼₖₙ]+", text) else f"({text})"


def _raised(sign: str, text: str) -> str:
    table = _UP if sign == "^" else _DOWN
    plain = text.strip()
    if plain and all(ord(c) in table for c in plain):
        return plain.translate(table)
    return f"{sign}{plain}" if len(plain) <= 1 else f"{sign}({plain})"


def _escaped(text: str) -> str:
    """Not to be read as emphasis."""
    return re.sub(r"([*_`])", r"\\\1", text)


def _block(text: str) -> str:
    return "    " + text
