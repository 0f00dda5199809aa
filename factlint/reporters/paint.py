"""Text and a style -> text for a terminal: colours and links."""

from __future__ import annotations

from typing import Literal

Style = Literal["error", "warning", "info", "place", "strong", "faint"]

_CODES: dict[Style, str] = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "place": "34",
    "strong": "1",
    "faint": "2",
}


def paint(text: str, style: Style, colour: bool) -> str:
    """`text` in a style, or as it is where there are no colours."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if colour and text else text


def link(text: str, address: str | None) -> str:
    """`text` that leads to an address on a terminal that knows OSC 8."""
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\" if address else text
