"""Bytes to text, when nobody says which encoding it is, and text that was read in the wrong one to what it should have been."""

import codecs
import re
import unicodedata

import charset_normalizer

BOMS = [
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
]
# Five bytes have no character in Windows-1252; programs write the control character of the same number.
WESTERN = {b: bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b) for b in range(256)}
BYTE = {c: b for b, c in WESTERN.items()}
FOLLOWS = "[" + "".join(re.escape(WESTERN[b]) for b in range(0x80, 0xC0)) + "]"
# UTF-8 of U+0080-U+017F, of U+2000-U+2FFF and of emoji, each byte read as a Western character: "Ã¤", "â€™", "ðŸ™‚".
MOJIBAKE = re.compile(f"[ÂÃÄÅ]{FOLLOWS}|â{FOLLOWS}{{2}}|ð{FOLLOWS}{{3}}")
UNSEEN = dict.fromkeys(
    [*range(9), 0x0B, *range(0x0E, 0x20), 0x7F, *range(0x80, 0xA0), 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF, *range(0x202A, 0x202F)]
)
LIGATURES = {0xFB00 + i: s for i, s in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
SPACES = {0xA0: " ", 0x202F: " ", 0x2007: " ", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n\n", 0x85: "\n"}


def decoded(raw: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. UTF-8 wins wherever it fits, whatever a page says about itself; a byte order mark wins over all.

    Else mostly-ASCII text is Windows-1252 (the Western habit); the rest is left to charset-normalizer's statistics.
    """
    for mark, codec, name in BOMS:
        if raw.startswith(mark):
            return raw.decode(codec, errors="replace"), name
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if error.start >= len(raw) - 3 and error.reason == "unexpected end of data":  # cut within the last character
            return raw[: error.start].decode("utf-8"), "utf-8"
    western = "".join(WESTERN[b] for b in raw)
    letters = [c for c in western if c.isalpha()]
    if sum(c > "\x7f" for c in letters) <= 0.3 * len(letters):
        return western, "windows-1252"
    best = charset_normalizer.from_bytes(raw).best()
    return (str(best), best.encoding) if best else (western, "windows-1252")


def repaired(text: str) -> str:
    """The text with UTF-8 that was read as Windows-1252 (once, or twice over) put right; other text comes back as it is."""

    def right(match: re.Match[str]) -> str:
        try:
            return bytes(BYTE[c] for c in match[0]).decode("utf-8")
        except UnicodeDecodeError:
            return match[0]

    for _ in range(3):
        better = MOJIBAKE.sub(right, text)
        if better == text:
            break
        text = better
    return text


def tidied(text: str) -> str:
    """One form for the same text: NFC, "\\n", no invisible characters, no ligatures, no blanks at line ends, at most one empty line."""
    text = unicodedata.normalize(
        "NFC", text.replace("\r\n", "\n").replace("\r", "\n").translate(SPACES).translate(UNSEEN).translate(LIGATURES)
    )
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+(?=\n|$)", "", text)).strip("\n")
