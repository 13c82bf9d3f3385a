"""bot.readers: files of any kind and encoding come out as the text that a reader sees."""

from pathlib import Path

import pytest
from documents import pdf

from bot.readers import Unread, read
from bot.readers.encoding import decoded, repaired, tidied
from bot.readers.html import page
from bot.readers.markup import markdown, restructured

SENTENCE = "Über 20 € für „süße“ Äpfel – naïve café."


@pytest.mark.parametrize(
    "codec, name", [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("utf-32", "utf-32"), ("cp1252", "windows-1252")]
)
def test_the_encoding_is_found(codec: str, name: str) -> None:
    assert decoded(SENTENCE.encode(codec)) == (SENTENCE, name)


def test_russian_in_its_old_encoding_is_read() -> None:
    text = "Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему. " * 3
    assert decoded(text.encode("cp1251"))[0] == text


@pytest.mark.parametrize("times", [1, 2])
def test_mojibake_is_put_right(times: int) -> None:
    text = SENTENCE
    for _ in range(times):
        text = (
            text.encode().decode("cp1252", errors="strict")
            if times == 1
            else "".join(chr(b) if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([b]).decode("cp1252") for b in text.encode())
        )
    assert text != SENTENCE
    assert repaired(text) == SENTENCE


@pytest.mark.parametrize("text", [SENTENCE, "CAFÉ » MENÜ«", "Ångström, Ärger, São Tomé, ÂGE"])
def test_text_without_mojibake_stays(text: str) -> None:
    assert repaired(text) == text


def test_invisible_characters_and_ligatures_go() -> None:
    assert tidied("e\u0301 ﬁ\u00adle\u200b \r\n\r\n\r\n\u00a0x ") == "é file\n\n x"


def test_a_page_without_its_frame() -> None:
    title, text = page(
        "<title>T</title><nav>Menu</nav><h1>Head</h1><p>One <b>two</b>\n three.<script>no()</script></p><p hidden>no</p><ul><li>a<li>b</ul><!--no--><pre>x\n  y</pre><footer>no</footer>"
    )
    assert title == "T"
    assert text == "# Head\n\nOne two three.\n\n- a\n- b\n\nx\n  y"


def test_markdown_keeps_words_and_code() -> None:
    title, text = markdown("---\ntitle: Front\n---\n# Head\nSee [the page](http://x.y/z) ![pic](a.png).\n```\n[a](b)\n```\n<!-- gone -->")
    assert title == "Front"
    assert text.split("\n")[:2] == ["# Head", "See the page pic."]
    assert "[a](b)" in text
    assert "gone" not in text


def test_restructured_text_loses_its_marks() -> None:
    title, text = restructured(".. _label:\n\nHead\n====\n\nUse :func:`print` or `this <http://x>`_.\n\n.. note::\n\n   Kept.\n")
    assert title == "Head"
    assert "Use print or this." in text
    assert "Kept." in text
    assert "::" not in text


def test_a_pdf_gives_its_text_and_a_scan_says_so(tmp_path: Path) -> None:
    pdf(tmp_path / "a.pdf", ["The exam-", "ple is here."])
    assert "The example is here." in read(tmp_path / "a.pdf", "a.pdf", 1).text
    pdf(tmp_path / "b.pdf", [])
    with pytest.raises(Unread, match="without text"):
        read(tmp_path / "b.pdf", "b.pdf", 1)


@pytest.mark.parametrize(
    "name, data, why",
    [
        ("a.pdf", b"%PDF-1.4\nxx", "damaged"),
        ("a.txt", b"\0\1\2", "binary"),
        ("a.md", b" \n", "no text"),
        ("a.exe", b"MZ", "not read"),
        ("a.txt", b"a" * 1100, "MB"),
    ],
)
def test_what_gives_no_text_says_why(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Unread, match=why):
        read(tmp_path / name, name, 0.001)
