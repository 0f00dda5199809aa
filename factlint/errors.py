"""The one error that is meant for the user."""

from __future__ import annotations


class FactlintError(Exception):
    """Something the user can repair: what is wrong, where, and what to do.

    `path`, `line` and `column` (from 1) say where, as far as that is known. The command line
    prints it and leaves with exit code 2. `notes` holds further mistakes found in the same go, one
    message each.
    """

    def __init__(
        self,
        message: str,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        notes: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.notes = notes

    def __str__(self) -> str:
        where = ":".join(
            str(part) for part in (self.path, self.line, self.column) if part is not None
        )
        first = f"{where}: {self.message}" if where else self.message
        return "\n".join((first, *self.notes))


class NothingToRead(FactlintError):
    """There is no document where some are looked for."""
