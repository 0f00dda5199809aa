"""A place in a text -> whether a sentence, label or quotation starts there."""

from __future__ import annotations

from factlint.mentions import name_words as words


def starts(text: str, start: int) -> bool:
    """Whether a sentence, label or quotation starts here."""
    at = start - 1
    if at > 0 and text[at] == " ":
        before = text[at - 1]
        if before.isalnum() or before == ",":
            return False
    while at >= 0 and text[at] in ' "*_[':
        if text[at] == '"' and at + 1 == start:
            return True
        at -= 1
    if at < 0 or text[at] in "!?:;•|>([]":
        return True
    if text[at] != ".":
        return text[at] in "-–—" and at + 1 < start and (at == 0 or text[at - 1] == " ")
    word = text[max(0, at - 8) : at].rpartition(" ")[2]
    return word not in words.ABBREVIATIONS and not (len(word) == 1 and word.isupper())
