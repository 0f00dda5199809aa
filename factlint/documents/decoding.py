"""Bytes -> text with the faults of its encoding; text -> its lines."""

from __future__ import annotations

import codecs
import re
from itertools import accumulate

from factlint.documents.contents import Fault

UNREADABLE = "unreadable-document"

#: Byte-order marks, longer ones first: the little-endian UTF-32 mark starts like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n?|\n")
_AS_UTF8 = "save the file as UTF-8"


def decode(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """The text of a file without its byte-order mark, and what is wrong with its encoding.

    Wrong bytes are replaced by U+FFFD, so that the rest can still be read; binary data gives no
    text at all.
    """
    mark, encoding = next(
        ((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", "utf-8")
    )
    body = data[len(mark) :]
    if encoding == "utf-8" and b"\0" in body:
        return "", (_binary(body),)
    try:
        return body.decode(encoding), ()
    except UnicodeDecodeError as error:
        return body.decode(encoding, "replace"), (_wrong_byte(body, encoding, error.start, mark),)


def line_starts(text: str) -> tuple[int, ...]:
    """The offset of each line; a line ends with a line feed, a carriage return, or both."""
    if "\r" in text:
        return (0, *[found.end() for found in _LINE_END.finditer(text)])
    lengths = [len(line) + 1 for line in text.split("\n")]
    lengths.pop()
    return tuple(accumulate(lengths, initial=0))


def lines(text: str) -> list[str]:
    """The lines of a text without their ends."""
    return _LINE_END.split(text)


def _binary(body: bytes) -> Fault:
    at = body.index(b"\0")
    # Every other byte of English text is NUL in UTF-16.
    wide = len(body) > 3 and body[:200].count(b"\0") * 3 > len(body[:200])
    hint = (
        f"it looks like UTF-16 without a byte-order mark: {_AS_UTF8}"
        if wide
        else "leave binary files out of the corpus with an exclude pattern"
    )
    return Fault(UNREADABLE, f"this is not a text file: byte {at + 1} is NUL", 0, 0, hint)


def _wrong_byte(body: bytes, encoding: str, at: int, mark: bytes) -> Fault:
    before = body[:at].decode(encoding, "replace")
    line = len(_LINE_END.findall(before)) + 1
    shown = " ".join(f"0x{byte:02x}" for byte in body[at : at + 1])
    message = (
        f"line {line} is not {encoding.upper()}: byte {len(mark) + at + 1} of the file is {shown}"
    )
    return Fault(UNREADABLE, message, len(before), len(before) + 1, _AS_UTF8)
