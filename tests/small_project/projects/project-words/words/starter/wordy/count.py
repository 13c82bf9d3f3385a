"""`count FOLDER --out FILE`: how often each word stands in the texts of a folder."""


def count(words: list[str]) -> None:
    """Write one JSON object: word in lower case to how often."""
    raise NotImplementedError
