"""`serve FILE --port P`: GET /healthz, GET /count?word=x."""


def serve(words: list[str]) -> None:
    """Answer {"count": n}."""
    raise NotImplementedError
