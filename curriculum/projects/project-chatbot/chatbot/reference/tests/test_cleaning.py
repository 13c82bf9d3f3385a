"""bot.cleaning: copies, boilerplate and personal data are found, and what only looks like them stays."""

import random
from collections import Counter

import pytest

from bot.cleaning.boilerplate import repeated_lines, without
from bot.cleaning.duplicates import copies, jaccard, near_copies, signature, triples
from bot.cleaning.personal import masked

RIGHT = "mail a.b+c@mail.example.org, DE89 3704 0044 0532 0130 00 AND, 4111 1111 1111 1111, 8.8.8.8, +49 (30) 1234-5678, 2001:4860:4860::8888, (212) 555-0187."


def test_personal_data_is_masked() -> None:
    text, found = masked(RIGHT)
    assert text == "mail [EMAIL], [IBAN] AND, [CARD], [IP], [PHONE], [IP], [PHONE]."
    assert found == {"email": 1, "iban": 1, "card": 1, "ip": 2, "phone": 2}


@pytest.mark.parametrize(
    "text",
    [
        "DE89 3704 0044 0532 0130 01",
        "4111 1111 1111 1112",
        "127.0.0.1 and 192.168.1.20",
        "999.1.1.1",
        "novas-3.1.1.3.tar.gz",
        "2024-06-07 12:30:45",
        "@dataclass",
        "5.666666666666667",
        "ISBN 978-3-16-148410-0",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert masked(text)[0] == text


def test_masking_twice_changes_nothing() -> None:
    once = masked(RIGHT)[0]
    assert masked(once) == (once, Counter())


def test_copies_differ_in_case_and_blanks_only() -> None:
    assert copies(["A b, c.", "x", "a  B C", "A b d"]) == {2: 0}


def test_minhash_estimates_jaccard() -> None:
    rng = random.Random(1)
    a = frozenset(rng.sample(range(10**6), 400))
    b = frozenset([*sorted(a)[:300], *rng.sample(range(10**6, 2 * 10**6), 100)])
    assert abs((signature(a) == signature(b)).mean() - jaccard(a, b)) < 0.15


def test_near_copies_are_found_and_others_are_not() -> None:
    rng = random.Random(2)
    words = [f"w{i}" for i in range(500)]
    texts = [" ".join(rng.choices(words, k=200)) for _ in range(20)]
    copy = texts[3].split()
    copy[50], copy[120] = "other", "word"
    half = " ".join(texts[4].split()[:100] + texts[5].split()[:100])
    assert near_copies([*texts, " ".join(copy), half], 0.8) == {20: 3}
    assert triples("one") == triples("One!")


def test_lines_of_many_documents_go() -> None:
    texts = [
        f"Shop of the North\nbody {i} is its own text of the {'inn forge mill well barn'.split()[i % 5]}\nPage {i} of 9\nsee also"
        for i in range(5)
    ]
    shapes = repeated_lines(texts, 0.5, 4)
    assert without(texts[2], shapes) == "body 2 is its own text of the mill\nsee also"  # two words stand in many texts by chance
    assert repeated_lines(texts[:3], 0.5, 4) == frozenset()
