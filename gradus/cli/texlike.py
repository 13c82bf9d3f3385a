"""Lessons for a terminal: TeX turned into what letters can show, the rest of the Markdown left as it is."""

from __future__ import annotations

import re

from gradus.content.lessontext import prose

_WORDS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "eta": "η", "theta": "θ", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "cdot": "·", "times": "×", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "equiv": "≡", "sim": "~",
    "in": "∈", "notin": "∉", "subset": "⊂", "cup": "∪", "cap": "∩", "sum": "Σ", "prod": "∏", "int": "∫", "partial": "∂", "nabla": "∇",
    "infty": "∞", "to": "→", "rightarrow": "→", "Rightarrow": "⇒", "mapsto": "↦", "pm": "±", "odot": "⊙", "oplus": "⊕", "otimes": "⊗",
    "top": "ᵀ", "ldots": "…", "dots": "…", "cdots": "…", "vdots": "⋮", "ddots": "⋱", "quad": "  ", "qquad": "    ", "mid": "|", "lVert": "‖",
    "rVert": "‖", "Vert": "‖", "lvert": "|", "rvert": "|", "langle": "⟨", "rangle": "⟩", "forall": "∀", "exists": "∃", "perp": "⊥",
    "left": "", "right": "", "big": "", "Big": "", "bigl": "", "bigr": "", "Bigl": "", "Bigr": "", "bigg": "", "Bigg": "", "biggl": "", "biggr": "", "displaystyle": "", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
}  # fmt: skip
_UP = str.maketrans("0123456789+-=()nijkT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱʲᵏᵀ")
_DOWN = str.maketrans("0123456789+-=()aeijkmnoprstux", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢⱼₖₘₙₒₚᵣₛₜᵤₓ")
_FORMULA = re.compile(r"\$\$(.*?)\$\$|\$((?:(?!\n\s*\n)[^$])*)\$", re.DOTALL)


def readable(markdown: str) -> str:
    """The text with every formula outside code made readable."""
    out, end = [], 0
    for m in _FORMULA.finditer(prose(markdown)):
        display = m[1] is not None
        text = tex(markdown[m.start() + (2 if display else 1) : m.end() - (2 if display else 1)])
        out += [markdown[end : m.start()], f"\n\n{_block(text)}\n\n" if display else _escaped(text)]
        end = m.end()
    return "".join([*out, markdown[end:]]).replace("\\$", "$")


def tex(text: str) -> str:
    """One formula as plain text; what it does not know stays as TeX."""
    text = " ".join(text.split())
    for pattern, into in (
        (r"\\begin\{[a-z]*matrix\}(.*?)\\end\{[a-z]*matrix\}", lambda m: "[" + m[1].replace("\\\\", "; ").replace("&", " ") + "]"),
        (r"\\(?:begin|end)\{\w+\*?\}", lambda m: " "),
        (r"\\(?:text|mathrm|operatorname|mathbf|boldsymbol|mathit|mathcal|textbf)\*?\{([^{}]*)\}", lambda m: m[1]),
        (r"\\mathbb\{(\w)\}", lambda m: {"R": "ℝ", "N": "ℕ", "Z": "ℤ", "C": "ℂ", "Q": "ℚ"}.get(m[1], m[1])),
        (r"\\(?:hat|widehat)\{?(\w)\}?", lambda m: m[1] + "\u0302"),
        (r"\\bar\{?(\w)\}?", lambda m: m[1] + "\u0304"),
        (r"\\[td]?frac\s*(\d)\s*(\d)", lambda m: f"{m[1]}/{m[2]}"),
    ):
        text = re.sub(pattern, into, text)
    for _ in range(4):  # from the inside out
        text = re.sub(r"\\[td]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", lambda m: f"{_grouped(m[1])}/{_grouped(m[2])}", text)
        text = re.sub(r"\\sqrt\s*\{([^{}]*)\}", lambda m: f"√{_grouped(m[1])}", text)
        text = re.sub(r"([\^_])\{([^{}]*)\}", lambda m: _raised(m[1], m[2]), text)
    text = re.sub(r"\\([A-Za-z]+)", lambda m: _WORDS.get(m[1], m[1] if m[1] in _NAMES else m[0]), text)
    text = re.sub(r"([\^_])(\w|[∗*ᵀ])", lambda m: _raised(m[1], m[2]), text)
    return (
        re.sub(r"\\\|", "‖", re.sub(r"\\\\", "; ", text))
        .replace("\\{", "{")
        .replace("\\}", "}")
        .replace("\\,", " ")
        .replace("\\;", " ")
        .strip()
    )


_NAMES = {"sin", "cos", "tan", "exp", "log", "ln", "max", "min", "arg", "det", "lim", "tanh", "sup", "inf", "Pr", "deg", "dim", "ker"}


def _grouped(text: str) -> str:
    text = text.strip()
    return text if re.fullmatch(r"[\w.√²³ᵢⱼₖₙ]+", text) else f"({text})"


def _raised(sign: str, text: str) -> str:
    table = _UP if sign == "^" else _DOWN
    plain = text.replace("\\top", "T").replace("\\intercal", "T").strip()
    if plain and all(ord(c) in table for c in plain):
        return plain.translate(table)
    return f"{sign}{plain}" if len(plain) <= 1 else f"{sign}({plain})"


def _escaped(text: str) -> str:
    """Not to be read as emphasis."""
    return re.sub(r"([*_`])", r"\\\1", text)


def _block(text: str) -> str:
    return "    " + text
