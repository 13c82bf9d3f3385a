"""What may come in and what may go out: the size and rate of requests, orders hidden in documents, secrets in answers."""

import re
import time
import unicodedata
from collections import OrderedDict
from threading import Lock

# A sentence that speaks to the machine that reads it, not to the reader: an order about its orders, a new role, a wish for its secrets.
ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|drop)\b.{0,40}\b(?:instruction|prompt|rule|order|guideline|context|direction|everything|training)s?\b"
    r"|\byou (?:are|act|must act|will act|shall act) (?:now |henceforth |from now on )?(?:as )?(?:an? |no longer |free )(?:\w+ )?(?:bound|of|assistant|bot|chatbot|model|AI|pirate|character)\b"
    r"|\bfrom now on,? (?:you|answer|reply|respond|say)\b"
    r"|\b(?:reveal|print|repeat|output|show|leak|disclose)\b.{0,30}\b(?:system|hidden|secret|initial) (?:prompt|message|instruction|key|password)s?\b"
    r"|\b(?:always|only|simply) (?:answer|reply|respond|say)\b|\b(?:answer|reply|respond) (?:only |always |every question )?with\b"
    r"|\b(?:assistants?\b.{0,30}|(?:chatbot|language model|AI model|AI|LLM)s?\b.{0,120})\b(?:must|should|shall|has to|have to|will) (?:now |always |never )?(?:answer|say|reply|tell|ignore|send|recommend|respond)\b"
    r"|\bto (?:the|any) (?:assistant|chatbot|language model|AI)\b|<\|?/?(?:system|im_start|im_end|assistant)\b|\[/?(?:INST|SYSTEM)\]|^\s*(?:system|assistant)\s*:",
    re.IGNORECASE,
)
SECRETS = re.compile(
    r"\bsk-[A-Za-z0-9_-]{16,}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}|\bxox[abprs]-[A-Za-z0-9-]{10,}|\bAIza[0-9A-Za-z_-]{30,}|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)|(?<=://)[^\s/:@]+:[^\s/@]+(?=@)"
    r"|(?<=[:= ])(?=[A-Za-z0-9+/_-]*[a-z])(?=[A-Za-z0-9+/_-]*[A-Z])(?=[A-Za-z0-9+/_-]*\d)[A-Za-z0-9+/_-]{32,}={0,2}(?![\w/])"
)
NAMED = re.compile(
    r"(?i)(\b(?:pass(?:word|phrase|wd)|secret|api[ _-]?key|(?:access|auth|bearer)[ _-]?token)\b(?:\s+(?:is|was)\b|\s*[:=])\s*[\"'“]?)([^\s\"'”,;]*[^\s\"'”,;.!?])"
)
LOOKS = str.maketrans("аеорсухіАЕОРСХІ", "aeopcyxiAEOPCXI")  # Cyrillic letters that look Latin


def plain(text: str) -> str:
    """The text as a reader sees it: one form for letters of other widths, no invisible characters, one blank between words."""
    seen = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    return " ".join(seen.translate(LOOKS).split())


def gives_orders(sentence: str) -> bool:
    """Whether a sentence of a document is meant for the machine. Such a sentence is never quoted."""
    return ORDERS.search(plain(sentence)) is not None


def without_secrets(text: str) -> str:
    """The text with keys, tokens, passwords and private keys replaced by [SECRET]."""
    return NAMED.sub(r"\1[SECRET]", SECRETS.sub("[SECRET]", text))


class Buckets:
    """How often each address may ask: a bucket of `burst` tokens that fills by `per_minute`; each request takes one."""

    MOST = 10_000  # addresses that are remembered; the one that asked longest ago is forgotten first

    def __init__(self, per_minute: int, burst: int) -> None:
        self._rate, self._burst, self._lock = per_minute / 60, float(burst), Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, address: str, now: float | None = None) -> float:
        """0 if the request may pass, else the seconds until the next one may."""
        at = time.monotonic() if now is None else now
        with self._lock:
            left, before = self._left.pop(address, (self._burst, at))
            left = min(self._burst, left + (at - before) * self._rate)
            passes = left >= 1
            self._left[address] = (left - passes, at)
            if len(self._left) > self.MOST:
                self._left.popitem(last=False)
        return 0.0 if passes else (1 - left) / self._rate
