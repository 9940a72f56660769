"""What people are found by: an e-mail address, or the name that a proxy gives them."""

import unicodedata

ASCII_CASE = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def fold(name: str) -> str:
    """A name as it is stored: trimmed, and ASCII letters small."""
    return name.strip(" ").translate(ASCII_CASE)


def is_plain(name: str) -> bool:
    """Whether a name can't be taken for somebody else's.

    Not one with signs that are also written as others, such as ß, ligatures, the Kelvin sign,
    spaces that don't break and capitals beyond ASCII, or with signs that can't be seen.
    """
    folded = fold(name)
    same = unicodedata.normalize("NFKC", folded).casefold() == folded
    seen = not any(unicodedata.category(sign)[0] == "C" for sign in folded)
    return bool(folded) and same and seen
