"""Markdown becomes HTML that is safe to put into the page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradus.lessons import lesson_html, line_html, text_html

TAGS = {
    "p", "em", "strong", "code", "pre", "span", "div", "a", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br", "table", "thead",
    "tbody", "tr", "th", "td", "aside", "details", "summary", "figure", "figcaption", "sup", "section", "s",
}  # fmt: skip


def tags(html: str) -> set[str]:
    return set(re.findall(r"<\s*/?\s*([a-zA-Z][\w-]*)", html))


@given(st.text(alphabet=st.sampled_from(list("<>\"'&`*_$[]()!#:|\\/ \nabjscriptonclick=://-=.1")), max_size=120))
def test_whatever_is_written_only_our_own_tags_come_out(markdown: str) -> None:
    for html in (lesson_html("# T\n" + markdown), text_html(markdown), line_html(markdown)):
        assert tags(html) <= TAGS
        assert not re.search(r"<[^>]*\son\w+\s*=", html)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "mailto:a@b.c",
    ],
)
def test_only_web_links_and_places_in_the_page_become_links(target: str) -> None:
    assert "<a" not in text_html(f"[x]({target}) <{target}>")


def test_web_links_open_elsewhere_and_tell_nothing() -> None:
    html = text_html("[x](https://example.org/a?b=1&c=2)")
    assert 'href="https://example.org/a?b=1&amp;c=2"' in html
    assert 'rel="noopener noreferrer"' in html


def test_raw_html_is_shown_and_not_used() -> None:
    assert "&lt;script&gt;" in lesson_html("# T\n\n<script>alert(1)</script>\n")


def test_formulas_stay_tex_inside_their_own_elements() -> None:
    html = lesson_html("# T\n\nIf $a < b$ then\n\n$$\n\\sum_i x_i & y\n$$\n")
    assert '<span class="math inline">a &lt; b</span>' in html
    assert '<div class="math display">\\sum_i x_i &amp; y</div>' in html


def test_the_first_title_is_left_to_the_page_and_headings_have_ids() -> None:
    html = lesson_html("# The title\n\n## The task\n\ntext\n")
    assert "The title" not in html
    assert '<h2 id="the-task">' in html


def test_code_is_coloured_by_classes_and_unknown_languages_are_plain() -> None:
    assert '<span class="k">def</span>' in lesson_html("# T\n\n```python\ndef f(): ...\n```\n")
    assert "&lt;b&gt;" in lesson_html("# T\n\n```nonsense\n<b>\n```\n")


def test_containers_become_an_aside_a_fold_and_a_figure() -> None:
    html = lesson_html("# T\n\n::: note\nn\n:::\n\n::: why does it\nw\n:::\n\n::: explorable descent\nalt\n:::\n")
    assert '<aside class="note">' in html
    assert '<details class="why"><summary>does it</summary>' in html
    assert '<figure data-explorable="descent"><figcaption>' in html


def test_a_figure_with_a_name_that_is_no_name_stays_text() -> None:
    assert "<figure" not in lesson_html('# T\n\n::: explorable "><script>\nx\n:::\n')


def test_pictures_from_elsewhere_are_not_loaded() -> None:
    assert "<img" not in text_html("![x](https://example.org/x.png)")
