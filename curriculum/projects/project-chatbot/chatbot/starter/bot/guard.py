"""What may come in and what may go out: the size and rate of requests, orders hidden in documents, secrets in answers.

As it stands everything passes; the stage `guard` fills it. The functions are called where `ask` and `serve` use them already.
"""


def gives_orders(sentence: str) -> bool:
    """Whether a sentence of a document is meant for the machine. Such a sentence is never quoted."""
    return False


def without_secrets(text: str) -> str:
    """The text with keys, tokens, passwords and private keys replaced by [SECRET]."""
    return text


class Buckets:
    """How often each address may ask: a bucket of `burst` tokens that fills by `per_minute`; each request takes one."""

    def __init__(self, per_minute: int, burst: int) -> None:
        self._rate, self._burst = per_minute / 60, float(burst)

    def wait(self, address: str, now: float | None = None) -> float:
        """0 if the request may pass, else the seconds until the next one may."""
        return 0.0
