"""Personal data, found by form and by checksum, and replaced by a word in brackets.

What has a checksum is masked only if the checksum is right, so that an order number stays an order number. It does not find names or addresses.
"""

import ipaddress
import re
from collections import Counter
from collections.abc import Callable

EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}(?![\w-])")
IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])")
CARD = re.compile(r"(?<![\w.-])(?<![A-Z]{2}\d\d )[3-6]\d{3}(?:[ -]?\d){9,15}(?![\d-]*\d)(?!\.\d)")
IP = re.compile(
    r"(?<![\w.=-])(?<!# )(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\w)|(?<![\w:])(?:[0-9A-Fa-f]{1,4}:){2,7}(?::?[0-9A-Fa-f]{1,4}){1,6}(?![\w:])"
)
PHONE = re.compile(
    r"(?<![\w+])\+\d(?:[ ./-]?\(?\d\)?){7,14}(?!\d)|(?<![\w-])\(\d{3}\) ?\d{3}-\d{4}(?![\d-])|(?<![\w.-])\d{3}-\d{3}-\d{4}(?![\w-])"
)


def iban_is_right(text: str) -> bool:
    """ISO 13616: country and check digits to the end, letters as 10 to 35, the number modulo 97 is 1."""
    compact = text.replace(" ", "")
    if not 15 <= len(compact) <= 34:
        return False
    return int("".join(str(int(c, 36)) for c in compact[4:] + compact[:4])) % 97 == 1


def card_is_right(text: str) -> bool:
    """ISO/IEC 7812: a length that the issuer uses (American Express 15, Diners 14, the others 16 and seldom 13 or 19), and a Luhn sum that ends in 0."""
    digits = [int(c) for c in text if c.isdigit()]
    lengths = {3: (14, 15, 16), 4: (13, 16, 19), 5: (16,), 6: (16, 19)}[digits[0]]
    doubled = [d * 2 - 9 * (d > 4) for d in digits[-2::-2]]
    return len(digits) in lengths and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def address_is_public(text: str) -> bool:
    """An address of the public internet; 127.0.0.1, 192.168.x.x and the ranges kept for examples are nobody's."""
    try:
        return ipaddress.ip_address(text).is_global
    except ValueError:
        return False


def longest_right(text: str, right: Callable[[str], bool]) -> int:
    """The length of the longest beginning of `text`, cut at a blank, that passes; 0 if none. Words after an IBAN may look like a part of it."""
    ends = [len(text), *(m.start() for m in reversed(list(re.finditer("[ -]", text))))]
    return next((end for end in ends if right(text[:end])), 0)


# The order matters: a card number may look like a phone number, never the other way round.
KINDS: list[tuple[str, re.Pattern[str], Callable[[str], bool]]] = [
    ("email", EMAIL, lambda _: True),
    ("iban", IBAN, iban_is_right),
    ("card", CARD, card_is_right),
    ("ip", IP, address_is_public),
    ("phone", PHONE, lambda _: True),
]


def masked(text: str) -> tuple[str, Counter[str]]:
    """The text with each find replaced by [EMAIL], [IBAN], [CARD], [IP] or [PHONE], and how many of each there were."""
    found: Counter[str] = Counter()
    for name, pattern, right in KINDS:

        def mask(match: re.Match[str], name: str = name, right: Callable[[str], bool] = right) -> str:
            length = longest_right(match[0], right)
            found[name] += length > 0
            return f"[{name.upper()}]{match[0][length:]}" if length else match[0]

        text = pattern.sub(mask, text)
    return text, found
