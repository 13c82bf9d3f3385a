from wordy.count import counts


def test_words_are_counted_without_case() -> None:
    assert counts("A a b") == {"a": 2, "b": 1}
