"""Names that people are found by."""

import pytest

from clockwork.accounts.names import fold, is_plain


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Alice@X.example", "alice@x.example"),
        (" bob ", "bob"),
        ("Zoë", "zoë"),
        ("СЕРГЕЙ".lower(), "сергей"),
        ("上海", "上海"),
    ],
)
def test_only_the_case_of_ascii_letters_is_the_same(name, folded):
    assert fold(name) == folded
    assert is_plain(name)


@pytest.mark.parametrize(
    "name",
    ["", " ", "straße", "ﬁnn", "\u212aim", "bob\u00a0", "ＢＯＢ", "ÄNNE", "Zoe\u0308", "bo\u200bb",
     "a\x01b", "bob\n"],
)  # fmt: skip
def test_what_could_be_taken_for_another_is_no_name(name):
    assert not is_plain(name)
