"""Markdown to HTML that is safe to put into the page: raw HTML is off, every slot is escaped, links are plain web links.

Formulas stay TeX in `span.math.inline` and `div.math.display`; code is coloured by Pygments classes; `::: note`, `::: why`
and `::: explorable NAME` become an aside, a fold and a figure that the page brings to life.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping, Sequence
from functools import cache, lru_cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from pygments import highlight  # type: ignore[import-untyped]
from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]
from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]
from pygments.util import ClassNotFound  # type: ignore[import-untyped]

NAMES = {
    "py": "python",
    "python": "python",
    "sql": "sql",
    "toml": "toml",
    "sh": "bash",
    "bash": "bash",
    "json": "json",
    "yaml": "yaml",
    "console": "console",
    "cpp": "cpp",
    "java": "java",
    "http": "http",
}
EXPLORABLE = re.compile(r"explorable\s+([a-z0-9][a-z0-9-]{0,60})\s*$")
Env = MutableMapping[str, Any]


@lru_cache(maxsize=2048)
def lesson_html(markdown: str) -> str:
    """A whole lesson, without its first `# Title` line, which the page shows by itself."""
    body = re.sub(r"\A\s*# [^\n]*\n", "", markdown.replace("\r\n", "\n"))
    return str(_block().render(body))


def plain_task(markdown: str) -> str:
    """Of a lesson only what is asked, for whoever solves it again: what follows `## The task`; a lesson without it comes whole."""
    found = re.search(r"^## The task[^\n]*\n", markdown.replace("\r\n", "\n"), re.MULTILINE)
    return found.string[found.end() :] if found else markdown


@lru_cache(maxsize=2048)
def task_html(markdown: str) -> str:
    """The same as HTML."""
    return lesson_html(plain_task(markdown))


@lru_cache(maxsize=4096)
def text_html(markdown: str) -> str:
    """A paragraph or more: a question, the words of a mistake, an explanation."""
    return str(_block().render(markdown)).strip()


@lru_cache(maxsize=4096)
def line_html(markdown: str) -> str:
    """One line without a paragraph around it: an option of a choice."""
    return str(_block().renderInline(" ".join(markdown.split())))


@cache
def _block() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": False, "highlight": _coloured, "typographer": False})
    md.enable(["table", "strikethrough"]).disable("image")
    md.validateLink = _plain_link  # type: ignore[method-assign]
    md.use(dollarmath_plugin, double_inline=True, allow_labels=False)
    md.use(anchors_plugin, min_level=1, max_level=4, slug_func=_slug)
    md.use(footnote_plugin)
    md.use(container_plugin, "note", render=_fold("note", '<aside class="note">\n', "</aside>\n"))
    md.use(container_plugin, "why", render=_fold("why", "", "</details>\n"))
    md.use(container_plugin, "explorable", validate=lambda text, *_: bool(EXPLORABLE.match(text.strip())), render=_explorable)
    md.add_render_rule("link_open", _link)
    md.add_render_rule("math_inline", _math("span", "inline"))
    md.add_render_rule("math_inline_double", _math("span", "display"))
    md.add_render_rule("math_block", _math("div", "display", "\n"))
    return md


def _math(tag: str, look: str, end: str = "") -> Callable[..., str]:
    def render(_self: RendererHTML, tokens: Sequence[Token], i: int, _options: Any, _env: Env) -> str:
        return f'<{tag} class="math {look}">{escape(tokens[i].content.strip())}</{tag}>{end}'

    return render


def _coloured(code: str, language: str, _attributes: str) -> str:
    name = NAMES.get(language.split()[0] if language else "")
    if not name:
        return escape(code)
    try:
        return str(highlight(code, get_lexer_by_name(name, stripnl=False), HtmlFormatter(nowrap=True)))
    except ClassNotFound:
        return escape(code)


def _plain_link(url: str) -> bool:
    return bool(re.match(r"(https?://|#)", url.strip(), re.IGNORECASE))


def _slug(title: str) -> str:
    return re.sub(r"[^\w]+", "-", title.casefold(), flags=re.ASCII).strip("-") or "part"


def _link(self: RendererHTML, tokens: Sequence[Token], i: int, options: Any, env: Env) -> str:
    if not str(tokens[i].attrGet("href") or "").startswith("#"):
        tokens[i].attrSet("rel", "noopener noreferrer")
        tokens[i].attrSet("target", "_blank")
    return self.renderToken(tokens, i, options, env)


def _fold(name: str, before: str, after: str) -> Callable[..., str]:
    def render(_self: RendererHTML, tokens: Sequence[Token], i: int, _options: Any, _env: Env) -> str:
        if tokens[i].nesting != 1:
            return after
        title = tokens[i].info.strip()[len(name) :].strip()
        return before or f'<details class="why"><summary>{escape(title) or "Why?"}</summary>\n'

    return render


def _explorable(_self: RendererHTML, tokens: Sequence[Token], i: int, _options: Any, _env: Env) -> str:
    if tokens[i].nesting != 1:
        return "</figcaption></figure>\n"
    found = EXPLORABLE.match(tokens[i].info.strip())
    return f'<figure data-explorable="{escape(found[1] if found else "")}"><figcaption>'
